"""The frame round every page: whose record it is, where we are, what is missing."""

from collections.abc import Mapping

from spinecounsel.case.languages import language_name
from spinecounsel.content.model import Manifest
from spinecounsel.dates import day
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import AttendeeRole
from spinecounsel.discussion.steps import STEPS, Progress
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.approval import approval_notice
from spinecounsel.wording import say

ALWAYS_SHOWN = 2  # the facts that tell people apart stay when text is large


class FactView(Frozen, frozen=True, kw_only=True):
    """A fact about the patient; ``main`` ones stay in the banner when there is little room."""

    label: str
    text: str
    main: bool


class StepView(Frozen, frozen=True, kw_only=True):
    """A row of the rail; ``state`` is the mark (done, now, part, to_do), ``spoken`` in words."""

    id: str
    title: str
    state: str
    spoken: str


class FrameView(Frozen, frozen=True, kw_only=True):
    """Banner, rail and foot; ``missing`` is one sentence, empty when one may go on.

    ``place`` is where we are in words; ``first`` and ``last`` say that nothing is before or after;
    ``may_change`` that the draft is open for more than reading.
    """

    name: str
    facts: tuple[FactView, ...]
    steps: tuple[StepView, ...]
    step: str
    place: str
    first: bool
    last: bool
    may_change: bool
    missing: str
    notice: str


def frame_view(
    discussion: Discussion,
    manifest: Manifest,
    progress: Mapping[str, Progress],
    *,
    reading: str = "",
) -> FrameView:
    """Give the frame for the present step of ``discussion``.

    ``reading`` is said at the foot to who only reads it, in the place of what is missing.
    """
    now = discussion.step
    here = progress[now]
    order = [step.id for step in STEPS]
    place = order.index(now)
    return FrameView(
        name=discussion.patient.name or say("Name not yet entered"),
        facts=_facts(discussion),
        steps=tuple(_row(ident, now, progress) for ident in order),
        step=now,
        place=say(
            "Step {n} of {all}: {title}", n=place + 1, all=len(order), title=STEPS[place].title
        ),
        first=place == 0,
        last=place == len(order) - 1,
        may_change=not reading,
        missing=reading or (here.missing[0] if here.missing else ""),
        notice=approval_notice(manifest),
    )


def _row(ident: str, now: str, progress: Mapping[str, Progress]) -> StepView:
    title = next(step.title for step in STEPS if step.id == ident)
    state = "now" if ident == now else str(progress[ident].state)
    words = {
        "now": say("{title}, you are here", title=title),
        "done": say("{title}, done", title=title),
        "part": say("{title}, begun", title=title),
        "to_do": say("{title}, not begun", title=title),
    }
    return StepView(id=ident, title=title, state=state, spoken=words[state])


def _facts(discussion: Discussion) -> tuple[FactView, ...]:
    patient = discussion.patient
    facts = (
        (say("Born"), day(patient.born)),
        (say("Hospital number"), patient.number),
        (say("Language"), language_name(patient.language)),
        (say("In the room"), _room(discussion)),
    )
    return tuple(
        FactView(label=label, text=text, main=place < ALWAYS_SHOWN)
        for place, (label, text) in enumerate(facts)
        if text
    )


def _room(discussion: Discussion) -> str:
    """Name everybody else by their part: ``Relative, nurse``."""
    other = say("somebody else")
    parts = [
        other if person.role is AttendeeRole.OTHER else str(person.role)
        for person in discussion.present
    ]
    together = ", ".join(parts)
    return together[:1].upper() + together[1:]
