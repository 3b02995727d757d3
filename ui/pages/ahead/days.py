"""Days and weeks with one option: a trail of stops, and what is known at each of them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.record.ahead import DayLine, DayNote, Days, Stop
from spinecounsel.wording import say
from ui.pages.ahead.line import BESIDE, LinePanel, WhereFrom
from ui.theme.theme import theme
from ui.widgets.card import Card, column, row
from ui.widgets.certainty import Certainty
from ui.widgets.icons import KindMark
from ui.widgets.slices import Slices
from ui.widgets.tabbing import tab_through
from ui.widgets.text import Heading, Text
from ui.widgets.trail import Trail

PAD = 24
STOPS_AT_ONCE = 5  # more than a window shows
PHASE = 110  # px at 100 % text


class DaysPanel(QWidget):
    """Shows the parts of the time with one option; ``asked(key)`` for the card of a topic."""

    asked = Signal(str)

    def __init__(self, view: Days, *, details: bool) -> None:
        super().__init__()
        self._details = details
        self._above: QWidget | None = None
        whole = column(self, spacing=theme().px("l"))
        whole.addWidget(Text(view.how, "lead"))
        self._card, self._made = Card(pad=PAD, spacing=0), 0
        whole.addWidget(self._card)
        self._rest = Slices(self)
        self._rest.take(self._steps(view), until=self._fills_window)

    def follow(self, above: QWidget) -> None:
        """Let Tab come here after ``above``."""
        self._above = above
        tab_through(above, self._card)

    def _fills_window(self) -> bool:
        return self._made >= STOPS_AT_ONCE

    def _steps(self, view: Days) -> Iterator[None]:
        """Make one stop after the other."""
        last = len(view.stations) - 1
        for place, each in enumerate(view.stations):
            self._card.add(self._stop(each, first=place == 0, last=place == last))
            self._made += 1
            yield
        if self._above is not None:
            self.follow(self._above)

    def _stop(self, each: Stop, *, first: bool, last: bool) -> QWidget:
        panel = QWidget()
        line = row(panel, spacing=theme().px("l"))
        if not theme().large_text:
            phase = Text(each.phase, "body", "ink2")
            phase.setContentsMargins(0, 4, 0, 0)
            phase.setAlignment(Qt.AlignmentFlag.AlignTop)
            phase.setFixedWidth(round(PHASE * theme().text_scale))
            line.addWidget(phase)
        instead = "" if each.known else each.notes[0].mark
        line.addWidget(Trail(instead, first=first, last=last))
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0 if last else theme().px("xl"))
        words.setSpacing(theme().px("xs"))
        if each.phase and theme().large_text:
            words.addWidget(Text(each.phase, "body", "ink2"))
        words.addWidget(Heading(each.title))
        for n, told in enumerate(each.lines):
            words.addWidget(self._line(told, each, n))
        for note in each.notes:
            words.addLayout(_note(note, instead))
        line.addLayout(words, 1)
        return panel

    def _line(self, told: DayLine, each: Stop, n: int) -> QWidget:
        ident = f"ahead.from.{each.id}.{n}"
        if not told.title:
            return self._fact(told, each, ident)
        about = f"{each.title}, {told.topic}"
        panel = LinePanel(told.key, told.title, "", about=about, ident=ident)
        panel.add_parts(told.parts)
        panel.add_fact(told.span)
        if self._details:
            for words in told.origin:
                panel.add_fact(words)
            if told.sure:
                certainty = Certainty(disc=10, role="label")
                certainty.show_level(told.sure)
                panel.add(certainty)
        panel.asked.connect(self.asked)
        return panel

    def _fact(self, told: DayLine, each: Stop, ident: str) -> QWidget:
        panel = QWidget()
        whole = column(panel, spacing=0)
        line = row(spacing=theme().px("m"))
        for part in told.parts:
            words = Text(part.sentence, "row")
            words.setContentsMargins(0, BESIDE, 0, 0)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
        button = WhereFrom(told.key, f"{each.title}. {told.parts[0].sentence}", ident=ident)
        button.asked.connect(self.asked)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(line)
        if self._details:
            for each_source in told.origin:
                read = say("Read in: {source}", source=each_source)
                whole.addWidget(Text(read, "label", "ink2"))
        return panel


def _note(note: DayNote, instead: str) -> QHBoxLayout:
    line = row(spacing=theme().px("s"))
    if note.mark != instead:  # else the stop itself bears it
        line.addWidget(KindMark(note.mark, size=20, role="ink2"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(note.text, "row", "ink2"), 1)
    return line
