"""How each option does on what matters: what the agenda holds of it, line by line, no total."""

import re
from collections.abc import Iterable

from spinecounsel.content.frequency import frequency, spoken
from spinecounsel.content.model import ANY_OPTION, ContentPack, Estimate, Kind
from spinecounsel.discussion.agenda import Agenda, Closed, Topic
from spinecounsel.discussion.discussion import Discussion, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.discussion.words import certainty_name, importance_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.compare import kind_name
from spinecounsel.viewing.values_words import quoted, shortened
from spinecounsel.wording import say

DENOMINATORS = ("100", "1000", "1,000")
COUNTED = (Importance.VERY, Importance.SOMEWHAT)


class FitLine(Frozen, frozen=True, kw_only=True):
    """One estimate; ``number`` is empty where its source prints no share.

    ``topic`` is the key of its card in the walk, ``kind`` the mark, ``kind_word`` its word.
    ``beside`` names the other option that the line is about, for one that may only be shown
    together with it.  ``**...**`` in the words are bold.
    """

    estimate: str
    topic: str
    kind: str
    kind_word: str
    number: str
    text: str
    span: str
    beside: str
    studied: str
    sure: str


class FitNote(Frozen, frozen=True, kw_only=True):
    """Why there is no number, or not all: a mark, words, and more words for those who ask."""

    mark: str
    text: str
    more: str = ""


class FitCell(Frozen, frozen=True, kw_only=True):
    """What is known of one option on one thing that matters."""

    lines: tuple[FitLine, ...]
    notes: tuple[FitNote, ...]


class FitColumn(Frozen, frozen=True, kw_only=True):
    """What the patient said matters, how much, and one cell for each option.

    ``key`` is the id of the statement, or ``own.0``, ``own.1`` ... for own words; ``short``
    is ``title`` cut where it is long.
    """

    key: str
    title: str
    short: str
    importance: str
    cells: tuple[FitCell, ...]


class Matter(Frozen, frozen=True, kw_only=True):
    """Something that the patient weighed: ``key`` as in a column, and what speaks of it."""

    key: str
    answer: ValueAnswer
    concepts: tuple[str, ...]

    @property
    def counted(self) -> bool:
        """Whether it matters enough to be looked up, and something is known to look it up by."""
        return self.answer.importance in COUNTED and bool(self.concepts)


def matters(pack: ContentPack, discussion: Discussion) -> tuple[Matter, ...]:
    """Give what the patient weighed: statements in the order of the pack, then their own words."""
    said = {each.statement: each for each in discussion.values if each.statement}
    own = (each for each in discussion.values if not each.statement)
    return (
        *(
            Matter(key=each.id, answer=said[each.id], concepts=each.concepts)
            for each in pack.value_statements
            if each.id in said
        ),
        *(
            Matter(key=f"own.{place}", answer=each, concepts=each.concepts)
            for place, each in enumerate(own)
        ),
    )


def fit_columns(pack: ContentPack, discussion: Discussion, agenda: Agenda) -> tuple[FitColumn, ...]:
    """Give a column for each thing that matters, what matters a lot first."""
    teller = _Teller(pack, discussion, agenda)
    return tuple(
        teller.column(each)
        for importance in COUNTED
        for each in matters(pack, discussion)
        if each.counted and each.answer.importance is importance
    )


