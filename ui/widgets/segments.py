"""One of a few, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.button import Button
from ui.widgets.pressing import ARROWS, press_by


class Segments(QWidget):
    """Buttons side by side of which at most one is chosen; none is at first.

    ``chosen`` carries the key of what a person chose; ``""`` when ``may_clear`` and they took it
    back.  Arrow keys go from one to the next, Space or Enter chooses.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        may_clear: bool = False,
        quiet: str = "",
    ) -> None:
        """Show ``options`` as (key, words).

        Args:
            options: what can be chosen.
            name: says what is chosen.
            may_clear: whether pressing what is chosen takes it back.
            quiet: the key of an answer that says nothing yet, and looks so.
        """
        super().__init__()
        self.setAccessibleName(name)
        self._name = name
        self._may_clear = may_clear
        self._buttons: dict[str, Button] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for key, words in options:
            self._add(key, words, quiet=key == quiet)
        self._place()

    def chosen_key(self) -> str:
        """Give the key that is chosen, ``""`` when none is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def show_chosen(self, key: str | None) -> None:
        """Show ``key`` as chosen, or none; no signal."""
        for each, button in self._buttons.items():
            button.setChecked(each == key)

    def first(self) -> Button:
        """Give the button that is chosen, else the first."""
        buttons = list(self._buttons.values())
        return next((button for button in buttons if button.isChecked()), buttons[0])

    def button(self, key: str) -> Button:
        """Give the button of ``key``."""
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus with the arrow keys."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        move = step.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and event.key() in {
            Qt.Key.Key_Right,
            Qt.Key.Key_Left,
        }:
            move = -move
        buttons = list(self._buttons.values())
        here = next((i for i, button in enumerate(buttons) if button.hasFocus()), None)
        if not move or here is None:
            super().keyPressEvent(event)
            return
        there = max(0, min(len(buttons) - 1, here + move))
        buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Round the outer corners again when the reading direction changes."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()
        super().changeEvent(event)

    def _add(self, key: str, words: str, *, quiet: bool) -> None:
        button = _Segment(words, self._name, quiet=quiet)
        button.setProperty("key", key)
        button.clicked.connect(self._on_clicked)
        self._buttons[key] = button
        self._row.addWidget(button, 1)

    def _place(self) -> None:
        rtl = "_rtl" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else ""
        last = len(self._buttons) - 1
        for place, button in enumerate(self._buttons.values()):
            word = {0: "first", last: "last"}.get(place, "middle") + rtl
            button.setProperty("place", word if last else "only")
            button.style().unpolish(button)
            button.style().polish(button)

    def _on_clicked(self) -> None:
        sender = self.sender()
        key = str(sender.property("key"))
        was_chosen = not self._buttons[key].isChecked()
        if was_chosen and not self._may_clear:
            self.show_chosen(key)
            return
        now = "" if was_chosen else key
        self.show_chosen(now)
        self.chosen.emit(now)


class _Segment(Button):
    def __init__(self, words: str, group: str, *, quiet: bool) -> None:
        super().__init__(words, "segment", name=f"{group}: {words}")
        self._quiet = quiet
        self.setProperty("quiet", quiet)
        self.setCheckable(True)
        self.set_icon("", when_checked="check")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        if not press_by(self, event, others=ARROWS):
            super().keyPressEvent(event)

    def _tone(self) -> str:
        return "ink" if self._quiet and self.isEnabled() else super()._tone()
