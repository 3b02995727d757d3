"""What may lie ahead with one option, as the patient's screen tells it."""

from collections.abc import Sequence

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.ahead import Looking, ahead_view
from spinecounsel.viewing.ahead_cases import CasesView, StoryPart
from spinecounsel.viewing.ahead_days import DaysView


class Told(Frozen, frozen=True, kw_only=True):
    """One thing that is told: its title, empty where the sentences say it, and its sentences."""

    title: str
    sentences: tuple[str, ...]


class Column(Frozen, frozen=True, kw_only=True):
    """A story, or a part of the time."""

    title: str
    words: str
    told: tuple[Told, ...]


class PatientAhead(Frozen, frozen=True, kw_only=True):
    """The option and its columns; ``caution`` says how to take them."""

    option: str
    caution: str
    columns: tuple[Column, ...]


def patient_ahead(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, shown: str, looking: str
) -> PatientAhead | None:
    """Give what the clinician looks at: the stories or the days of ``shown``; None for nothing."""
    if looking not in set(Looking):
        return None
    view = ahead_view(pack, discussion, agenda, shown, Looking(looking))
    if view.cases is not None and view.cases.stories and not view.cases.nothing:
        return PatientAhead(
            option=view.name, caution=view.cases.caution, columns=_stories(view.cases)
        )
    if view.days is not None:
        return PatientAhead(option=view.name, caution=view.days.how, columns=_days(view.days))
    return None


def _stories(cases: CasesView) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=story.title,
            words=story.words,
            told=tuple(
                Told(title=line.title, sentences=_sentences(line.parts)) for line in story.lines
            ),
        )
        for story in cases.stories
    )


def _days(days: DaysView) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=station.title,
            words="",
            told=(
                *(
                    Told(title=line.title, sentences=_sentences(line.parts))
                    for line in station.lines
                ),
                *(Told(title="", sentences=(note.text,)) for note in station.notes),
            ),
        )
        for station in days.stations
    )


def _sentences(parts: Sequence[StoryPart]) -> tuple[str, ...]:
    """Give the sentences, the arms told apart; what two of them say alike is said once."""
    told = (
        f"**{part.name}:** {part.sentence}" if part.name and len(parts) > 1 else part.sentence
        for part in parts
    )
    return tuple(dict.fromkeys(told))
