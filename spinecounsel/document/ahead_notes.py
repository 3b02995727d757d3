"""What stands behind the numbers of what may lie ahead: their rows, or notes by capital letters."""

from spinecounsel.document.characters import NO_BREAK
from spinecounsel.document.comparison_table import letter
from spinecounsel.document.copy_rows import Rows
from spinecounsel.document.copy_sources import Sources
from spinecounsel.document.lines import Spans
from spinecounsel.document.look import BODY, LABELS, STRONG
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.words import certainty
from spinecounsel.frozen import replaced
from spinecounsel.record.ahead import StoryPart
from spinecounsel.record.record import ConsentRecord, RecordedEstimate
from spinecounsel.wording import say

_NOTE = replaced(BODY, after=2)


class Notes:
    """Names the notes as they are first needed; those that say the same are one."""

    def __init__(self, record: ConsentRecord, rows: Rows, sources: Sources) -> None:
        self._rows, self._sources = rows, sources
        self._estimates = {
            each.id: each
            for option in record.options
            for topic in option.topics
            for each in topic.estimates
        }
        self._places: dict[str, int] = {}

    def row(self, estimate: str) -> str:
        """Name the row of an estimate in the list of all numbers; empty where it is not there."""
        return self._rows.name(estimate)

    def mark(self, estimate: str) -> str:
        """Give the row of an estimate, or the letter of its note, as it stands behind words."""
        if row := self.row(estimate):
            return f"{NO_BREAK}{row}"
        return self._mark_of(self._told(self._estimates[estimate]))

    def read_in(self, source: str) -> str:
        """Give the number of a source, as it stands behind a sentence that was read there."""
        return f" ({self._from(source)})"

    def _mark_of(self, words: str) -> str:
        return f"{NO_BREAK}({_capital(self._places.setdefault(words, len(self._places)))})"

    def spans(self, part: StoryPart) -> Spans:
        """Give what an estimate says: its name, the sentence, the letter of its note."""
        heading = f"{part.heading}. " if part.heading else ""
        name = f"{part.name}: " if part.name else ""
        mark = self.mark(part.estimate) if part.estimate else ""
        return ((heading, LABELS), (name, STRONG), (part.sentence, BODY), (mark, LABELS))

    def write(self, sheet: Sheet) -> None:
        """Write all notes that were needed."""
        if self._places:
            sheet.heading(3, say("Who was studied"))
        for words, place in self._places.items():
            spans = ((f"({_capital(place)}) ", STRONG), (words, BODY))
            sheet.add(sheet.text(spans, _NOTE, sheet.node("P")))

    def _told(self, estimate: RecordedEstimate) -> str:
        _, sure = certainty(estimate.certainty)
        parts = (
            estimate.population,
            estimate.horizon,
            say("how sure: {word}", word=sure.lower()),
            self._from(estimate.source),
        )
        return "; ".join(part.rstrip(".") for part in parts if part) + "."

    def _from(self, source: str) -> str:
        return say("source {number}", number=self._sources.number(source))


def _capital(place: int) -> str:
    return letter(place).upper()
