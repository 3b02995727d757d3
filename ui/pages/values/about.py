"""What the patient's own words are about: questions that tie them to what is known."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.field import PickField
from ui.widgets.text import Text

Questions = Sequence[tuple[str, str]]  # the id of a concept, and its question


class About(QWidget):
    """The questions that own words are tied to, and a list to pick another one from.

    ``tied(concept, on)`` says what a person did.  The list is named ``<place>.about``, the button
    ``<place>.tie``, and each question that is tied ``<place>.about.<concept>``.
    """

    tied = Signal(str, bool)

    def __init__(self, questions: Questions, words: str) -> None:
        super().__init__()
        self._picked = ""
        self._place = ""
        self._chips: dict[str, Button] = {}
        choose = ("", say("Choose a question"))
        self._pick = PickField(say("This is about"), "", (choose, *questions))
        self._pick.label.hide()
        self._pick.edit.setAccessibleName(say("{words} is about", words=words))
        self._pick.chosen.connect(self._on_picked)
        self._tie = Button(say("Add"), icon="plus", small=True)
        self._tie.setAccessibleName(say("Add what it is about"))
        self._tie.setEnabled(False)
        self._tie.clicked.connect(self._on_tie)
        self._hint = Text(say("Nothing was counted on just this."), "body", "ink2")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px("s"))
        self._line = QBoxLayout(SIDE_BY_SIDE)
        self._line.setSpacing(theme().px("m"))
        self._line.addWidget(self._pick, 1)
        self._line.addWidget(self._tie, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(Text(say("This is about"), "body_strong"))
        column.addLayout(self._list)
        column.addWidget(self._hint)
        column.addLayout(self._line)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_tied(self, tied: Questions, *, place: str) -> None:
        """Show what they are tied to; a question that was there stays."""
        self._place = place
        if [concept for concept, _ in tied] != list(self._chips):
            self._arrange(tied)
        for concept, chip in self._chips.items():
            chip.setObjectName(f"{place}.about.{concept}")
        self._pick.edit.setObjectName(f"{place}.about")
        self._tie.setObjectName(f"{place}.tie")
        self._hint.setVisible(not tied)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [*self._chips.values(), self._pick.edit, self._tie]

    def _arrange(self, tied: Questions) -> None:
        old, self._chips = self._chips, {}
        for concept, question in tied:
            chip = old.pop(concept, None) or self._new_chip(concept, question)
            self._chips[concept] = chip
            self._list.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeading)
        for chip in old.values():
            if chip.hasFocus():
                self._pick.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for above, below in pairwise(self.stops()):
            QWidget.setTabOrder(above, below)

    def _new_chip(self, concept: str, question: str) -> Button:
        chip = Button(question, icon="clear", icon_after=True, small=True)
        chip.setAccessibleName(say("It is about: {question} Take this away", question=question))
        chip.setProperty("concept", concept)
        chip.clicked.connect(self._on_chip)
        return chip

    def _on_picked(self, concept: str) -> None:
        self._picked = concept
        self._tie.setEnabled(bool(concept) and concept not in self._chips)

    def _on_tie(self) -> None:
        concept, self._picked = self._picked, ""
        self._pick.show_key("")
        self._pick.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tie.setEnabled(False)
        self.tied.emit(concept, True)  # noqa: FBT003 - a Qt signal

    def _on_chip(self) -> None:
        self.tied.emit(str(self.sender().property("concept")), False)  # noqa: FBT003 - a Qt signal

    def _on_themed(self) -> None:
        self._line.setDirection(FOLDED if theme().large_text else SIDE_BY_SIDE)
