"""The first start, step by step: the vault, the clinic, and what to begin with."""

from enum import StrEnum

from spinecounsel.frozen import Frozen
from spinecounsel.wording import say

STEPS = 3


class Stage(StrEnum):
    """What is asked once the vault is made and its recovery code is on paper."""

    CLINIC = "clinic"
    BEGIN = "begin"


class Way(StrEnum):
    """What one can begin with."""

    PRACTISE = "practise"
    NEW = "new"
    MANUAL = "manual"
    LIST = "list"


class WayView(Frozen, frozen=True, kw_only=True):
    """One way to begin: the words of its button, and what comes of it."""

    way: Way
    title: str
    sentence: str


class FirstView(Frozen, frozen=True, kw_only=True):
    """What the page shows; ``ways`` only at the last stage, the form of the clinic before that."""

    stage: Stage
    step: str
    title: str
    sentence: str
    ways: tuple[WayView, ...]


def step_words(number: int) -> str:
    """Say how far the first start has come; ``number`` from 1, the making of the vault."""
    return say("First start: step {n} of {steps}", n=number, steps=STEPS)


def first_view(stage: Stage) -> FirstView:
    """Give the view of a stage."""
    if stage is Stage.CLINIC:
        return FirstView(
            stage=stage,
            step=step_words(2),
            title=say("Your clinic"),
            sentence=say(
                "Name and logo stand at the top of each paper. Both can be left empty, and changed "
                "at any time: choose “The vault” at the top of the window, then “Settings”."
            ),
            ways=(),
        )
    return FirstView(
        stage=stage,
        step=step_words(3),
        title=say("Practise first, or begin"),
        sentence=say("All is ready. What would you like to do?"),
        ways=_ways(),
    )


def _ways() -> tuple[WayView, ...]:
    return (
        WayView(
            way=Way.PRACTISE,
            title=say("Practise with a made-up patient"),
            sentence=say(
                "Go through a whole consultation, sign it and seal it, in a window of its own. All "
                "of it is thrown away when that window closes."
            ),
        ),
        WayView(
            way=Way.NEW,
            title=say("Begin a consultation"),
            sentence=say("With a patient of yours, from the first page on."),
        ),
        WayView(
            way=Way.MANUAL,
            title=say("Read the manual"),
            sentence=say("It comes with the program. F1 opens it at any time, at the page in use."),
        ),
        WayView(
            way=Way.LIST,
            title=say("Look around"),
            sentence=say("Go to the list of all consultations, which is still empty."),
        ),
    )
