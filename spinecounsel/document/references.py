"""Where the numbers of a record come from: one numbered list, each leading to its paper."""

import re
from string import ascii_lowercase
from urllib.parse import quote

from spinecounsel.document.compact import TINY, Compact
from spinecounsel.document.flow import Row, Whole
from spinecounsel.document.tagging import Node
from spinecounsel.frozen import replaced
from spinecounsel.wording import say

_DOI = re.compile(r"\bdoi:(10\.\d{4,9}/[^\s;,]*[^\s;,.)])")
_PMID = re.compile(r"\bPMID (\d{1,9})\b")
_LABEL = 19.0


class References:
    """Numbers the sources as they are first needed."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}
        self._numbers: dict[str, int] = {}

    def mark(self, source: str) -> str:
        """Give the number of a source as it stands in the text; nothing for no source.

        Behind the number a letter tells apart the places of one paper.
        """
        if not source:
            return ""
        paper, place = _parted(source)
        places = self._places.setdefault(paper, [])
        if place not in places:
            places.append(place)
        number = self._numbers.setdefault(paper, len(self._numbers) + 1)
        return f"[{number}{_letter(places.index(place))}]"

    def write(self, paper: Compact) -> None:
        """Write the list in columns."""
        if not self._places:
            return
        with paper.columns(*paper.option_head(say("Sources"))):
            numbering = {"List": {"ListNumbering": "/Decimal"}}
            whole = paper.sheet.node("L", attributes=numbering)
            for number, (source, places) in enumerate(self._places.items(), 1):
                words = _with_places(source, places)
                paper.sheet.add(_entry(paper, whole.child("LI"), f"[{number}]", words))


def _parted(source: str) -> tuple[str, str]:
    """Give a paper, and the place in it that stands in brackets behind."""
    if not source.endswith(")"):
        return source, ""
    depth = 0
    for at in range(len(source) - 1, 0, -1):
        depth += (source[at] == ")") - (source[at] == "(")
        if not depth:
            parted = source[at - 1] == " "
            return (source[: at - 1], source[at:]) if parted else (source, "")
    return source, ""


def _letter(place: int) -> str:
    """Give a, b, c ... for the places of a paper; nothing for the first one."""
    return chr(ord("a") + place) if 0 < place < len(ascii_lowercase) else str(place or "")


def _with_places(source: str, places: list[str]) -> str:
    named = [" ".join(filter(None, (_letter(at), each))) for at, each in enumerate(places)]
    return f"{source} {'; '.join(named)}".strip()


def address_of(source: str) -> str:
    """Give where a paper lies on the web, by its DOI or its number in PubMed; else nothing."""
    if found := _DOI.search(source):
        return f"https://doi.org/{quote(found[1], safe='/()')}"
    if found := _PMID.search(source):
        return f"https://pubmed.ncbi.nlm.nih.gov/{found[1]}/"
    return ""


def _entry(paper: Compact, item: Node, label: str, source: str) -> Whole:
    """Give a source with its number; it stays in one column."""
    first = paper.scaled(_LABEL)
    number = paper.sheet.text(label, TINY, item.child("Lbl"))
    body = item.child("LBody")
    url = address_of(source)
    found = (_DOI if _DOI.search(source) else _PMID).search(source) if url else None
    if found:
        link = replaced(TINY, colour="action")
        spans = (
            (source[: found.start()], TINY),
            (found[0], link),
            (source[found.end() :], TINY),
        )
        words = paper.sheet.text(spans, TINY, body.child("Link"))
        words.url = url
    else:
        words = paper.sheet.text(source, TINY, body)
    row = Row([(0, first, number), (first, paper.column - first, words)])
    made = Whole([row], paper.whole)
    made.spaceAfter = paper.scaled(1.2)
    return made
