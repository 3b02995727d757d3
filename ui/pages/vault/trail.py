"""The audit trail: who did what, when, to which record; read as a table."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextBrowser, QWidget

from spinecounsel.viewing.trail import TrailLine
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, column
from ui.widgets.field import LineField
from ui.widgets.text import Heading, Text
from ui.widgets.wrapping import Wrapping

HEIGHT = 460  # px at 100 % text


class TrailSection(QWidget):
    """Shows lines of the trail, newest first.

    ``sought(number)`` wants those of one record, of all when it is empty; ``more_asked()`` wants
    the lines before those that are shown.
    """

    sought = Signal(str)
    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("vault.trail")
        self._lines: tuple[TrailLine, ...] = ()
        self._record = LineField(
            say("Number of a record (empty for everything)"), "vault.trail.record", on_paper=False
        )
        self._find = self._button("find", say("Show"))
        self._find.clicked.connect(self._on_find)
        edit = self._record.edit
        assert isinstance(edit, QLineEdit)  # noqa: S101 - a field of one line
        edit.returnPressed.connect(self._on_find)
        self._table = QTextBrowser()
        self._table.setObjectName("vault.trail.table")
        self._table.setAccessibleName(say("The trail"))
        self._table.setOpenLinks(False)
        self._table.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._older = self._button("older", say("Show earlier lines"))
        self._older.clicked.connect(self.more_asked)
        self.said = Text("", "row")
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self.clear()

    def show_lines(self, lines: tuple[TrailLine, ...], *, more: bool) -> None:
        """Show lines in the place of all others; ``more`` says whether there are earlier ones."""
        grown = lines[: len(self._lines)] == self._lines
        place = self._table.verticalScrollBar().value()
        self._lines = lines
        self._older.setVisible(more)
        self._on_themed()
        self._table.verticalScrollBar().setValue(place if grown else 0)
        self.say("" if lines else say("There is nothing under this number."))

    def say(self, sentence: str) -> None:
        """Say what went wrong; empty for nothing."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def clear(self) -> None:
        """Forget the lines."""
        self._lines = ()
        self._record.show_text("")
        self._older.hide()
        self.say("")
        self._on_themed()

    def _on_find(self) -> None:
        self.sought.emit(self._record.text().strip())

    def _on_themed(self) -> None:
        document = self._table.document()
        document.setDefaultFont(QFont(theme().font("body")))
        document.setDocumentMargin(theme().px("m"))
        document.setDefaultStyleSheet(_style())
        self._table.setHtml(_html(self._lines))
        self._table.setMinimumHeight(round(HEIGHT * min(theme().text_scale, 1.25)))

    def _button(self, ident: str, words: str) -> Button:
        button = Button(words)
        button.setObjectName(f"vault.trail.{ident}")
        return button

    def _lay_out(self) -> None:
        card = Card(pad=24, spacing=12)
        card.add(Heading(say("Trail")))
        card.add(
            Text(
                say(
                    "Who did what, when, and to which record. Each line is tied to the one before "
                    "it, so none can be changed or taken out unnoticed."
                ),
                "lead",
            )
        )
        half = QWidget()
        beside = QHBoxLayout(half)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._record, 1)
        beside.addStretch(1)
        card.add(half)
        for button in (self._find, self._older):
            part = QWidget()
            row = Wrapping(part, spacing=theme().px("m"))
            row.addWidget(button)
            if button is self._find:
                card.add(part)
                card.add(self.said)
                card.add(self._table)
            else:
                card.add(part)
        lines = column(self, spacing=theme().px("l"))
        lines.addWidget(card)


def _style() -> str:
    ink, quiet, line = (theme().colour(role).name() for role in ("ink", "ink2", "line"))
    return (
        f"td {{ color: {ink} }} th {{ color: {quiet}; text-align: left }} "
        f"table {{ border-color: {line} }}"
    )


def _html(lines: tuple[TrailLine, ...]) -> str:
    if not lines:
        return ""
    heads = (say("No."), say("When"), say("Who"), say("What"), say("Record"))
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td>{escape(each)}</td>"
            for each in (str(line.number), line.when, line.who, line.what, line.record)
        )
        + "</tr>"
        for line in lines
    )
    return f"<table border=1 cellspacing=0 cellpadding=6 width='100%'><tr>{head}</tr>{rows}</table>"
