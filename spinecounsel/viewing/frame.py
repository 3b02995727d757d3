"""The frame round every page: whose record it is, where we are, what is missing."""

from collections.abc import Mapping

from spinecounsel.content.model import Manifest
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.steps import STEPS, Progress
from spinecounsel.frozen import Frozen
from spinecounsel.dates import day
from spinecounsel.wording import say

LANGUAGES = {"en": "English"}


class StepView(Frozen, frozen=True, kw_only=True):
    """A row of the rail; ``state`` is done, now, part or to_do."""

    id: str
    title: str
    state: str


class FrameView(Frozen, frozen=True, kw_only=True):
    """Banner, rail and foot; ``missing`` is one sentence, empty when one may go on."""

    name: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[StepView, ...]
    step: str
    missing: str
    notice: str


def frame_view(
    discussion: Discussion, manifest: Manifest, progress: Mapping[str, Progress]
) -> FrameView:
    """Give the frame for the present step of ``discussion``."""
    here = progress[discussion.step]
    return FrameView(
        name=discussion.patient.name or say("Name not yet entered"),
        facts=_facts(discussion),
        steps=tuple(_row(ident, title, discussion.step, progress) for ident, title in _titles()),
        step=discussion.step,
        missing=here.missing[0] if here.missing else "",
        notice=approval_notice(manifest),
    )


def approval_notice(manifest: Manifest) -> str:
    """Say that no clinic has approved the content, or nothing when one has."""
    return "" if manifest.approved_by else say("Content not yet approved by this clinic")


def _titles() -> tuple[tuple[str, str], ...]:
    return tuple((step.id, step.title) for step in STEPS)


def _row(ident: str, title: str, now: str, progress: Mapping[str, Progress]) -> StepView:
    state = "now" if ident == now else str(progress[ident].state)
    return StepView(id=ident, title=title, state=state)


def _facts(discussion: Discussion) -> tuple[tuple[str, str], ...]:
    patient = discussion.patient
    room = ", ".join(str(person.role).capitalize() for person in discussion.present)
    facts = (
        (say("Born"), day(patient.born)),
        (say("Hospital number"), patient.number),
        (say("Language"), LANGUAGES.get(patient.language, patient.language)),
        (say("In the room"), room),
    )
    return tuple((label, text) for label, text in facts if text)
