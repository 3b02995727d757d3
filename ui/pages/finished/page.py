"""The sealed record: its documents, save, print, and who got which."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.finished import FILE, PAPER, FinishedView
from spinecounsel.viewing.later import LaterView
from spinecounsel.wording import say
from ui.pages.finished.later import LaterCard
from ui.pages.finished.shelf import Shelf
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.check_row import CheckRow
from ui.widgets.field import ProblemLine
from ui.widgets.icons import KindMark
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, PageTitle, Text
from ui.widgets.wrapping import Wrapping


class FinishedPage(Page):
    """Shows what was sealed.

    ``export_asked(named)`` says whether the file's name may tell whom it is about, ``given(way)``
    how the document that is seen was handed over; the others say what was pressed.
    """

    export_asked = Signal(bool)
    print_asked = Signal()
    given = Signal(str)
    closed = Signal()

    def __init__(self, kinds: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setObjectName("finished")
        self.shelf = Shelf(kinds)
        self._title, self._mark = PageTitle(), KindMark("seal", size=30)
        self._shown = ""
        self._facts = Card(pad=24, spacing=12)
        self._standing = Notice()
        self._standing.setObjectName("finished.standing")
        self._added = Notice(boxed=False, mark="doc")
        self._added.setObjectName("finished.added")
        self._again = Notice(boxed=False, mark="clock")
        self._again.setObjectName("finished.again")
        self.later = LaterCard()
        self._events = Text("", "row", "ink2")
        self._busy = Text("", "row", "ink2")
        self._carries = ProblemLine()
        self._export = Button(say("Save as PDF"), "primary")
        self._export.setObjectName("finished.export")
        self._export.clicked.connect(self._on_export)
        self._named = CheckRow(say("Put name or hospital number into the file name"))
        self._named.setObjectName("finished.named")
        self._print = self._button("print", say("Print"), "secondary", self.print_asked)
        self._ways = {way: self._way(way) for way in (PAPER, FILE)}
        self._close = self._button("close", say("Back to all consultations"), "quiet", self.closed)
        self._lay_out()

    def show_view(self, view: FinishedView) -> None:
        """Show a sealed record and what became of its papers."""
        if self._shown != view.fingerprint:
            self._named.setChecked(False)
        self._shown = view.fingerprint
        self._events.setText("\n".join(view.events))
        self._events.setVisible(bool(view.events))
        self._carries.show_words(
            view.carries if view.warns else "", "" if view.warns else view.carries
        )
        for way, words in view.ways:
            self._ways[way].setText(words)
        self._fill_facts(view)
        self.shelf.show_view(view)
        self._busy.setVisible(bool(self._busy.text()))

    def show_later(self, view: LaterView | None) -> None:
        """Show how the record stands and what was added to it; what is grave stands at the top."""
        self._title.setText(view.title if view else "")
        self._mark.show_kind(view.mark if view else "seal")
        self._standing.show_sentence("\n".join(view.standing) if view else "")
        self._added.show_sentence(view.added if view else "")
        self._again.show_sentence(view.again if view else "")
        if view is None:
            self.later.clear()
        else:
            self.later.show_view(view)

    def say_busy(self, sentence: str) -> None:
        """Say what is going on, or what went wrong; empty for nothing."""
        self._busy.setText(sentence)
        self._busy.setVisible(bool(sentence))

    def clear(self) -> None:
        """Forget the record, so that nothing about a patient stays behind a lock."""
        self.shelf.show_document(())
        self._empty_facts()
        self._shown = ""
        for text in (self._title, self._events, self._busy):
            text.setText("")

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._export

    def _button(self, ident: str, words: str, role: str, signal: SignalInstance) -> Button:
        button = Button(words, role)
        button.setObjectName(f"finished.{ident}")
        button.clicked.connect(signal)
        return button

    def _way(self, way: str) -> Button:
        button = Button("", "secondary")
        button.setObjectName(f"finished.given.{way}")
        button.setProperty("way", way)
        button.clicked.connect(self._on_given)
        return button

    def _on_export(self) -> None:
        self.export_asked.emit(self._named.isChecked())

    def _on_given(self) -> None:
        self.given.emit(self.sender().property("way"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(34, 12, 32, 0)
        row.setSpacing(theme().px("xl"))
        left = Scroll()
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(6, 12, 12, 20)
        column.setSpacing(theme().px("m"))
        head = QHBoxLayout()
        head.setSpacing(theme().px("m"))
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        column.addWidget(self._standing)
        column.addWidget(self._added)
        column.addWidget(self._again)
        for buttons in ((self._export, self._print, self._close), tuple(self._ways.values())):
            column.addWidget(_line(buttons))
        column.addWidget(self._carries)
        column.addWidget(self._named)
        column.addWidget(self._busy)
        column.addWidget(self._facts)
        column.addWidget(self.later)
        column.addWidget(self._events)
        column.addStretch(1)
        left.setWidget(ground)
        row.addWidget(left, 1)
        row.addWidget(self.shelf, 1)

    def _fill_facts(self, view: FinishedView) -> None:
        self._empty_facts()
        self._facts.add(Heading(view.patient))
        for label, words in view.lines:
            self._facts.add(_fact(label, words, "lead"))
        self._facts.add(Rule())
        self._facts.add(_fact(say("Signed by"), "\n".join(view.signers), "body"))
        self._facts.add(_fact(say("Fingerprint of the record"), view.fingerprint, "label"))

    def _empty_facts(self) -> None:
        column = self._facts.column
        while column.count():
            item = column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()


def _line(buttons: tuple[Button, ...]) -> QWidget:
    line = QWidget()
    row = Wrapping(line, spacing=theme().px("m"))
    for button in buttons:
        row.addWidget(button)
    return line


def _fact(label: str, words: str, role: str) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(label, "label", "ink2"))
    column.addWidget(Text(words, role))
    return part
