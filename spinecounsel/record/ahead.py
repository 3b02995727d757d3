"""What may lie ahead with one option, as it was told: three cases with their sketch, and the days.

Screen, patient's screen and paper tell it from these same values.
"""

from spinecounsel.frozen import Frozen


class StoryPart(Frozen, frozen=True, kw_only=True):
    """What an estimate says in a story; ``name`` tells the arms apart where there are several.

    ``heading`` stands above the first of those that belong together, empty for none.  ``other``
    tells that it is of people who are there to compare with, not of this story.
    """

    estimate: str
    heading: str
    name: str
    sentence: str
    other: bool = False


class StoryLine(Frozen, frozen=True, kw_only=True):
    """What a story says of one topic (its key); ``kind`` is its mark, ``topic`` its own title."""

    key: str
    kind: str
    title: str
    topic: str
    parts: tuple[StoryPart, ...]


class Story(Frozen, frozen=True, kw_only=True):
    """One of the three cases; ``kind`` is ``best``, ``likely`` or ``worst``."""

    kind: str
    title: str
    words: str
    lines: tuple[StoryLine, ...]


class SketchMark(Frozen, frozen=True, kw_only=True):
    """One estimate on the sketch: for how many of how many it went well.

    ``number`` is that as printed ("84 of 100 people"); ``low`` and ``high`` are the ends of the
    range, None where the source prints none.  ``people`` and ``sure`` say who was studied and how
    sure it is.
    """

    estimate: str
    heading: str
    name: str
    number: str
    well: int
    out_of: int
    low: int | None
    high: int | None
    reach: str
    span: str
    people: str
    sure: str


class SketchRow(Frozen, frozen=True, kw_only=True):
    """One outcome of the sketch, with a line for each of its estimates."""

    key: str
    kind: str
    title: str
    marks: tuple[SketchMark, ...]


class Cases(Frozen, frozen=True, kw_only=True):
    """The stories and the sketch; ``nothing`` says why there are none, empty where there are.

    ``also`` are lines of which only one side was counted: they are in no story.  ``not_known`` are
    keys and titles of what has no number.  ``shut`` says that some things are closed or set aside.
    """

    caution: str
    nothing: str
    stories: tuple[Story, ...]
    rows: tuple[SketchRow, ...]
    also: tuple[StoryLine, ...]
    not_known: tuple[tuple[str, str], ...]
    shut: str


class DayLine(Frozen, frozen=True, kw_only=True):
    """One thing that is known; ``key`` is the topic that it comes from.

    ``title`` and ``span`` are empty for a sentence without a number.  ``origin`` says who was
    studied, or where a sentence was read; ``sure`` is a certainty, empty where they differ.
    """

    key: str
    title: str
    topic: str
    parts: tuple[StoryPart, ...]
    span: str
    origin: tuple[str, ...]
    sure: str


class DayNote(Frozen, frozen=True, kw_only=True):
    """Why nothing, or not all, is told: a mark and words."""

    mark: str
    text: str


class Stop(Frozen, frozen=True, kw_only=True):
    """One part of the time; ``phase`` is empty where it is that of the one before it."""

    id: str
    phase: str
    title: str
    lines: tuple[DayLine, ...]
    notes: tuple[DayNote, ...]

    @property
    def known(self) -> bool:
        """Whether anything is told."""
        return bool(self.lines)


class Days(Frozen, frozen=True, kw_only=True):
    """All parts of the time, in order."""

    how: str
    stations: tuple[Stop, ...]


class LookedAhead(Frozen, frozen=True, kw_only=True):
    """What was looked at of one option (its id and full name); None for what was not."""

    option: str
    name: str
    cases: Cases | None
    days: Days | None
