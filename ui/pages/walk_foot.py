"""The foot of the card: what is marked of a topic, and the questions that were asked about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk_card import CardState, CardView
from spinecounsel.wording import say
from ui.pages.walk_question import QuestionPanel
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.field import LineField


class WalkFoot(QWidget):
    """Marks a topic.

    ``discussed(key)``, ``unmarked(key)``, ``set_aside(key, wish)``, ``material_flagged(key, on)``,
    ``asked(key, id, text, answer)``; the id is empty for a new question.
    """

    discussed = Signal(str)
    unmarked = Signal(str)
    set_aside = Signal(str, str)
    material_flagged = Signal(str, bool)
    asked = Signal(str, str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._key, self._state, self._marked = "", CardState.OPEN, ""
        self._discussed = self._button("discussed", say("Discussed"), "to_do", "primary")
        self._material = self._button("material", say("Matters to me"), "star")
        self._ask = self._button("ask", say("A question"), "ask")
        self._aside = self._button("set_aside", say("Rather not know"), "", "quiet")
        self._after_all = self._button("show_after_all", say("Show it after all"), "eye", "quiet")
        self._wish = LineField(say("In your words, if you like"), "walk.wish")
        self._wish.written.connect(self._on_wish_written)
        self.questions = QuestionPanel()
        self.questions.asked.connect(self._on_asked)
        self._connect()
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_foot(self, view: CardView) -> None:
        """Show what is marked of the topic."""
        if view.key != self._key:
            self.questions.fold()
        self._key, self._state, self._marked = view.key, view.state, view.marked
        is_open = view.state is CardState.OPEN
        self._discussed.setVisible(is_open)
        self._discussed.setText(view.marked or say("Discussed"))
        self._discussed.set_role("secondary" if view.marked else "primary")
        self._discussed.set_icon("done" if view.marked else "check")
        self._material.setVisible(is_open)
        self._material.setChecked(view.material)
        aside = view.state is CardState.ASIDE
        self._aside.setVisible(not aside and view.state is not CardState.MAY_NOT_FIT)
        self._after_all.setVisible(aside)
        self._wish.setVisible(aside)
        if aside:
            self._wish.show_words(view.wish)
        self._ask.setChecked(self.questions.isVisibleTo(self))
        self.questions.show_questions(view.asked)

    def first(self) -> QWidget:
        """Give the button to go on with, for the focus."""
        return self._discussed if self._state is CardState.OPEN else self._aside

    def press_discussed(self) -> None:
        """Mark the topic, as the button does."""
        if self._discussed.isVisible():
            self._discussed.click()

    def press_material(self) -> None:
        """Note that the topic matters, or no longer, as the button does."""
        if self._material.isVisible():
            self._material.click()

    def press_ask(self) -> None:
        """Open the questions, as the button does."""
        self._ask.click()

    def _button(self, ident: str, words: str, icon: str, role: str = "secondary") -> Button:
        button = Button(words, role, icon=icon)
        button.setObjectName(f"walk.{ident}")
        return button

    def _connect(self) -> None:
        self._material.setCheckable(True)
        self._material.set_icon("star", when_checked="starfull")
        self._ask.setCheckable(True)
        self._discussed.setToolTip(say("Key: D"))
        self._material.setToolTip(say("Key: M"))
        self._ask.setToolTip(say("Key: Q"))
        self._discussed.clicked.connect(self._on_discussed)
        self._material.clicked.connect(self._on_material)
        self._ask.clicked.connect(self._on_ask)
        self._aside.clicked.connect(self._on_aside)
        self._after_all.clicked.connect(self._on_after_all)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 14, 28, 14)
        column.setSpacing(theme().px("m"))
        column.addWidget(self._wish)
        column.addWidget(self.questions)
        self._box = QBoxLayout(SIDE_BY_SIDE)
        self._box.setSpacing(theme().px("m"))
        for buttons in (
            (self._discussed, self._material),
            (self._ask, self._aside, self._after_all),
        ):
            row = QHBoxLayout()
            row.setSpacing(theme().px("m"))
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            self._box.addLayout(row)
        self._box.addStretch(1)
        column.addLayout(self._box)

    def _on_themed(self) -> None:
        self._box.setDirection(FOLDED if theme().large_text else SIDE_BY_SIDE)

    def _on_discussed(self) -> None:
        (self.unmarked if self._marked else self.discussed).emit(self._key)

    def _on_material(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.material_flagged.emit(self._key, on)

    def _on_ask(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        if on:
            self.questions.unfold()
        else:
            self.questions.fold()
        self._ask.setChecked(on)

    def _on_aside(self) -> None:
        self.set_aside.emit(self._key, "")

    def _on_after_all(self) -> None:
        self.unmarked.emit(self._key)

    def _on_wish_written(self, words: str) -> None:
        self.set_aside.emit(self._key, words)

    def _on_asked(self, ident: str, text: str, answer: str) -> None:
        self.asked.emit(self._key, ident, text, answer)
        self._ask.setChecked(False)
        self._ask.setFocus(Qt.FocusReason.OtherFocusReason)
