"""No advice: what a patient or clinician reads informs, and leaves the choice to them.

Some words always urge ("should").  Others do where nobody is named who says so ("advised", "not
enough"): they may stand in a text that says whose advice it is.  Signs that need help at once are
safety and may urge; questions are the patient's own words.
"""

import re
from collections.abc import Iterator

from spinecounsel.content.checks.places import Place, place_of_estimate, place_of_fact, place_of_gap
from spinecounsel.content.model import SEEN, ContentPack
from spinecounsel.content.score import Score

Text = tuple[Place, str, str]

URGES = re.compile(
    r"\b(?:should|must|ought|recommend\w*"
    r"|calls? for(?! help)|called for|(?:operation|surgery) comes first"
    r"|(?:is|are|be) best\b|best (?:to|choice|option|treatment)|first choice|usual choice"
    r"|(?:good|better|right|safer) (?:choice|option)|right treatment"
    r"|the sooner|the earlier|tends? to work|watching is over|part of safe care"
    r"|important (?:to|that)|essential|worth (?:it|having|trying)|wise to"
    r"|needs? (?:no |other |special |more |open |urgent )*"
    r"(?:treatment|surgery|an operation|radiation|care)"
    r"|needs? to (?:be|have|hear|know|take|get|see)"
    r"|(?<!may )(?:has|have) to (?:be|have|hear|know|look|see|take)"
    r"|suits? (?:them|you|everyone|best)|make sure you)\b",
    re.IGNORECASE,
)
"""Words that urge, whoever says them."""

SOMEBODYS = re.compile(
    r"\b(?:advis\w+|is not enough|(?<!not )be enough|helps? to take|matters|may do more"
    r"|not meant)\b",
    re.IGNORECASE,
)
"""Words that may stand only beside the name of who says so."""

NAMED = re.compile(
    r"\b(?:guide|guideline|charity|review|survey|textbook|authors|source|framework|NHS)\b",
    re.IGNORECASE,
)

ALLOWED = {
    "That choice has to be respected.": "the right of the patient to say no",
    "In about 89 in 100 people the wound did not need to be opened again.": "what a study counted",
    "Disabled; needs special care and help.": "the definition of a grade of Karnofsky",
    "I need special care.": "the same in the words of the patient",
    "I need care in hospital.": "the same in the words of the patient",
}
"""Sentences in which such words urge nobody, and why."""


def check_advice(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first sentence that reads as advice."""
    for place, field, text in (*_outcomes(pack), *_facts(pack), *_small_files(pack)):
        check_text(place, field, text)
    for score in pack.scores.values():
        for place, field, text in _of_score(score):
            check_text(place, field, text)


def check_text(place: Place, field: str, text: str) -> None:
    """Raise ``ContentProblem`` where ``text`` urges, or advises without saying who does."""
    for sentence in re.split(r"(?<=[.?!])\s+", text):
        if sentence in ALLOWED:
            continue
        if found := URGES.search(sentence):
            raise place.problem(field, f"information, not advice ({found[0]!r})")
        found = SOMEBODYS.search(sentence)
        if found and not NAMED.search(text):
            raise place.problem(field, f"who says so, beside {found[0]!r}")


def _outcomes(pack: ContentPack) -> Iterator[Text]:
    for row in pack.estimates.values():
        if row.patient_view in SEEN:
            for field in ("title", "plain", "framing", "sensitive_plain"):
                yield place_of_estimate(row), field, getattr(row, field)
    for gap in pack.gaps:
        yield place_of_gap(gap), "plain", gap.plain


def _facts(pack: ContentPack) -> Iterator[Text]:
    for option in pack.options:
        for number, fact in enumerate(option.fact, 1):
            if fact.kind != "red-flag":
                yield place_of_fact(option, fact, number), "text", fact.text
        for number, rule in enumerate(option.rule, 1):
            yield place_of_fact(option, rule, number), "reason", rule.reason


def _small_files(pack: ContentPack) -> Iterator[Text]:
    for number, general in enumerate(pack.general, 1):
        if general.kind != "red-flag":
            yield Place("general.toml", f"general {number}"), "text", general.text
    for pathway in pack.pathways:
        for field in ("name", "text"):
            place = Place("pathways.toml", f"pathway {pathway.id}")
            yield place, field, getattr(pathway, field)
    for word in pack.glossary:
        yield Place("glossary.toml", f"glossary {word.term}"), "plain", word.plain
    for concept in pack.concepts:
        yield Place("concepts.toml", f"concept {concept.id}"), "label", concept.label


def _of_score(score: Score) -> Iterator[Text]:
    place = Place("scores.toml", f"score {score.id}")
    for field in ("use_for", "not_for", "plain"):
        yield place, field, getattr(score, field)
    for band in score.band:
        yield place, f"band {band.label}", f"{band.meaning} {band.plain}"
    for note in score.note:
        yield place, f"note {note.kind}", note.text
    for item in score.item:
        yield place, f"item {item.id}", item.help
    for level in (*score.level, *(level for item in score.item for level in item.level)):
        yield place, f"level {level.id}", f"{level.definition} {level.plain}"
