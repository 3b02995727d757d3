"""How long consultations are kept, and how one is erased for good."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.keeping import KeepingView, confirmation
from spinecounsel.wording import say
from ui.pages.vault.parts import half, line
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, column
from ui.widgets.check_row import CheckRow
from ui.widgets.field import LineField, PickField
from ui.widgets.notice import Notice
from ui.widgets.text import Heading, Text


class KeepingSection(QWidget):
    """Shows a ``KeepingView``.

    ``years_given(typed)`` sets the rule, ``due_asked()`` chooses what is due, ``sought(number)``
    finds what is kept of a patient, ``erase_asked(ids, why)`` erases, ``finish_asked()`` ends an
    erasure.  ``told()`` when something was said in ``said``, which may lie out of view.
    """

    years_given = Signal(str)
    due_asked = Signal()
    sought = Signal(str)
    erase_asked = Signal(object, str)
    finish_asked = Signal()
    told = Signal()

    def __init__(self, grounds: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setObjectName("vault.keeping")
        self._rows: list[CheckRow] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self._rule, self._due = Text("", "lead"), Text("", "lead")
        self._years = LineField(
            say("Years after the consultation (empty for no rule)"),
            "vault.keeping.years",
            on_paper=False,
        )
        self._set = self._button("set", say("Make this the rule"), self._on_set)
        self._choose = line(self._button("due", say("Show them below"), self.due_asked))
        self._number = LineField(
            say("Hospital number, or number of a record"), "vault.keeping.number", on_paper=False
        )
        self._find = self._button("find", say("Find"), self._on_find)
        self._found = Text("", "body_strong")
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._why = PickField(say("Why?"), "vault.keeping.why", grounds)
        self._reason = grounds[0][0]
        self._why.chosen.connect(self._on_why)
        self._word = LineField(
            say("Type “{word}” to go on", word=confirmation()),
            "vault.keeping.word",
            on_paper=False,
        )
        self._erase = self._button("erase", say("Erase for good"), self._on_erase)
        self._erase.set_role("danger")
        self._chosen_part = QWidget()
        self._unfinished = Notice()
        self._finish = line(self._button("finish", say("Finish the erasure"), self.finish_asked))
        self.said = Text("", "row")
        self.said.setObjectName("vault.keeping.said")
        self._word.written.connect(self._on_word)
        self._lay_out()
        self.clear()

    def show_view(self, view: KeepingView) -> None:
        """Show the rule, what is due, and what was found."""
        self._rule.setText(view.rule)
        self._due.setText(view.due)
        self._due.setVisible(bool(view.due))
        self._years.show_words(view.years)
        self._choose.setVisible(view.has_due)
        self._unfinished.show_sentence(view.unfinished)
        self._finish.setVisible(bool(view.unfinished))
        self._found.setText(view.found_words)
        self._found.setVisible(bool(view.found_words))
        if view.found != self._shown:
            self._fill(view.found)
        for part in (self._list, self._chosen_part):
            part.setVisible(bool(view.found))

    def say(self, sentence: str) -> None:
        """Say what was done, or why not; empty for nothing."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if sentence:
            self.told.emit()

    def results(self) -> tuple[QWidget, ...]:
        """Give what shows what was found, with the head last: if one has to be seen, it is that."""
        parts = (self._chosen_part, self._found)
        return tuple(part for part in parts if part.isVisibleTo(self))

    def show_busy(self, *, busy: bool) -> None:
        """Take nothing while something is being erased."""
        self.setEnabled(not busy)

    def clear(self) -> None:
        """Forget what was found and typed."""
        self.say("")
        self._fill(())
        self._number.show_text("")
        self._found.setText("")
        for part in (self._list, self._chosen_part, self._found, self._choose, self._finish):
            part.hide()

    def _fill(self, found: tuple[tuple[str, str], ...]) -> None:
        self._shown = found
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for ident, words in found:
            row = CheckRow(words)
            row.setObjectName(f"vault.keeping.row.{ident}")
            row.setChecked(True)
            row.clicked.connect(self._on_word)
            self._column.addWidget(row)
            self._rows.append(row)
        self._word.show_text("")
        self._on_word()

    def _chosen(self) -> tuple[str, ...]:
        shown = zip(self._shown, self._rows, strict=True)
        return tuple(ident for (ident, _), row in shown if row.isChecked())

    def _on_set(self) -> None:
        self.years_given.emit(self._years.text())

    def _on_find(self) -> None:
        if self._number.text().strip():
            self.sought.emit(self._number.text().strip())

    def _on_why(self, key: str) -> None:
        self._reason = key

    def _on_word(self) -> None:
        typed = self._word.text().strip().casefold()
        self._erase.setEnabled(typed == confirmation().casefold() and bool(self._chosen()))

    def _on_erase(self) -> None:
        self.erase_asked.emit(self._chosen(), self._reason)

    def _button(self, ident: str, words: str, pressed: SignalInstance | object) -> Button:
        button = Button(words)
        button.setObjectName(f"vault.keeping.{ident}")
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        lines = column(self, spacing=theme().px("l"))
        kept = Card(pad=24, spacing=12)
        kept.add(Heading(say("How long consultations are kept")))
        kept.add(self._rule)
        kept.add(half(self._years))
        for part in (line(self._set), self._due, self._choose):
            kept.add(part)
        lines.addWidget(kept)
        erased = Card(pad=24, spacing=12)
        erased.add(Heading(say("Erase for good")))
        erased.add(self._unfinished)
        erased.add(self._finish)
        erased.add(
            Text(
                say(
                    "When the law asks for it, all that is kept of one patient can be erased. "
                    "Nobody can bring it back. A note stays in the trail: the number of the "
                    "record, when, by whom and why, and no word about the patient."
                ),
                "lead",
            )
        )
        sure = column(self._chosen_part)
        for part in (half(self._why), half(self._word), line(self._erase)):
            sure.addWidget(part)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px("s"))
        erased.add(half(self._number))
        for part in (line(self._find), self._found, self._list):
            erased.add(part)
        erased.add(self._chosen_part)
        lines.addWidget(erased)
        lines.addWidget(self.said)
        for field, pressed in ((self._number, self._on_find), (self._years, self._on_set)):
            edit = field.edit
            assert isinstance(edit, QLineEdit)  # noqa: S101 - a field of one line
            edit.returnPressed.connect(pressed)
