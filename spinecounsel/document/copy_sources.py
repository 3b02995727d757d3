"""Where the numbers of a copy come from: numbered notes at its end."""

from spinecounsel.dates import day
from spinecounsel.document.plain import Plain
from spinecounsel.document.words import not_approved
from spinecounsel.record.record import ContentStamp, Line
from spinecounsel.wording import say


class Sources:
    """Numbers the sources as they are first needed."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, source: str) -> int:
        """Give the number of a source."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def write(self, plain: Plain, stamp: ContentStamp) -> None:
        """Write the list, then who wrote the words and numbers."""
        sheet = plain.sheet
        if self._numbers:
            sheet.section(say("Where the numbers come from"))
            plain.numbered(self._numbers)
        sheet.section(say("Who wrote the words and numbers"))
        approved = (
            say("Approved by {names}", names=stamp.approved_by)
            if stamp.approved_by
            else not_approved()
        )
        rows = (
            (say("Content"), say("{title}, version {n}", title=stamp.title, n=stamp.version)),
            (say("Approval"), approved),
            (say("Written by"), stamp.authors),
            (say("Reviewed by"), stamp.reviewers),
            (say("Certified"), stamp.certified),
            (say("Use until"), day(stamp.expires)),
        )
        plain.facts(Line(label=label, text=text) for label, text in rows)
