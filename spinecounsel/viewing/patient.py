"""The patient's screen: only what the clinician has opened, large and calm, and nobody's name.

It may be seen from a corridor: no name, number or date of birth, no note, no mark, nothing of the
library, of unlocking or of sealing.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from spinecounsel.content.model import ContentPack, Manifest
from spinecounsel.discussion.agenda import ILLNESS, Agenda, TopicKind
from spinecounsel.discussion.discussion import Discussion, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.steps import was_asked
from spinecounsel.discussion.understanding import SURE, TEACH_BACK, Said, SureAnswers
from spinecounsel.discussion.values import THEMES, Importance
from spinecounsel.discussion.words import importance_name, sure_name, teach_back_name
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.viewing.approval import approval_notice
from spinecounsel.viewing.compare_choice import chosen_options
from spinecounsel.viewing.expect import expect_question, numbers_seen
from spinecounsel.viewing.knowledge import knowledge_rows
from spinecounsel.viewing.patient_ahead import PatientAhead, patient_ahead
from spinecounsel.viewing.patient_card import PatientCard, patient_card
from spinecounsel.viewing.patient_place import PlaceView, place_view
from spinecounsel.viewing.patient_table import PatientRow, PatientTable, patient_row, patient_table
from spinecounsel.viewing.red_flags import warning_beside, warning_beside_decision
from spinecounsel.wording import say


class Screen(StrEnum):
    """How a screen is laid out."""

    CALM = "calm"
    LIST = "list"
    PLACE = "place"
    CARD = "card"
    AHEAD = "ahead"
    TABLE = "table"
    ROW = "row"


class Point(Frozen, frozen=True, kw_only=True):
    """A line of a list, and a sentence below it or empty."""

    title: str
    text: str = ""


class PatientView(Frozen, frozen=True, kw_only=True):
    """Everything that the screen shows.

    A calm screen has a title or none, and nothing else; ``foot`` is said below a list.  ``place``
    is there on ``PLACE``, ``card`` on ``CARD``, ``ahead`` on ``AHEAD``, ``table`` on ``TABLE``,
    ``row`` on ``ROW``.  ``red_flag`` names the signs that need help at once, where the console
    does.  ``notice`` says that the content is not approved, empty when it is.
    """

    screen: Screen = Screen.CALM
    title: str = ""
    points: tuple[Point, ...] = ()
    foot: str = ""
    place: PlaceView | None = None
    card: PatientCard | None = None
    ahead: PatientAhead | None = None
    table: PatientTable | None = None
    row: PatientRow | None = None
    red_flag: str = ""
    notice: str = ""


class Talk(Frozen, frozen=True, kw_only=True):
    """What a screen is made from.

    ``shown`` is the key of the topic on the clinician's card; ``option`` and ``looking`` are what
    the clinician looks at on the page on what lies ahead, ``looking`` a ``Looking`` or empty;
    ``theme`` is what is asked about now on the page on what the patient expects, or empty; ``row``
    is the key of the row that is open in the comparison, or empty.
    """

    pack: ContentPack
    discussion: Discussion
    agenda: Agenda
    shown: str = ""
    option: str = ""
    looking: str = ""
    theme: str = ""
    row: str = ""


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


def _expect(talk: Talk, notice: str) -> PatientView:
    """Show the question that is asked now; else all, so also once it is settled."""
    said = talk.discussion
    if talk.theme and not said.expect_skipped and not numbers_seen(said):
        return _asking(expect_question(talk.theme), notice)
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
    red_flag = "" if topic.option == ILLNESS else warning_beside(talk.pack, (topic.option,))
    if card.shut:
        return PatientView(title=card.shut, red_flag=red_flag, notice=notice)
    if any(red_flag in part.sentences for part in card.parts):
        red_flag = ""  # the card itself says it
    return PatientView(screen=Screen.CARD, card=card, red_flag=red_flag, notice=notice)


def _ahead(talk: Talk, notice: str) -> PatientView:
    title = say("What may lie ahead")
    ahead = patient_ahead(talk.pack, talk.discussion, talk.agenda, talk.option, talk.looking)
    if ahead is None:
        return _asking(say("What may the time ahead be like?"), notice)
    return PatientView(
        screen=Screen.AHEAD,
        title=title,
        ahead=ahead,
        red_flag=ahead.red_flag,
        notice=notice,
    )


def _compare(talk: Talk, notice: str) -> PatientView:
    if not talk.discussion.options:
        return _asking(say("What do you want to look at side by side?"), notice)
    shown = PatientView(
        title=say("Side by side"),
        red_flag=warning_beside(talk.pack, talk.discussion.options),
        notice=notice,
    )
    row = patient_row(talk.pack, talk.discussion, talk.agenda, talk.row)
    if row is not None:
        return replaced(shown, screen=Screen.ROW, row=row)
    table = patient_table(talk.pack, talk.discussion, talk.agenda)
    if table is not None:
        return replaced(shown, screen=Screen.TABLE, table=table)
    names = (talk.pack.option(ident).name for ident in chosen_options(talk.discussion))
    return replaced(
        shown,
        screen=Screen.LIST,
        points=tuple(Point(title=name) for name in names),
        foot=say("We look at one row at a time."),
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
    """Ask what is asked now: the first thing not said back yet, and the question that is open."""
    back = {each.item: each.said for each in talk.discussion.teach_back}
    asked = next((item for item in TEACH_BACK if back.get(item) in {None, Said.NOT_YET}), "")
    rows = knowledge_rows(talk.pack, talk.discussion, talk.agenda)
    row = next((each for each in rows if each.mark != "done"), None)
    if row is None:
        title = teach_back_name(asked) if asked else say("Is there anything you want to ask?")
        return _asking(title, notice)
    choices = tuple(words for _, words in row.choices)
    if asked:
        question = Point(title=row.question, text=" · ".join(choices))
        return PatientView(
            screen=Screen.LIST, title=teach_back_name(asked), points=(question,), notice=notice
        )
    points = tuple(Point(title=words) for words in choices)
    return PatientView(screen=Screen.LIST, title=row.question, points=points, notice=notice)


def _decision(talk: Talk, notice: str) -> PatientView:
    shown = _sure(talk.discussion.sure, talk, notice)
    return replaced(shown, red_flag=warning_beside_decision(talk.pack, talk.discussion))


def _sign(talk: Talk, notice: str) -> PatientView:
    shown = _sure(talk.discussion.sure_again, talk, notice)
    return replaced(shown, red_flag=warning_beside_decision(talk.pack, talk.discussion))


def _sure(answers: SureAnswers, talk: Talk, notice: str) -> PatientView:
    """Show the four plain questions while they are asked; what was answered is not for here."""
    if was_asked(answers):
        return _calm(talk, notice)
    return PatientView(
        screen=Screen.LIST,
        title=say("Four questions for you"),
        points=tuple(Point(title=sure_name(field)) for field in SURE),
        notice=notice,
    )


_SCREENS: Mapping[str, Callable[[Talk, str], PatientView]] = {
    "case": _place,
    "options": _options,
    "expect": _expect,
    "walk": _walk,
    "ahead": _ahead,
    "compare": _compare,
    "values": _values,
    "understanding": _understanding,
    "decision": _decision,
    "sign": _sign,
}
