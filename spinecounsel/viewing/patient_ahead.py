"""What may lie ahead with one option, as the patient's screen tells it."""

from collections.abc import Sequence

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.ahead import Cases, DayLine, Days, StoryLine, StoryPart
from spinecounsel.viewing.ahead import Looking, ahead_view
from spinecounsel.wording import say


class Told(Frozen, frozen=True, kw_only=True):
    """One thing that is told: its title, empty where the sentences say it, and its sentences.

    ``studied`` says who was studied, over which time, and how sure that is; empty where nothing was
    counted.  ``key`` is the topic's.
    """

    key: str
    title: str
    sentences: tuple[str, ...]
    studied: str = ""


class Column(Frozen, frozen=True, kw_only=True):
    """A story, or a part of the time."""

    title: str
    words: str
    told: tuple[Told, ...]


class PatientAhead(Frozen, frozen=True, kw_only=True):
    """The option and its columns; ``caution`` says how to take them, or why there are none.

    ``abreast`` where the columns tell of the same things: stories, not parts of the time.
    """

    option: str
    caution: str
    columns: tuple[Column, ...] = ()
    abreast: bool = False
    red_flag: str = ""


def patient_ahead(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, shown: str, looking: str
) -> PatientAhead | None:
    """Give what the clinician looks at: the stories or the days of ``shown``; None for nothing."""
    if looking not in set(Looking):
        return None
    view = ahead_view(pack, discussion, agenda, shown, Looking(looking))
    told = PatientAhead(option=view.name, caution="", red_flag=view.red_flag)
    if view.days is not None:
        return replaced(told, caution=view.days.how, columns=_days(pack, view.days))
    if view.cases is None:
        return None
    if view.cases.nothing:
        return replaced(told, caution=view.cases.nothing)
    return replaced(
        told, caution=view.cases.caution, columns=_stories(pack, view.cases), abreast=True
    )


def _stories(pack: ContentPack, cases: Cases) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=story.title,
            words=story.words,
            told=tuple(_told(pack, line) for line in story.lines),
        )
        for story in cases.stories
    )


def _days(pack: ContentPack, days: Days) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=station.title,
            words="",
            told=(
                *(_told(pack, line) for line in station.lines),
                *(Told(key="", title="", sentences=(note.text,)) for note in station.notes),
            ),
        )
        for station in days.stations
    )


def _told(pack: ContentPack, line: StoryLine | DayLine) -> Told:
    return Told(
        key=line.key,
        title=line.title,
        sentences=_sentences(line.parts),
        studied=_studied(pack, line.parts),
    )


def _studied(pack: ContentPack, parts: Sequence[StoryPart]) -> str:
    """Say who was studied, over which time, how sure it is; what parts share only once."""
    told = [(part, pack.estimates[part.estimate]) for part in parts if part.estimate]
    if not told:
        return ""
    levels = {each.certainty for _, each in told}
    sure = [
        str(each.certainty) if len(levels) == 1 else f"{part.name}: {each.certainty}"
        for part, each in told
    ]
    return say(
        "Studied: {people}. Time span: {span}. How sure: {sure}.",
        people="; ".join(dict.fromkeys(each.population for _, each in told)),
        span="; ".join(dict.fromkeys(each.horizon for _, each in told)),
        sure="; ".join(dict.fromkeys(sure)),
    )


def _sentences(parts: Sequence[StoryPart]) -> tuple[str, ...]:
    """Give the sentences, the arms told apart; what two of them say alike is said once."""
    told = (
        f"**{part.name}:** {part.sentence}" if part.name and len(parts) > 1 else part.sentence
        for part in parts
    )
    return tuple(dict.fromkeys(told))
