"""The full text of a score: items, points, bands, how far it may be trusted, limits, sources."""

from spinecounsel.content.citation import citation
from spinecounsel.content.model import ContentPack
from spinecounsel.content.score import Score, ScoreBand, ScoreItem, ScoreLevel
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say, say_count


class ScorePartView(Frozen, frozen=True, kw_only=True):
    """A heading with rows of (left, right) below it; ``right`` may be empty."""

    title: str
    rows: tuple[tuple[str, str], ...]
    remark: str = ""


class ScoreTextView(Frozen, frozen=True, kw_only=True):
    """Everything there is to say of a score."""

    id: str
    name: str
    plain: str
    parts: tuple[ScorePartView, ...]


def score_text(pack: ContentPack, score: Score) -> ScoreTextView:
    """Give the text of ``score`` with the sources of ``pack``."""
    parts = (
        ScorePartView(
            title=say("What it is for, and what not"),
            rows=((say("For"), score.use_for), (say("Limits"), score.not_for)),
        ),
        *(_item(each) for each in score.item),
        _grades(score.level),
        _bands(score),
        *_notes(pack, score),
        _sources(pack, score),
    )
    return ScoreTextView(
        id=score.id,
        name=score.name,
        plain=score.plain,
        parts=tuple(part for part in parts if part.rows),
    )


def _item(item: ScoreItem) -> ScorePartView:
    rows = tuple(
        (level.label, say_count("{n} point", "{n} points", level.points)) for level in item.level
    )
    return ScorePartView(title=item.label, rows=rows, remark=item.help)


def _grades(levels: tuple[ScoreLevel, ...]) -> ScorePartView:
    rows = tuple((f"{level.id} · {level.label}", level.definition) for level in levels)
    return ScorePartView(title=say("Grades"), rows=rows)


def _bands(score: Score) -> ScorePartView:
    rows = tuple((_reach(band), f"{band.label}. {band.meaning}") for band in score.band)
    remark = say("The points of all items are added up.") if score.kind == "sum" else ""
    return ScorePartView(title=say("Bands"), rows=rows, remark=remark)


def _reach(band: ScoreBand) -> str:
    if band.codes:
        return ", ".join(band.codes)
    return say("{low} to {high}", low=band.low, high=band.high)


def _notes(pack: ContentPack, score: Score) -> tuple[ScorePartView, ...]:
    titles = {
        "reliability": say("Do two people give the same score?"),
        "accuracy": say("How right is it?"),
        "rule": say("Rules"),
        "conflict": say("Where sources disagree, and limits"),
    }
    return tuple(
        ScorePartView(
            title=title,
            rows=tuple(
                (note.text[:1].upper() + note.text[1:], _short(pack, note.source))
                for note in score.note
                if note.kind == kind
            ),
        )
        for kind, title in titles.items()
    )


def _sources(pack: ContentPack, score: Score) -> ScorePartView:
    rows = tuple((citation(pack.sources[each]), "") for each in score.sources)
    return ScorePartView(title=say("Sources"), rows=rows)


def _short(pack: ContentPack, ident: str) -> str:
    source = pack.sources[ident]
    first = (source.authors or source.title).split(",")[0]
    return f"{first} {source.year}" if source.year else first
