"""Numbers in a record: sentence and picture, then finely how sure, who, how long and whence."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from spinecounsel.document import pictograph
from spinecounsel.document.arms import Arm, arms_of, names_of
from spinecounsel.document.columns import LOOSE
from spinecounsel.document.compact import BOLD, NOTE, NOTE_BOLD, TEXT, Compact
from spinecounsel.document.flow import Picture, Sign, Text, Whole
from spinecounsel.document.lines import Spans
from spinecounsel.document.marks import draw_discs
from spinecounsel.document.once import Once
from spinecounsel.document.references import References
from spinecounsel.document.sheet import marked
from spinecounsel.document.shown import Group, grouped
from spinecounsel.document.words import certainty
from spinecounsel.frozen import replaced
from spinecounsel.record.record import RecordedEstimate, RecordedTopic
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from spinecounsel.document.look import Style

_DISC = 4.7
_NARROW = 0.78  # of the column, for a picture where there is much text
_BETWEEN = "; "
_WORTH = 40  # characters that are worth telling once
_ENDS = (".", "?", "!", "”", "…")


class EstimateWriter:
    """Writes the numbers of one option (``owner`` is its name), each but ``once`` in a record."""

    def __init__(self, paper: Compact, references: References, owner: str, once: Once) -> None:
        self._paper, self._references, self._owner = paper, references, owner
        self._once = once

    def write(self, topic: RecordedTopic) -> None:
        """Write the estimates of a topic, the arms of one study directly below one another.

        Of what was told before only the titles, and where it was told.
        """
        fresh: list[Group] = []
        again: dict[str, list[Group]] = {}
        for group in grouped(topic.estimates):
            place = self._once.place(group, self._owner)
            (again.setdefault(place, []) if place else fresh).append(group)
        for study in _studies(fresh):
            self._write_study(study, topic)
        for place, groups in again.items():
            self._refer(place, groups, topic)

    def _write_study(self, study: list[Group], topic: RecordedTopic) -> None:
        arms = [
            arm for group in study for arm in arms_of(group, topic, self._owner, below_title=True)
        ]
        made = [Whole(self._arm(arm), self._paper.whole) for arm in arms]
        for each in made:
            each.spaceAfter = self._paper.scaled(1.6)
            each.keepWithNext = 1 if each is made[-1] else LOOSE
        facts = self._facts(tuple(arm.estimate for arm in arms))
        facts.spaceAfter, facts.on_page = self._paper.scaled(3), True
        self._paper.sheet.add(*made, facts)

    def _refer(self, place: str, groups: list[Group], topic: RecordedTopic) -> None:
        titles = dict.fromkeys(each.title for group in groups for each in group)
        titles.pop(topic.title, None)
        where = (
            say("As told above")
            if place == self._owner
            else say("As told under “{option}”", option=place)
        )
        made = (
            self._paper.told(where, f"{'; '.join(titles)}.")
            if titles
            else self._paper.text(f"{where}.", BOLD)
        )
        self._paper.sheet.add(made)

    def _arm(self, arm: Arm) -> list["Flowable"]:
        """Give title, sentences and picture of an estimate."""
        words = self._paper.text((*_titled(arm), *_sentences(arm)), replaced(TEXT, after=1))
        if arm.mark:
            words.sign = marked(arm.mark, self._paper.scaled(9), hanging=False)
        return [words, self._picture(arm)] if arm.estimate.drawn else [words]

    def _picture(self, arm: Arm) -> Picture:
        width = self._paper.column * (_NARROW if self._paper.dense else 1)
        crowd = pictograph.Crowd(arm.estimate, role=arm.kind, width=width, flat=True)
        node = self._paper.sheet.node("Figure", alt=crowd.alternative())
        made = Picture(width, crowd.height, crowd.paint, node)
        made.spaceBefore, made.spaceAfter = self._paper.scaled(2), self._paper.scaled(2.5)
        return made

    def _facts(self, study: Group) -> Text:
        """Give what is known about the numbers of a study: once for all that share it."""
        spans: list[tuple[str, Style]] = []
        for label, text in _known(study):
            spans += [(f"{label}: ", NOTE_BOLD), (f"{_ended(text)} ", NOTE)]
        sources = dict.fromkeys(self._references.mark(each.source) for each in study)
        spans.append((" ".join(filter(None, sources)), NOTE))
        fine = self._paper.text(tuple(spans), NOTE)
        if len({each.certainty for each in study}) == 1:
            fine.sign = self._discs(study[0])
        return fine

    def _discs(self, estimate: RecordedEstimate) -> Sign:
        filled, _ = certainty(estimate.certainty)
        size = self._paper.scaled(_DISC)

        def paint(canvas: Canvas, x: float, y: float) -> None:
            draw_discs(canvas, filled, x, y + size * 0.12, size)

        return Sign(paint, 5.5 * size, hanging=False)


def _studies(groups: list[Group]) -> list[list[Group]]:
    """Give groups that share people, time span, certainty and source together."""
    studies: list[list[Group]] = []
    last = None
    for group in groups:
        told = {(e.population, e.horizon, e.certainty, e.certainty_why, e.source) for e in group}
        if len(told) == 1 and told == last and all(each.low is None for each in group):
            studies[-1].append(group)
        else:
            studies.append([group])
        last = told
    return studies


def _titled(arm: Arm) -> Spans:
    """Give the title that goes before the sentence, and the remark behind it; or nothing."""
    remark = f"({arm.remark})" if arm.remark else ""
    title = _ended(arm.title) if arm.title and not remark else arm.title
    told = ((title, BOLD), (remark, NOTE))
    return tuple((f"{each} ", style) for each, style in told if each)


def _sentences(arm: Arm) -> Spans:
    """Give the sentence with its number in bold; a number that is not in it stands before it."""
    estimate = arm.estimate
    strong = replaced(BOLD, colour=arm.colour)
    sentences = " ".join(filter(None, (estimate.sentence, estimate.framing)))
    found = _number_in(estimate)
    if found:
        start, end = found.span()
        return ((sentences[:start], TEXT), (sentences[start:end], strong), (sentences[end:], TEXT))
    if estimate.number:
        return ((_ended(estimate.number), strong), (f" {sentences}", TEXT))
    return ((sentences, TEXT),)


def _number_in(estimate: RecordedEstimate) -> re.Match[str] | None:
    """Find the number of an estimate in its sentence, as it is written there."""
    if estimate.count is None or estimate.out_of is None:
        return None
    whole = f"(?:{estimate.out_of}|{estimate.out_of:,})"
    return re.search(
        rf"(?<![\d.,]){estimate.count}(?: out)? (?:of|in) (?:every )?{whole}(?![\d,.]*\d)",
        estimate.sentence,
    )


def _known(study: Group) -> list[tuple[str, str]]:
    """Give how sure the numbers of a study are, who was studied, how long, and the range."""
    names = names_of(study)
    words = {certainty(each.certainty)[1] for each in study}
    if len(words) == 1:
        why = _apart([each.certainty_why for each in study], names)
        word = words.pop()
        sure = say("{how_sure}: {why}", how_sure=word, why=why) if why else word
    else:
        sure = _apart([_how_sure(each) for each in study], names)
    known = (
        (say("How sure"), sure),
        (say("Who"), _apart([each.population for each in study], names)),
        (say("Time span"), _apart([each.horizon for each in study], names)),
        (say("Range"), _apart([_range(each) for each in study], names)),
    )
    return [(label, text) for label, text in known if text]


def _apart(texts: list[str], names: list[str]) -> str:
    """Give what is told of each arm: once what they share, then the rest with their names."""
    if len(set(texts)) == 1:
        return texts[0]
    parts = [text.split(_BETWEEN) for text in texts]
    alike = takewhile(lambda each: len(set(each)) == 1, zip(*parts, strict=False))
    shared = len(tuple(alike))
    if len(_BETWEEN.join(parts[0][:shared])) < _WORTH:
        shared = 0
    made = [_BETWEEN.join(parts[0][:shared])]
    rests = [_BETWEEN.join(each[shared:]) for each in parts]
    for rest in dict.fromkeys(filter(None, rests)):
        owners = [name for name, each in zip(names, rests, strict=True) if each == rest]
        made.append(f"{', '.join(owners)}: {rest}")
    return _BETWEEN.join(filter(None, made))


def _range(estimate: RecordedEstimate) -> str:
    if estimate.low is None or estimate.high is None or estimate.out_of is None:
        return ""
    return say(
        "{low} to {high} of {out_of} {unit} (95 % confidence interval)",
        low=estimate.low,
        high=estimate.high,
        out_of=f"{estimate.out_of:,}",
        unit=estimate.unit,
    )


def _how_sure(estimate: RecordedEstimate) -> str:
    _, word = certainty(estimate.certainty)
    why = estimate.certainty_why
    return say("{how_sure}: {why}", how_sure=word, why=why) if why else word


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."
