"""Days and weeks with one option as a table: each part of the time, and what is known of it."""

from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak

from spinecounsel.document.ahead_notes import Notes
from spinecounsel.document.flow import Row, Stack, Text
from spinecounsel.document.look import BODY, LABELS, STRONG
from spinecounsel.document.running import Running
from spinecounsel.document.sheet import Sheet, marked
from spinecounsel.document.tagging import Node
from spinecounsel.document.words import SHUT_MARKS
from spinecounsel.frozen import replaced
from spinecounsel.record.ahead import DayLine, DayNote, Days, Stop
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_FIRST = 0.27  # of the width
_PAD = 2.5
_LEAST = 130.0  # the table begins only where there is as much room
_LINE = replaced(BODY, leading=13.4, after=2)


def write_days(sheet: Sheet, days: Days, notes: Notes) -> None:
    """Write the table; what is not known of a part of the time is said there."""
    sheet.add(CondPageBreak(_LEAST * sheet.scale))
    sheet.heading(4, say("Days and weeks"))
    sheet.paragraph(days.how)
    _Table(sheet, notes).write(days)


class _Table:
    def __init__(self, sheet: Sheet, notes: Notes) -> None:
        self._sheet, self._notes = sheet, notes
        self._node = sheet.node("Table")
        self._first = sheet.page.width * _FIRST

    def write(self, days: Days) -> None:
        """Write all parts of the time."""
        row = self._node.child("THead").child("TR")
        column = {"Table": {"Scope": "/Column"}}
        heads = [row.child("TH", attributes=column) for _ in (0, 1)]
        again = [Node("Artifact") for _ in heads]
        body = self._node.child("TBody")
        stops = [self._stop(body.child("TR"), each) for each in days.stations if each.lines]
        stops += self._bare(body, [each for each in days.stations if not each.lines])
        made = Running(self._head(heads), self._head(again), stops)
        made.spaceAfter = 8 * self._sheet.scale
        self._sheet.add(made)

    def _head(self, nodes: list[Node]) -> Row:
        words = (say("When"), say("What is known"))
        first, second = (
            self._sheet.text(each, LABELS, node) for each, node in zip(words, nodes, strict=True)
        )
        return self._row(first, second)

    def _stop(self, node: Node, stop: Stop) -> Row:
        side = node.child("TH", attributes={"Table": {"Scope": "/Row"}})
        cell = node.child("TD")
        phase = f"{stop.phase}\n" if stop.phase else ""
        title = self._sheet.text(((phase, LABELS), (stop.title, STRONG)), STRONG, side)
        parts: list[Flowable] = []
        for line in stop.lines:
            parts += self._told(cell, line)
        for note in stop.notes:
            words = self._sheet.text(note.text, LABELS, cell.child("P"))
            words.sign = marked(SHUT_MARKS[note.mark], BODY.size * self._sheet.scale)
            parts.append(words)
        return self._row(title, Stack(parts))

    def _bare(self, body: Node, stops: list[Stop]) -> list[Row]:
        """Give the parts of the time of which nothing is told, those for the same reason in one."""
        reasons: dict[tuple[DayNote, ...], list[str]] = {}
        for stop in stops:
            reasons.setdefault(stop.notes, []).append(stop.title)
        return [
            self._stop(body.child("TR"), Stop(id="", phase="", title=title, lines=(), notes=notes))
            for notes, titles in reasons.items()
            for title in ["; ".join(titles)]
        ]

    def _told(self, cell: Node, line: DayLine) -> list[Text]:
        """Give what is known: a title where it was counted, the sentences, the time span."""
        made = []
        if line.title:
            made.append(self._sheet.text(line.title, STRONG, cell.child("P")))
        for part in line.parts:
            spans = self._notes.spans(part)
            if not part.estimate:
                read = "".join(self._notes.read_in(each) for each in line.origin)
                spans = (*spans, (read, LABELS))
            made.append(self._sheet.text(spans, _LINE, cell.child("P")))
        if line.span:
            made.append(self._sheet.text(line.span, replaced(LABELS, after=4), cell.child("P")))
        return made

    def _row(self, first: "Flowable", second: "Flowable") -> Row:
        wide = self._sheet.page.width - self._first
        cells = [(0.0, self._first - 10, first), (self._first, wide, second)]
        return Row(cells, pad=_PAD, rule=True)
