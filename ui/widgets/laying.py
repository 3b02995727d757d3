"""Laying out less often: Qt lays a window out anew at each part that comes or goes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.widgets.slices import ENOUGH, Slices

TIMES = 3  # a scroll bar that comes makes its place narrower, and what is inside higher


@contextmanager
def laid_out_once(*widgets: QWidget) -> Iterator[None]:
    """Let parts of ``widgets`` be shown, hidden and changed, and lay each of them out at the end.

    One within another for the same widget leaves it to the outer one.
    """
    layouts = [each.layout() for each in widgets]
    held = [layout for layout in layouts if layout is not None and layout.isEnabled()]
    for layout in held:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in held:
            layout.setEnabled(True)
            layout.activate()


def appear(widget: QWidget, width: int) -> None:
    """Show a part of a page, laid out for ``width`` px at once.

    On a page that is hidden, what was never shown comes with the page: to show it before would lay
    it out at a width that it never has.
    """
    parent = widget.parentWidget()
    if parent is not None and not parent.isVisible():
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return
    else:
        widget.resize(width, widget.height())
    widget.show()


def laid_out_early(page: QWidget, size: QSize) -> Iterator[object]:
    """Lay a page that is hidden out at ``size``, as showing it would, in steps.

    It waits until the page is made.  What it holds by then is measured part by part, and each part
    is told its size, which Qt keeps back until it is shown.
    """
    while isValid(page) and any(each.isActive() for each in page.findChildren(Slices)):
        yield ENOUGH
    if not isValid(page) or page.isVisible():
        return
    for each in page.findChildren(QWidget):
        if isValid(each):
            each.ensurePolished()
            each.sizeHint()
        yield None
    if isValid(page) and not page.isVisible():
        page.resize(size)
        yield from _told_their_sizes(page)


def _told_their_sizes(page: QWidget) -> Iterator[object]:
    """Tell ``page`` and all in it, from the outside inwards."""
    pending = Qt.WidgetAttribute.WA_PendingResizeEvent
    waiting = [page]
    while waiting:
        widget = waiting.pop()
        if not isValid(widget) or widget.isVisible():
            continue
        for _ in range(TIMES):
            if widget.testAttribute(pending):
                widget.setAttribute(pending, on=False)
                QApplication.sendEvent(widget, QResizeEvent(widget.size(), QSize()))
        inner = [each for each in widget.children() if isinstance(each, QWidget)]
        waiting += [each for each in reversed(inner) if not (each.isWindow() or each.isHidden())]
        yield None
