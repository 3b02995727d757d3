"""Columns side by side that fold to one below the other when the text is large."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme

SIDE_BY_SIDE, FOLDED = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Columns(QWidget):
    """Columns of which each is a list of widgets from above; ``shares`` are their widths."""

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
        for widgets, share in zip(columns, shares, strict=True):
            column = QVBoxLayout()
            column.setSpacing(theme().px("l"))
            for widget in widgets:
                column.addWidget(widget)
            if not filled:
                column.addStretch(1)
            self._box.addLayout(column, share)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        self._box.setDirection(FOLDED if theme().large_text else SIDE_BY_SIDE)
