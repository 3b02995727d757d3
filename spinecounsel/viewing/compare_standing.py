"""Which estimates may stand in the comparison, and in which column.

A topic is shown whole or not at all: what may only be shown together is pulled in with it.
Nothing of a topic that is shut or was set aside stands anywhere, not even by way of another one.
"""

from collections.abc import Iterable, Mapping, Set

from spinecounsel.case.relevance import speaks_of
from spinecounsel.content.model import ANY_OPTION, ContentPack, Estimate
from spinecounsel.discussion.agenda import Agenda, Closed, Topic
from spinecounsel.discussion.discussion import Discussion, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.compare_cells import CompareCell
from spinecounsel.wording import say


class Standing(Frozen, frozen=True, kw_only=True):
    """What may stand.

    ``shown`` are estimates by id; ``columns`` gives the column of each option that has one, also
    of one that speaks for a form of it.  ``closed`` are concepts of which something is shut until
    the patient wishes to hear it; ``pulled`` says for a concept that nobody chose with which other
    one it belongs.
    """

    options: tuple[str, ...]
    columns: dict[str, str]
    shown: dict[str, Estimate]
    closed: frozenset[str]
    pulled: dict[str, str]


class Gatherer:
    """Gathers what may stand in the columns ``options`` of one discussion."""

    def __init__(
        self, pack: ContentPack, discussion: Discussion, agenda: Agenda, options: tuple[str, ...]
    ) -> None:
        self._pack, self._options = pack, options
        marked = marks_of(discussion)
        self._aside = {key for key, mark in marked.items() if mark.state is MarkState.SET_ASIDE}
        shut = {
            ident
            for topic in agenda.topics
            if topic.closed is not None or topic.key in self._aside
            for ident in topic.estimates
        }
        self._of_columns = [topic for topic in agenda.topics if topic.option in options]
        self._open = [
            topic
            for topic in self._of_columns
            if topic.estimates
            and topic.closed is None
            and topic.key not in self._aside
            and not shut.intersection(topic.shown)
        ]
        self._columns = self._spoken_for()
        own = discussion.case.tumour_class
        self._gaps: dict[tuple[str, str], str] = {}  # the first that is of this class
        for gap in pack.gaps:
            if not gap.scope and speaks_of(gap.tumour_class, own):
                self._gaps.setdefault((gap.option, gap.concept), gap.plain)

    def standing(self, concepts: Set[str]) -> Standing:
        """Give what may stand when ``concepts`` are chosen."""
        shown: dict[str, Estimate] = {}
        pulled: dict[str, str] = {}
        for topic in self._open:
            chosen = [each for each in self._concepts(topic) if each in concepts]
            if not chosen:
                continue
            for ident in topic.shown:
                shown[ident] = self._pack.estimates[ident]
                if shown[ident].concept not in concepts:
                    pulled.setdefault(shown[ident].concept, chosen[0])
        return Standing(
            options=self._options,
            columns=self._columns,
            shown=shown,
            closed=frozenset(
                topic.concept
                for topic in self._of_columns
                if topic.closed is Closed.SENSITIVE and topic.key not in self._aside
            )
            & concepts,
            pulled=pulled,
        )

    def empty(self, option: str, concept: str) -> CompareCell:
        """Say why ``option`` has nothing to set beside a number on ``concept``."""
        topics = [
            topic
            for topic in self._of_columns
            if topic.option == option and concept in (topic.concept, *self._concepts(topic))
        ]
        if any(topic.key in self._aside for topic in topics):
            return CompareCell(
                kind="set aside", option=option, sentence=say("Set aside, as you wished.")
            )
        if elsewhere := self._elsewhere(option, topics):
            return CompareCell(kind="elsewhere", option=option, sentence=elsewhere)
        if told := self._gaps.get((option, concept)):
            return CompareCell(kind="not known", option=option, sentence=told)
        return CompareCell(
            kind="no number",
            option=option,
            sentence=say("No number was found. The question may not apply to this option."),
        )

    def name(self, option: str) -> str:
        """Give the short name of an option, also of none."""
        if option == ANY_OPTION:
            return say("The illness itself")
        return self._pack.option(option).short_name

    def _elsewhere(self, option: str, topics: list[Topic]) -> str:
        """Say why what is known does not stand here; empty where nothing is known."""
        if any(topic.closed is Closed.MAY_NOT_FIT for topic in topics):
            return say("Known only for people who may differ from you.")
        if any(topic.closed is Closed.SENSITIVE for topic in topics):
            return say("Closed: opened only if you wish to hear it.")
        column = self._columns.get(self._pack.option(option).part_of, option)
        if column != option and not self._has_own(option):
            return say("Counted together with “{option}”.", option=self.name(column))
        return ""

    def _concepts(self, topic: Topic) -> Iterable[str]:
        """Give what the estimates of a topic are about, each once."""
        return dict.fromkeys(self._pack.estimates[ident].concept for ident in topic.estimates)

    def _spoken_for(self) -> dict[str, str]:
        """Give each option's column; a form of an option without numbers speaks by those of it."""
        columns = {option: option for option in self._options}
        for option in self._options:
            whole = self._pack.option(option).part_of
            if whole and not self._has_own(option):
                columns.setdefault(whole, option)
        return columns

    def _has_own(self, option: str) -> bool:
        return any(
            self._pack.estimates[ident].option == option
            for topic in self._of_columns
            if topic.option == option
            for ident in topic.estimates
        )


def column_of(estimate: Estimate, columns: Mapping[str, str]) -> str:
    """Give the column of an estimate; empty where it has none."""
    return columns.get(estimate.option, "")
