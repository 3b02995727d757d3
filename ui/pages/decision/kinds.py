"""The three answers, side by side: of equal size, none chosen beforehand, in no order of merit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from spinecounsel.viewing.decision import Kind
from ui.theme.theme import theme
from ui.widgets.choice import ChoiceOption, ChoiceRow
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE

_MOVES = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Kinds(QWidget):
    """Shows the answers; ``chosen`` carries the key.  Arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, kinds: Sequence[Kind], *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows = [_KindRow(kind) for kind in kinds]
        self._box = QBoxLayout(SIDE_BY_SIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme().px("m"))
        for row in self._rows:
            row.clicked.connect(self._on_clicked)
            self._box.addWidget(row, 1)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_chosen(self, key: str) -> None:
        """Show which is chosen; none when empty."""
        for row in self._rows:
            row.setChecked(row.key == key)

    def first(self) -> QWidget:
        """Give the first answer, for the focus."""
        return self._rows[0]

    def chosen_row(self) -> QWidget | None:
        """Give the answer that is chosen, for the focus."""
        return next((row for row in self._rows if row.isChecked()), None)

    def last(self) -> QWidget:
        """Give the last answer, for the order of the focus."""
        return self._rows[-1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus with the arrow keys."""
        move = _MOVES.get(Qt.Key(event.key()), 0)
        here = next((place for place, row in enumerate(self._rows) if row.hasFocus()), None)
        if not move or here is None:
            super().keyPressEvent(event)
            return
        if self._box.direction() == SIDE_BY_SIDE and _is_mirrored(self, event):
            move = -move
        there = max(0, min(len(self._rows) - 1, here + move))
        self._rows[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, ChoiceRow):
            again = not pressed.isChecked()
            self.show_chosen(pressed.key)
            if not again:
                self.chosen.emit(pressed.key)

    def _on_themed(self) -> None:
        self._box.setDirection(FOLDED if theme().large_text else SIDE_BY_SIDE)


class _KindRow(ChoiceRow):
    def __init__(self, kind: Kind) -> None:
        super().__init__(ChoiceOption(kind.key, kind.title, kind.sentence))
        self.setObjectName(f"decision.{kind.key}")
        self.words.addStretch(1)  # beside a higher one, the words stay at the top

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the three together."""
        if Qt.Key(event.key()) in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _is_mirrored(widget: QWidget, event: QKeyEvent) -> bool:
    leftwards = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return leftwards and event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Left}
