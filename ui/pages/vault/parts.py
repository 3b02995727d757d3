"""Lines of the sections of the vault: a control as wide as it needs to be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.wrapping import Wrapping


def line(part: QWidget) -> QWidget:
    """Give a line with ``part`` at its beginning."""
    whole = QWidget()
    whole.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    row = Wrapping(whole, spacing=theme().px("m"))
    row.addWidget(part)
    return whole


def half(field: QWidget) -> QWidget:
    """Give a field half the width: what is typed there is short."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addStretch(1)
    return whole
