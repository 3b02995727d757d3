"""A recovery code that was just made: on paper first, then on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.recovery import RecoveryView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.icons import KindMark
from ui.widgets.look import Look, stand_alone
from ui.widgets.notice import Notice
from ui.widgets.text import PageTitle, Text
from ui.widgets.wrapping import Wrapping

WIDTH = 680  # px at 100 % text


class RecoveryPage(Page):
    """Shows the code.

    ``print_asked()``; ``kept()`` when a group was typed back right; ``left()`` without the code.
    ``look`` changes text size and colours and leads to help.
    """

    print_asked = Signal()
    kept = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recovery")
        self._view: RecoveryView | None = None
        self._step = Text("", "label", "ink2")
        self._sentences = [Text("", "lead"), Text("", "body", "ink2")]
        self._code = Card("well")
        self._code.setObjectName("recovery.code")
        self._code.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row = Wrapping(spacing=theme().px("l"))
        self._code.column.addLayout(self._row)
        self._groups: list[Text] = []
        self._label = Text("", "control")
        self._typed = QLineEdit()
        self._typed.setObjectName("recovery.typed")
        self._typed.returnPressed.connect(self._on_go)
        self._label.setBuddy(self._typed)
        self._problem = Notice()
        self._print = self._button("print", Button(say("Print it"), icon="print"))
        self._print.clicked.connect(self.print_asked)
        self._later = self._button("later", Button(""))
        self._later.clicked.connect(self.left)
        self._warning = Notice()
        self._go = self._button("go", Button(say("It is on paper: go on"), "primary"))
        self._go.clicked.connect(self._on_go)
        self.look = Look("recovery")
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: RecoveryView) -> None:
        """Show a code."""
        self.clear()
        self._view = view
        for text, sentence in zip(self._sentences, view.sentences, strict=True):
            text.setText(sentence)
        self._step.setText(view.step)
        self._step.setVisible(bool(view.step))
        self._warning.show_sentence(view.warning)
        self._later.setText(view.later)
        self._later.setVisible(bool(view.later))
        self._code.setAccessibleName(say("Recovery code: {code}", code=view.spoken))
        self._groups = [Text(group, "display") for group in view.groups]
        self._groups[view.asked - 1].setObjectName("recovery.group")
        for text in self._groups:
            self._row.addWidget(text)
            text.show()
        words = say("To go on, type group {n} of the code from your paper", n=view.asked)
        self._label.setText(words)
        self._typed.setAccessibleName(words)

    def clear(self) -> None:
        """Forget the code."""
        self._view = None
        for text in self._groups:
            self._row.removeWidget(text)
            text.setText("")
            text.hide()
            text.deleteLater()
        self._groups = []
        self._code.setAccessibleName("")
        self._typed.clear()
        self._problem.show_sentence("")

    def say_problem(self, sentence: str) -> None:
        """Say why the code does not hold yet."""
        self._problem.show_sentence(sentence)

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._code

    def _button(self, ident: str, button: Button) -> Button:
        button.setObjectName(f"recovery.{ident}")
        return button

    def _lay_out(self) -> None:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(14, 24, 14, 24)
        column.setSpacing(theme().px("m"))
        head = QHBoxLayout()
        head.setSpacing(theme().px("m"))
        head.addWidget(KindMark("key"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(PageTitle(say("Your recovery code")), 1)
        actions = QWidget()
        row = Wrapping(actions, spacing=theme().px("m"))
        for button in (self._go, self._print, self._later):
            row.addWidget(button)
        column.addStretch(1)
        column.addWidget(self._step)
        column.addLayout(head)
        asked = (self._label, self._typed, self._problem, actions)
        for part in (self._warning, *self._sentences, self._code, *asked):
            column.addWidget(part)
        column.addStretch(2)
        stand_alone(self, self._column, self.look)

    def _on_go(self) -> None:
        if self._view is None:
            return
        if self._view.is_asked(self._typed.text()):
            self.kept.emit()
            return
        self.say_problem(
            say(
                "That is not group {n}. Please compare it with the code above, and mend what you "
                "wrote down.",
                n=self._view.asked,
            )
        )
        self._typed.selectAll()
        self._typed.setFocus()

    def _on_themed(self) -> None:
        self._column.setMaximumWidth(round(WIDTH * theme().text_scale) + 28)
