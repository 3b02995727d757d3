"""Laying out less often: Qt lays a window out anew at each part that comes or goes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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
