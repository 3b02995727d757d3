"""Cards and the thin lines that divide."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import theme


class Card(QFrame):
    """A ground for what belongs together, with a column in it.

    ``kind``: ``card``, ``chosen``, ``benefit``, ``risk``, ``warning``, ``well``.  ``pad`` is the
    margin inside, px.
    """

    def __init__(self, kind: str = "card", *, pad: int | None = None, spacing: int = 12) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        margin = theme().px("card_pad") if pad is None else pad
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(spacing)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put ``widget`` below the others."""
        self.column.addWidget(widget, stretch)


class Rule(QFrame):
    """A hairline across a column, or down a row."""

    def __init__(self, *, down: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "rule")
        if down:
            self.setFixedWidth(theme().px("line.divider"))
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(theme().px("line.divider"))
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def column(parent: QWidget, *, margin: int = 0, spacing: int = 12) -> QVBoxLayout:
    """Give ``parent`` a column with ``margin`` px all round."""
    made = QVBoxLayout(parent)
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made


def row(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 12) -> QHBoxLayout:
    """Give ``parent`` a row; without a parent, a row to be put into another layout."""
    made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made
