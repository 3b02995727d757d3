"""What was added to the record later, and what can be added now."""

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.later import LaterLine, LaterView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.text import Heading, Text
from ui.widgets.wrapping import Wrapping


class LaterCard(Card):
    """Shows a ``LaterView``.

    ``add_asked()``, ``withdraw_asked()``, ``replace_asked()`` say what is to be added;
    ``save_asked(id)`` and ``print_asked(id)`` want the paper of an addition, ``record_asked(id)``
    the record that stands in the place of this one, or the other way round.
    """

    add_asked = Signal()
    withdraw_asked = Signal()
    replace_asked = Signal()
    save_asked = Signal(str)
    print_asked = Signal(str)
    record_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(pad=24, spacing=12)
        self.setObjectName("finished.later")
        self._shown: LaterView | None = None
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px("m"))
        self._none = Text(say("Nothing was added to this record."), "body", "ink2")
        self._add = self._button("add", say("Add to this record"), self.add_asked)
        self._withdraw = self._button("withdraw", say("Consent withdrawn"), self.withdraw_asked)
        self._replace = self._button(
            "replace", say("New consultation that replaces this one"), self.replace_asked
        )
        self._buttons = QWidget()
        row = Wrapping(self._buttons, spacing=theme().px("m"))
        for button in (self._add, self._withdraw, self._replace):
            row.addWidget(button)
        self.add(Heading(say("Added later")))
        self.add(self._none)
        self.add(self._lines)
        self.add(self._buttons)

    def show_view(self, view: LaterView) -> None:
        """Show what was added; the lines are made anew only when they differ."""
        before, self._shown = self._shown, view
        self._none.setVisible(not view.lines and not view.older)
        self._add.setVisible(view.may_add)
        self._withdraw.setVisible(view.may_withdraw)
        self._replace.setVisible(view.may_replace)
        self._buttons.setVisible(view.may_add or view.may_withdraw or view.may_replace)
        old = (before.lines, before.older) if before else None
        if old != (view.lines, view.older):
            self._fill(view)

    def clear(self) -> None:
        """Forget the record."""
        self._shown = None
        self._empty()

    def _fill(self, view: LaterView) -> None:
        self._empty()
        if view.older:
            self._column.addWidget(Text(view.older_words, "row"))
            self._column.addWidget(self._opening(view.older, say("Open the older record")))
        for line in view.lines:
            if self._column.count():
                self._column.addWidget(Rule())
            self._column.addWidget(self._line(line))
        self._lines.setVisible(bool(self._column.count()))

    def _empty(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()

    def _line(self, line: LaterLine) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(Text(line.title, "strong"))
        column.addWidget(Text(line.sentence, "row"))
        if line.text:
            column.addWidget(Text(line.text, "row"))
        facts = "\n".join(f"{label}: {words}" for label, words in line.facts)
        if facts and not line.newer:
            column.addWidget(Text(facts, "body"))
        column.addWidget(Text(say("Signed by {who}", who=line.signed), "body", "ink2"))
        column.addWidget(self._papers(line))
        return part

    def _papers(self, line: LaterLine) -> QWidget:
        part = QWidget()
        row = Wrapping(part, spacing=theme().px("m"))
        if line.newer:
            row.addWidget(self._opening(line.newer, say("Open the newer record")))
        for what, words, pressed in (
            ("save", say("Save as PDF"), self._on_save),
            ("print", say("Print"), self._on_print),
        ):
            name = say("{what}: {title}", what=words, title=line.title)
            row.addWidget(_asking(f"{what}.{line.id}", words, name, pressed, line.id))
        return part

    def _opening(self, record: str, words: str) -> Button:
        return _asking(f"open.{record}", words, words, self._on_record, record)

    def _on_save(self) -> None:
        self.save_asked.emit(self.sender().property("asks"))

    def _on_print(self) -> None:
        self.print_asked.emit(self.sender().property("asks"))

    def _on_record(self) -> None:
        self.record_asked.emit(self.sender().property("asks"))

    def _button(self, ident: str, words: str, signal: SignalInstance) -> Button:
        button = Button(words)
        button.setObjectName(f"finished.later.{ident}")
        button.clicked.connect(signal)
        return button


def _asking(ident: str, words: str, name: str, pressed: Callable[[], None], asks: str) -> Button:
    button = Button(words, "secondary", name=name, small=True)
    button.setObjectName(f"finished.later.{ident}")
    button.setProperty("asks", asks)
    button.clicked.connect(pressed)
    return button
