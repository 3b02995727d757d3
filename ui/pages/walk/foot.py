"""The foot of the card: what is marked of a topic."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spinecounsel.viewing.walk_card import CardState, CardView
from spinecounsel.wording import say
from ui.widgets.button import Button
from ui.widgets.laying import laid_out_once

_SHOWN = {
    CardState.OPEN: ("discussed", "material", "ask", "set_aside"),
    CardState.SENSITIVE: ("open", "ask", "set_aside", "next"),
    CardState.MAY_NOT_FIT: ("open", "ask", "next"),
    CardState.ASIDE: ("show_after_all", "ask", "next"),
}
SIDES, GAP = 16, 9  # px


class WalkFoot(QWidget):
    """Marks a topic.

    ``discussed``, ``unmarked``, ``set_aside``, ``opened``, ``went_on`` and ``ask_asked(on)``;
    ``material_flagged(on)``.
    """

    discussed = Signal()
    unmarked = Signal()
    set_aside = Signal()
    opened = Signal()
    went_on = Signal()
    ask_asked = Signal(bool)
    material_flagged = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._shown = list(_SHOWN[CardState.OPEN])
        self._marked = ""
        self._buttons = {
            "discussed": self._button("discussed", say("Discussed"), "to_do"),
            "show_after_all": self._button("show_after_all", say("Show it after all"), "eye"),
            "open": self._button("open", say("I agree, open it"), "eye"),
            "material": self._button("material", say("Matters to me"), "star"),
            "ask": self._button("ask", say("A question"), "ask"),
            "set_aside": self._button("set_aside", say("Rather not know"), "", "quiet"),
            "next": self._button("next", say("Next topic"), "right"),
        }
        self._words = {ident: self._buttons[ident].text() for ident in ("material", "ask")}
        for ident, words in self._words.items():
            self._buttons[ident].setAccessibleName(words)
        self._connect()
        self._lay_out()

    def show_foot(self, view: CardView, *, asking: bool, last: bool) -> None:
        """Show what is marked of the topic; ``asking`` while a question is written."""
        self._marked = view.marked
        absent = {"next"} if last else set()
        if not view.may_open:
            absent.add("open")
        self._shown = [each for each in _SHOWN[view.state] if each not in absent]
        with laid_out_once(self):
            self._show_buttons(view, asking=asking)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use shorter buttons where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def first(self) -> QWidget:
        """Give the button to go on with, for the focus."""
        return self._buttons[next(iter(self._shown), "ask")]

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return list(self._buttons.values())

    def press(self, ident: str) -> None:
        """Press a button from afar, when it is there."""
        if self._buttons[ident].isVisible():
            self._buttons[ident].click()

    def focus_ask(self) -> None:
        """Give the focus to the button that opens the questions."""
        self._buttons["ask"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, view: CardView, *, asking: bool) -> None:
        for ident, button in self._buttons.items():
            button.setVisible(ident in self._shown)
        discussed = self._buttons["discussed"]
        discussed.setText(view.marked or say("Discussed"))
        discussed.setChecked(bool(view.marked))
        discussed.setToolTip(say("Take the mark back (D)") if view.marked else say("Discussed (D)"))
        fits = view.state is not CardState.MAY_NOT_FIT
        self._buttons["open"].setText(
            say("I agree, open it") if fits else say("Open it all the same")
        )
        self._buttons["material"].setChecked(view.material)
        self._buttons["ask"].setChecked(asking)
        self._fit()

    def _button(self, ident: str, words: str, icon: str, role: str = "secondary") -> Button:
        button = Button(words, role, icon=icon, icon_after=ident == "next")
        button.setObjectName(f"walk.{ident}")
        return button

    def _connect(self) -> None:
        buttons = self._buttons
        for ident in ("discussed", "material", "ask"):
            buttons[ident].setCheckable(True)
        buttons["discussed"].set_icon("to_do", when_checked="done")
        buttons["material"].set_icon("star", when_checked="starfull")
        buttons["material"].setToolTip(say("Matters to me (M)"))
        buttons["ask"].setToolTip(say("A question (Q)"))
        buttons["discussed"].clicked.connect(self._on_discussed)
        buttons["show_after_all"].clicked.connect(self.unmarked)
        buttons["open"].clicked.connect(self.opened)
        buttons["material"].clicked.connect(self.material_flagged)
        buttons["ask"].clicked.connect(self.ask_asked)
        buttons["set_aside"].clicked.connect(self.set_aside)
        buttons["next"].clicked.connect(self.went_on)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDES, 13, SIDES, 13)
        row.setSpacing(GAP)
        for ident, button in self._buttons.items():
            if ident == "set_aside":
                row.addStretch(1)
            row.addWidget(button)

    def _fit(self) -> None:
        """Leave the icons alone on two buttons when the words of all have no room."""
        for ident, words in self._words.items():
            self._buttons[ident].setText(words)
        shown = [each for each in self._buttons.values() if not each.isHidden()]
        gaps = GAP * (len(shown) - 1) + 2 * SIDES
        if sum(each.sizeHint().width() for each in shown) + gaps > self.width():
            for ident in self._words:
                self._buttons[ident].setText("")

    def _on_discussed(self) -> None:
        (self.unmarked if self._marked else self.discussed).emit()
