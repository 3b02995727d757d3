"""Tells screen readers which widgets are pictures; what a picture shows is its accessible name."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

PICTURES = frozenset(
    {
        *("BandScale", "Bar", "BarPair", "Certainty", "MiniPictograph", "Pair", "Pictograph"),
        *("Picture", "Sketch"),
    }
)
"""The classes of this package that draw what their accessible name says."""

HEADINGS = frozenset({"ChapterTitle", "PartTitle"})
"""The titles of the manual, which one leafs through by headings."""

PRINTED = "Printed"  # its words are painted, and said by its accessible name


@cache
def tell_pictures() -> None:
    """From now on, what is drawn is a picture to screen readers, not a box without a meaning."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind in PICTURES and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.Graphic)
    if kind in HEADINGS and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.Heading)
    if kind == PRINTED and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.StaticText)
    return None
