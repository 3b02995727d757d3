"""No word of dying stands where it is read unasked: only in what stays shut until it is opened.

``content.closing`` leaves out what the pack marks; these rules see that all of it is marked.
"""

import re
from collections.abc import Iterator

from spinecounsel.content.checks.places import Place, place_of_estimate, place_of_fact, place_of_gap
from spinecounsel.content.model import SEEN, ContentPack
from spinecounsel.content.score import GRADE_SCALES, SINS, Score

Text = tuple[Place, str, str]

DYING = re.compile(
    r"(?<![\w-])(?:alive|died|dies?|dying|dead|deadly|deaths?|moribund|lived|surviv\w*|mortality"
    r"|fatal\w*|lethal|killed|life expectancy|lifespan|length of life|end of life|life-limiting"
    r"|expected to live|last (?:days|weeks|months) of life)\b",
    re.IGNORECASE,
)
"""Words of dying and of length of life, in the language of the pack."""

OF_ESTIMATES = (
    *("title", "plain", "framing", "value", "population", "horizon", "certainty_why", "where"),
    "caution",
)


def check_dying(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first word of dying that may be read unasked."""
    for place, field, text in _open_texts(pack):
        if found := DYING.search(text):
            problem = f"nothing of dying that stays open ({found[0]!r}): mark it as sensitive"
            raise place.problem(field, problem)
    for concept in pack.concepts:
        place = Place("concepts.toml", f"concept {concept.id}")
        for field in ("closed_label", "closed_question"):
            if bool(getattr(concept, field)) != concept.sensitive:
                raise place.problem(field, "words for a sensitive concept while shut, else none")


def _open_texts(pack: ContentPack) -> Iterator[Text]:
    shut = {each.id for each in pack.concepts if each.sensitive}
    for concept in pack.concepts:
        place = Place("concepts.toml", f"concept {concept.id}")
        open_fields = (
            ("closed_label", "closed_question") if concept.sensitive else ("label", "question")
        )
        yield from ((place, field, getattr(concept, field)) for field in open_fields)
    for row in pack.estimates.values():
        if row.concept not in shut and row.patient_view in SEEN:
            for field in OF_ESTIMATES:
                yield place_of_estimate(row), field, getattr(row, field)
    for gap in pack.gaps:
        if gap.concept not in shut:
            yield place_of_gap(gap), "question", gap.question
            yield place_of_gap(gap), "plain", gap.plain
    yield from _of_options(pack)
    yield from _of_small_files(pack)
    for ident in (SINS, *GRADE_SCALES):
        yield from _of_score(pack.scores[ident])


def _of_options(pack: ContentPack) -> Iterator[Text]:
    for option in pack.options:
        for number, fact in enumerate(option.fact, 1):
            if not fact.sensitive:
                yield place_of_fact(option, fact, number), "text", fact.text
            yield place_of_fact(option, fact, number), "doubt", fact.doubt
        for number, rule in enumerate(option.rule, 1):
            yield place_of_fact(option, rule, number), "reason", rule.reason


def _of_small_files(pack: ContentPack) -> Iterator[Text]:
    for number, general in enumerate(pack.general, 1):
        if not general.sensitive:
            yield Place("general.toml", f"general {number}"), "text", general.text
    for way in pack.pathways:
        yield Place("pathways.toml", f"pathway {way.id}"), "text", f"{way.name}. {way.text}"
    for word in pack.glossary:
        yield Place("glossary.toml", f"glossary {word.term}"), "plain", word.plain
    for question in pack.questions:
        yield Place("questions.toml", f"question {question.text}"), "text", question.text
    for value in pack.value_statements:
        yield Place("values.toml", f"value {value.id}"), "text", value.text
    for source in pack.sources.values():
        place = Place("sources.toml", f"source {source.id}")
        title = "" if source.sensitive_title else source.title
        yield place, "sensitive_title", title
        yield place, "journal", f"{source.authors}. {source.journal}"


def _of_score(score: Score) -> Iterator[Text]:
    place = Place("scores.toml", f"score {score.id}")
    for field in ("name", "use_for", "not_for", "plain"):
        yield place, field, getattr(score, field)
    for band in score.band:
        yield place, f"band {band.label}", f"{band.label}. {band.meaning} {band.plain}"
    for note in score.note:
        yield place, f"note {note.kind}", "" if note.sensitive else note.text
    for item in score.item:
        yield place, f"item {item.id}", f"{item.label}. {item.help}"
    for level in (*score.level, *(each for item in score.item for each in item.level)):
        words = "" if level.sensitive else f"{level.label}. {level.definition} {level.plain}"
        yield place, f"level {level.id}", words