class _Teller:
    """Says what the topics of the agenda hold for something that matters."""

    def __init__(self, pack: ContentPack, discussion: Discussion, agenda: Agenda) -> None:
        self._pack, self._options, self._agenda = pack, discussion.options, agenda
        self._aside = {
            key for key, mark in marks_of(discussion).items() if mark.state is MarkState.SET_ASIDE
        }
        self._told = {
            ident
            for option in self._options
            for topic in self._topics(option)
            if topic.closed is None and topic.key not in self._aside
            for ident in topic.estimates
            if self._is_own(ident, option)
        }

    def column(self, matter: Matter) -> FitColumn:
        """Give the column of ``matter``."""
        title = quoted(matter.answer)
        return FitColumn(
            key=matter.key,
            title=title,
            short=shortened(title),
            importance=importance_name(matter.answer.importance),
            cells=tuple(self._cell(option, matter) for option in self._options),
        )

    def _cell(self, option: str, matter: Matter) -> FitCell:
        lines: dict[str, FitLine] = {}
        notes: list[FitNote] = []
        differs = False
        for topic in self._topics(option):
            if not self._speaks(topic, matter):
                continue
            if topic.key in self._aside:
                notes.append(FitNote(mark="does_not_apply", text=say("Set aside, as you wished")))
            elif topic.closed is Closed.SENSITIVE:
                notes.append(FitNote(mark="lock", text=say("Closed: only if you wish to hear it")))
            elif topic.closed is Closed.MAY_NOT_FIT:
                differs = True
            else:
                lines |= {line.estimate: line for line in self._lines(topic, matter)}
        if differs:
            notes.append(_differing(alone=not lines))
        if not lines and not notes:
            notes.append(
                FitNote(mark="not_known", text=say("Not known"), more=self._gap(option, matter))
            )
        return FitCell(lines=tuple(lines.values()), notes=tuple(dict.fromkeys(notes)))

    def _topics(self, option: str) -> tuple[Topic, ...]:
        return tuple(each for each in self._agenda.topics if each.option == option)

    def _speaks(self, topic: Topic, matter: Matter) -> bool:
        """Whether a number under ``topic`` is about ``matter``."""
        return any(
            self._pack.estimates[ident].concept in matter.concepts
            for ident in topic.estimates
            if self._is_own(ident, topic.option)
        )

    def _is_own(self, ident: str, option: str) -> bool:
        return self._pack.estimates[ident].option in {option, self._pack.option(option).part_of}

    def _lines(self, topic: Topic, matter: Matter) -> Iterable[FitLine]:
        """Give a line for each estimate; what has a row of its own is not said twice."""
        for ident in topic.shown:
            estimate = self._pack.estimates[ident]
            if self._is_own(ident, topic.option):
                yield _line(estimate, topic, "")
            elif ident not in self._told or estimate.concept not in matter.concepts:
                yield _line(estimate, topic, self._name(estimate.option))

    def _name(self, option: str) -> str:
        if option == ANY_OPTION:
            return say("The illness itself")
        return self._pack.option(option).short_name

    def _gap(self, option: str, matter: Matter) -> str:
        found = (
            gap.plain
            for gap in self._pack.gaps
            if gap.option == option and gap.concept in matter.concepts and not gap.scope
        )
        return next(found, "")


def _differing(*, alone: bool) -> FitNote:
    return FitNote(
        mark="not_known",
        text=say("Known only for people who may differ from you")
        if alone
        else say("More is known for people who may differ from you"),
        more=say("It can be opened while the option is gone through."),
    )


def _line(estimate: Estimate, topic: Topic, beside: str) -> FitLine:
    number = _numbered(estimate)
    span = "" if estimate.horizon.lower() in estimate.title.lower() else estimate.horizon
    return FitLine(
        estimate=estimate.id,
        topic=topic.key,
        kind=str(estimate.kind),
        kind_word=kind_name(Kind(estimate.kind)),
        number=number,
        text=estimate.title if number else _bold_numbers(estimate.plain),
        span=say("Time span: {span}", span=span) if span else "",
        beside=beside,
        studied=say("Studied: {people}", people=estimate.population),
        sure=say(
            "How sure: {sure} ({why})",
            sure=certainty_name(estimate.certainty),
            why=estimate.certainty_why.rstrip("."),
        ),
    )


def _numbered(estimate: Estimate) -> str:
    """Give so many of so many, the first in bold; empty without a share."""
    found, words = frequency(estimate), spoken(estimate)
    if found is None:
        return ""
    before, whole, after = words.partition(f" {found.out_of:,} ")
    return f"{_bold_numbers(before)}{whole}{after}" if whole else f"**{words}**"


def _bold_numbers(text: str) -> str:
    """Make the numbers of a sentence bold, but for those that so many are counted out of."""
    return re.sub(
        r"\d+(?:[.,]\d+)*",
        lambda found: found[0] if found[0] in DENOMINATORS else f"**{found[0]}**",
        text,
    )
