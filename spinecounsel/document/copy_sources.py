"""Where the numbers of a copy come from: numbered notes at its end."""

import re
from string import ascii_lowercase

from spinecounsel.dates import day
from spinecounsel.document.plain import CHAPTER, CLOSE, Plain
from spinecounsel.document.words import not_approved
from spinecounsel.record.record import ContentStamp, Line
from spinecounsel.wording import say

_PLACE = re.compile(r"(.*\S) (\((?:[^()]|\([^()]*\))*\))")


class Sources:
    """Numbers the papers as they are first needed; places in one paper stand behind it."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}
        self._numbers: dict[str, int] = {}

    def number(self, source: str) -> str:
        """Give the number of the paper that a source names, and the letter of its place there."""
        found = _PLACE.fullmatch(source)
        paper, place = (found[1], found[2]) if found else (source, "")
        places = self._places.setdefault(paper, [])
        if place not in places:
            places.append(place)
        number = self._numbers.setdefault(paper, len(self._numbers) + 1)
        return f"{number}{_letter(places.index(place))}"

    def write(self, plain: Plain) -> None:
        """Write the list."""
        if self._numbers:
            plain.sheet.section(say("Where the numbers come from"), CHAPTER)
            plain.numbered((_whole(*each) for each in self._places.items()), CLOSE)


def write_authors(plain: Plain, stamp: ContentStamp) -> None:
    """Write who wrote the words and numbers."""
    plain.sheet.section(say("Who wrote the words and numbers"), CHAPTER)
    approved = (
        say("Approved by {names}", names=stamp.approved_by) if stamp.approved_by else not_approved()
    )
    rows = (
        (say("Content"), say("{title}, version {n}", title=stamp.title, n=stamp.version)),
        (say("Approval"), approved),
        (say("Written by"), stamp.authors),
        (say("Reviewed by"), stamp.reviewers),
        (say("Certified"), stamp.certified),
        (say("Use until"), day(stamp.expires)),
    )
    plain.run_in(Line(label=label, text=text) for label, text in rows if text)


def _letter(place: int) -> str:
    """Give b, c ... for the later places of a paper; nothing for the first."""
    return chr(ord("a") + place) if 0 < place < len(ascii_lowercase) else str(place or "")


def _whole(paper: str, places: list[str]) -> str:
    named = (" ".join(filter(None, (_letter(at), each))) for at, each in enumerate(places))
    return f"{paper} {'; '.join(named)}".strip()
