"""What may lie ahead with one option: best, most likely and worst case; its days and weeks."""

from enum import StrEnum

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import ILLNESS, Agenda, Chapter
from spinecounsel.discussion.discussion import Discussion, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.frozen import Frozen
from spinecounsel.record.ahead import Cases, Days
from spinecounsel.viewing.ahead_cases import cases_view
from spinecounsel.viewing.ahead_days import days_view
from spinecounsel.viewing.red_flags import warning_beside
from spinecounsel.wording import say


class Looking(StrEnum):
    """Which of the two views is shown."""

    CASES = "cases"
    DAYS = "days"


class AheadView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows.

    ``options`` are ids and names to choose from, ``option`` is the id of the one that is shown and
    ``name`` its full name.  One of ``cases`` and ``days`` is there; without an option, neither.
    """

    options: tuple[tuple[str, str], ...]
    option: str
    name: str
    looking: Looking
    cases: Cases | None
    days: Days | None
    red_flag: str


def ahead_view(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, shown: str, looking: Looking
) -> AheadView:
    """Give the view of the option ``shown``, or of the first one where that is not chosen."""
    chapters = _chapters(agenda)
    names = tuple((ident, pack.option(ident).short_name) for ident in chapters)
    option = ahead_option(agenda, shown)
    cases = days = None
    if option:
        aside = frozenset(
            key for key, mark in marks_of(discussion).items() if mark.state is MarkState.SET_ASIDE
        )
        if looking is Looking.CASES:
            cases = cases_view(pack, chapters[option], aside)
        else:
            days = days_view(pack, chapters[option], aside)
    return AheadView(
        options=names,
        option=option,
        name=pack.option(option).name if option else say("No option is chosen yet"),
        looking=looking,
        cases=cases,
        days=days,
        red_flag=warning_beside(pack, (option,)) if option else "",
    )


def ahead_option(agenda: Agenda, shown: str) -> str:
    """Give ``shown``, or the first option where that is not chosen; empty for none."""
    chapters = _chapters(agenda)
    return shown if shown in chapters else next(iter(chapters), "")


def _chapters(agenda: Agenda) -> dict[str, Chapter]:
    return {each.option: each for each in agenda.chapters if each.option != ILLNESS}
