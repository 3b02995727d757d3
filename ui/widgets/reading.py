"""What stands on a page, in the order in which a person reads it: to be read aloud or searched."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from ui.widgets.check_row import CheckRow
from ui.widgets.choice import ChoiceRow
from ui.widgets.slices import Slices

ANSWERS = (ChoiceRow, CheckRow)
NOT_READ = "not_read"  # a widget that only leads to what is read says so by this property
SILENT = (QAbstractButton, QAbstractSlider, QLineEdit, QComboBox, QPlainTextEdit)


def sentences_on(page: QWidget) -> tuple[str, ...]:
    """Give the sentences, the answers to choose from, and what the drawings show in words.

    What is written into fields and what buttons are called is left out, and so is what is hidden;
    what only has to be scrolled to is not.
    """
    for each in page.findChildren(Slices):
        each.finish()
    return tuple(each for each in _said(page, page) if each)


def _said(widget: QWidget, page: QWidget) -> Iterator[str]:
    if widget is not page and (not widget.isVisibleTo(page) or widget.property(NOT_READ)):
        return
    if isinstance(widget, QLabel):
        yield " ".join(widget.text().split())
    elif isinstance(widget, ANSWERS):
        yield ". ".join(filter(None, (widget.title.text(), widget.sentence.text())))
    elif not isinstance(widget, SILENT):
        yield from _inside(_held(widget), page)


def _inside(widget: QWidget, page: QWidget) -> Iterator[str]:
    """Give what the parts say; where no part says anything, the widget is a drawing."""
    said = [each for part in _parts(widget) for each in _said(part, page) if each]
    if said or widget is page:
        yield from said
    elif not widget.findChild(QAbstractButton):
        yield widget.accessibleName()


def _held(widget: QWidget) -> QWidget:
    """Give what a widget shows of several things, or lets one scroll through, else itself."""
    held = None
    if isinstance(widget, QScrollArea):
        held = widget.widget()
    elif isinstance(widget, QStackedWidget):
        held = widget.currentWidget()
    return widget if held is None else held


def _parts(widget: QWidget) -> list[QWidget]:
    """Give the parts of a widget: those that are laid out in that order, then the others."""
    laid_out = list(_laid_out(widget.layout()))
    others = [
        each
        for each in widget.children()
        if isinstance(each, QWidget) and not each.isWindow() and each not in laid_out
    ]
    turned = -1 if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
    return laid_out + sorted(others, key=lambda each: (each.y(), turned * each.x()))


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: cast("tuple[int, ...]", layout.getItemPosition(place)))
    for place in places:
        item = layout.itemAt(place)
        inner = item.layout() if item else None
        widget = item.widget() if item else None
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield widget
