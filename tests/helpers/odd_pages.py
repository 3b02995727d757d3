"""What odd records hold for the pages of a copy: options side by side, and what may lie ahead."""

from hypothesis import strategies as st

from spinecounsel.record.ahead import (
    Cases,
    DayLine,
    DayNote,
    Days,
    LookedAhead,
    SketchMark,
    SketchRow,
    Stop,
    Story,
    StoryLine,
    StoryPart,
)
from spinecounsel.record.side_by_side import (
    ComparedArm,
    ComparedCell,
    ComparedNote,
    ComparedRow,
    SideBySide,
)

_SPANS = ("30 days", "1 year", "")


def comparisons(options, texts):
    """Nothing, or a table over the names of ``options``."""
    names = tuple(each.name for each in options)
    if len(names) < 2:
        return st.none()
    row = st.integers(0, 4).flatmap(
        lambda across: st.builds(
            ComparedRow,
            title=texts,
            span=st.sampled_from(_SPANS),
            kind=st.sampled_from(["benefit", "risk", "course"]),
            cells=st.tuples(*([_cells(texts)] * (1 if across == 0 else len(names)))),
        )
    )
    return st.none() | st.builds(SideBySide, options=st.just(names), rows=_some(row))


def _cells(texts):
    arms = st.integers(0, 100).flatmap(
        lambda count: st.builds(
            ComparedArm,
            estimate=st.just("e"),
            text=texts,
            number=st.just(f"{count} of 100 people"),
            span=st.sampled_from(_SPANS),
            note=st.builds(
                ComparedNote,
                people=texts,
                certainty=st.sampled_from(["high", "moderate", "low", "very low"]),
                range=st.sampled_from(["", "1 to 100 of 100 people"]),
                source=texts,
            ),
            title=texts,
            count=st.sampled_from([None, count]),
        )
    )
    return st.one_of(
        st.builds(ComparedCell, words=texts),
        st.builds(ComparedCell, arms=st.tuples(arms), link=st.just("") | texts),
        st.builds(ComparedCell, arms=st.tuples(arms, arms)),
    )


@st.composite
def aheads(draw, options, texts):
    """What was looked at of each option: nothing, cases, days or both."""
    made = []
    for option in options:
        estimates = [each for topic in option.topics for each in topic.estimates if each.number]
        cases = draw(st.none() | _cases(estimates, texts))
        days = draw(st.none() | _days(estimates, texts))
        if cases or days:
            made.append(LookedAhead(option=option.id, name=option.name, cases=cases, days=days))
    return tuple(made)


@st.composite
def _cases(draw, estimates, texts):
    rows = tuple(
        SketchRow(
            key=f"k{number}",
            kind=each.kind if each.kind in {"benefit", "risk"} else "benefit",
            title=each.title,
            marks=(
                SketchMark(
                    estimate=each.id,
                    heading=draw(st.just("") | texts),
                    name=draw(st.just("") | texts),
                    number=each.number,
                    well=each.count,
                    out_of=each.out_of,
                    low=each.low,
                    high=each.high,
                    reach=draw(st.just("") | texts),
                    span=draw(st.sampled_from(_SPANS)),
                    people=each.population,
                    sure=draw(st.just("") | texts),
                ),
            ),
        )
        for number, each in enumerate(estimates[:3])
    )
    lines = tuple(_story_line(row, draw(texts)) for row in rows)
    stories = tuple(
        Story(kind=kind, title=title, words=draw(texts), lines=lines)
        for kind, title in (("best", "Best case"), ("likely", "Most likely"), ("worst", "Worst"))
    )
    return Cases(
        caution=draw(texts),
        nothing="" if rows else "No number was told.",
        stories=stories if rows else (),
        rows=rows,
        also=(),
        not_known=draw(st.lists(st.tuples(st.just("k"), texts), max_size=2).map(tuple)),
        shut=draw(st.just("") | texts),
    )


def _story_line(row, sentence):
    return StoryLine(
        key=row.key,
        kind=row.kind,
        title=row.title,
        topic=row.title,
        parts=tuple(
            StoryPart(
                estimate=mark.estimate, heading=mark.heading, name=mark.name, sentence=sentence
            )
            for mark in row.marks
        ),
    )


@st.composite
def _days(draw, estimates, texts):
    stops = []
    for number in range(draw(st.integers(1, 3))):
        lines = [
            DayLine(
                key="k",
                title=draw(st.just("") | texts),
                topic="t",
                parts=(
                    StoryPart(
                        estimate=draw(st.sampled_from([each.id for each in estimates] or [""])),
                        heading="",
                        name=draw(st.just("") | texts),
                        sentence=draw(texts),
                    ),
                ),
                span=draw(st.sampled_from(_SPANS)),
                origin=draw(_some(texts, 2)),
                sure=draw(st.sampled_from(["", "high", "low"])),
            )
            for _ in range(draw(st.integers(0, 2)))
        ]
        notes = draw(
            _some(
                st.builds(DayNote, mark=st.sampled_from(["not_known", "hand", "lock"]), text=texts)
            )
        )
        stops.append(
            Stop(
                id=f"s{number}",
                phase=draw(st.just("") | texts),
                title=draw(texts),
                lines=tuple(lines),
                notes=notes,
            )
        )
    return Days(how=draw(texts), stations=tuple(stops))


def _some(of, most=3):
    return st.lists(of, max_size=most).map(tuple)
