"""Columns side by side that fold to one below the other where they lack the room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme

KEPT = 0.8  # of its share, that a column keeps when another needs more than its own
SIDE_BY_SIDE, FOLDED = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Columns(QWidget):
    """Columns of which each is a list of widgets from above; ``shares`` are their widths.

    They stand below each other when the text is large, and where the width is less than what they
    need side by side.
    """

    def __init__(
        self,
        columns: Sequence[Sequence[QWidget]],
        shares: Sequence[int] = (1, 1),
        *,
        spacing: int = 24,
        filled: bool = False,
    ) -> None:
        """Make the columns; ``filled`` ones share the height instead of standing at the top."""
        super().__init__()
        self._box = QBoxLayout(SIDE_BY_SIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        self._columns: list[QVBoxLayout] = []
        self._shares = tuple(shares)
        self._room: int | None = None  # px; none before it stands anywhere
        for widgets, share in zip(columns, shares, strict=True):
            column = QVBoxLayout()
            column.setSpacing(theme().px("l"))
            for widget in widgets:
                column.addWidget(widget)
            if not filled:
                column.addStretch(1)
            self._box.addLayout(column, share)
            self._columns.append(column)
        theme().themed.connect(self._fold)
        self._fold()

    @property
    def folded(self) -> bool:
        """Whether the columns stand below each other."""
        return self._box.direction() == FOLDED

    def minimumSizeHint(self) -> QSize:
        """Give the least size, which is that of the folded columns."""
        widest = max(column.minimumSize().width() for column in self._columns)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold for the width that there is."""
        super().resizeEvent(event)
        self._room = event.size().width()
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold or unfold when what the columns hold needs another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        way = FOLDED if theme().large_text or self._lack_room() else SIDE_BY_SIDE
        if way != self._box.direction():
            self._box.setDirection(way)

    def _lack_room(self) -> bool:
        if self._room is None:
            return False
        least = [column.minimumSize().width() for column in self._columns]
        fair = max(width / share for width, share in zip(least, self._shares, strict=True))
        gaps = self._box.spacing() * (len(self._columns) - 1)
        return self._room - gaps < max(sum(least), fair * sum(self._shares) * KEPT)
