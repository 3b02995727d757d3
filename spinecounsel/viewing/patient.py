"""The patient's screen: only what the clinician has opened, large and calm, and nobody's name.

It may be seen from a corridor: no name, number or date of birth, no note, no mark, nothing of the
library, of unlocking or of sealing.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from spinecounsel.content.model import ContentPack, Manifest
from spinecounsel.discussion.agenda import Agenda, TopicKind
from spinecounsel.discussion.discussion import Discussion, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.understanding import TEACH_BACK, Said
from spinecounsel.discussion.values import THEMES, Importance
from spinecounsel.discussion.words import importance_name, teach_back_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.compare_choice import chosen_options
from spinecounsel.viewing.frame import approval_notice
from spinecounsel.viewing.patient_ahead import PatientAhead, patient_ahead
from spinecounsel.viewing.patient_card import PatientCard, patient_card
from spinecounsel.viewing.patient_place import PlaceView, place_view
from spinecounsel.viewing.patient_table import PatientTable, patient_table
from spinecounsel.wording import say


class Screen(StrEnum):
    """How a screen is laid out."""

    CALM = "calm"
    LIST = "list"
    PLACE = "place"
    CARD = "card"
    AHEAD = "ahead"
    TABLE = "table"


class Point(Frozen, frozen=True, kw_only=True):
    """A line of a list, and a sentence below it or empty."""

    title: str
    text: str = ""


class PatientView(Frozen, frozen=True, kw_only=True):
    """Everything that the screen shows.

    A calm screen has a title or none, and nothing else; ``place`` is there on ``PLACE``, ``card``
    on ``CARD``, ``ahead`` on ``AHEAD``, ``table`` on ``TABLE``.  ``notice`` says that the content
    is not approved, empty when it is.
    """

    screen: Screen = Screen.CALM
    title: str = ""
    points: tuple[Point, ...] = ()
    place: PlaceView | None = None
    card: PatientCard | None = None
    ahead: PatientAhead | None = None
    table: PatientTable | None = None
    notice: str = ""


class Talk(Frozen, frozen=True, kw_only=True):
    """What a screen is made from.

    ``shown`` is the key of the topic on the clinician's card; ``option`` and ``looking`` are what
    the clinician looks at on the page on what lies ahead, ``looking`` a ``Looking`` or empty.
    """

    pack: ContentPack
    discussion: Discussion
    agenda: Agenda
    shown: str = ""
    option: str = ""
    looking: str = ""


def blank_view(manifest: Manifest) -> PatientView:
    """Give the screen while there is no consultation: the brand, and nothing of anybody."""
    return PatientView(notice=approval_notice(manifest))


def patient_view(talk: Talk) -> PatientView:
    """Give the screen for the present step."""
    make = _SCREENS.get(talk.discussion.step, _calm)
    return make(talk, approval_notice(talk.pack.manifest))


def _calm(_talk: Talk, notice: str) -> PatientView:
    return PatientView(title=say("Take your time. You can ask anything."), notice=notice)


def _asking(title: str, notice: str) -> PatientView:
    return PatientView(title=title, notice=notice)


def _place(talk: Talk, notice: str) -> PatientView:
    case = talk.discussion.case
    if not case.levels:
        return _asking(say("Where is the tumour? We will look at it together."), notice)
    return PatientView(
        screen=Screen.PLACE,
        title=say("Where it is"),
        place=place_view(talk.pack, case),
        notice=notice,
    )


def _options(talk: Talk, notice: str) -> PatientView:
    if not talk.discussion.options:
        return _asking(say("Which ways are there? We will look at them together."), notice)
    aims = _aims(talk)
    points = (
        Point(title=talk.pack.option(ident).name, text=aims.get(ident, ""))
        for ident in talk.discussion.options
    )
    return PatientView(
        screen=Screen.LIST,
        title=say("We can talk about these"),
        points=tuple(points),
        notice=notice,
    )


def _aims(talk: Talk) -> dict[str, str]:
    """Give what each option is for, in the words that its card opens with."""
    marked = marks_of(talk.discussion)
    aside = {key for key, mark in marked.items() if mark.state is MarkState.SET_ASIDE}
    return {
        topic.option: next((each.text for each in topic.sentences if each.label == "aim"), "")
        for topic in talk.agenda.topics
        if topic.kind is TopicKind.ABOUT and topic.closed is None and topic.key not in aside
    }


def _expect(_talk: Talk, notice: str) -> PatientView:
    questions = {
        "walking": say("For your walking?"),
        "pain": say("For your pain?"),
        "hospital": say("For your time in hospital?"),
        "recovery": say("For your time to get well?"),
    }
    return PatientView(
        screen=Screen.LIST,
        title=say("What do you expect?"),
        points=tuple(Point(title=questions[theme]) for theme in THEMES),
        notice=notice,
    )


def _walk(talk: Talk, notice: str) -> PatientView:
    topic = talk.agenda.topic(talk.shown)
    if topic is None:
        return _calm(talk, notice)
    card = patient_card(talk.pack, talk.discussion, talk.agenda, topic)
    if card.shut:
        return _asking(card.shut, notice)
    return PatientView(screen=Screen.CARD, card=card, notice=notice)


def _ahead(talk: Talk, notice: str) -> PatientView:
    title = say("What may lie ahead")
    ahead = patient_ahead(talk.pack, talk.discussion, talk.agenda, talk.option, talk.looking)
    if ahead is None:
        return _asking(say("What may the time ahead be like?"), notice)
    return PatientView(screen=Screen.AHEAD, title=title, ahead=ahead, notice=notice)


def _compare(talk: Talk, notice: str) -> PatientView:
    if not talk.discussion.options:
        return _asking(say("What do you want to look at side by side?"), notice)
    title = say("Side by side")
    table = patient_table(talk.pack, talk.discussion, talk.agenda)
    if table is not None:
        return PatientView(screen=Screen.TABLE, title=title, table=table, notice=notice)
    chosen = chosen_options(talk.discussion)
    return PatientView(
        screen=Screen.LIST,
        title=title,
        points=tuple(Point(title=talk.pack.option(ident).name) for ident in chosen),
        notice=notice,
    )


def _values(talk: Talk, notice: str) -> PatientView:
    said = talk.discussion.values
    points = tuple(
        Point(
            title=each.text,
            text=say("It matters to you: {how}", how=importance_name(importance).lower()),
        )
        for importance in Importance
        for each in said
        if each.importance is importance
    )
    if not points:
        return _asking(say("What matters most to you?"), notice)
    return PatientView(
        screen=Screen.LIST, title=say("What matters to you"), points=points, notice=notice
    )


def _understanding(talk: Talk, notice: str) -> PatientView:
    """Ask what is asked now: the first thing that was not said back yet."""
    back = {each.item: each.said for each in talk.discussion.teach_back}
    asked = next((item for item in TEACH_BACK if back.get(item) in {None, Said.NOT_YET}), "")
    title = teach_back_name(asked) if asked else say("Is there anything you want to ask?")
    return _asking(title, notice)


_SCREENS: Mapping[str, Callable[[Talk, str], PatientView]] = {
    "case": _place,
    "options": _options,
    "expect": _expect,
    "walk": _walk,
    "ahead": _ahead,
    "compare": _compare,
    "values": _values,
    "understanding": _understanding,
}
