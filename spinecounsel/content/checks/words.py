"""The words that a patient reads: no "1 in X", no bare frequency word.

A word for how often something happens ("rare", "common") means another thing to each reader, so in
a sentence it needs its number in the same sentence.  Sentences about what clinics do ("scans are
mostly done every few months") are facts about practice: there "mostly" may stand.
"""

import re
from collections.abc import Iterator

from spinecounsel.content.checks.places import Place, place_of_estimate, place_of_fact, place_of_gap
from spinecounsel.content.model import SEEN, ContentPack

_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)"
_SCALE = r"(?!(?:100|1,000|1000|100,000)\b)"
ONE_IN_X = re.compile(
    rf"\b{_NUMBER} (?:in|out of) (?:every )?{_SCALE}{_NUMBER}\b(?! (?:day|week|month|year))", re.I
)
NUMBER_NEEDED = re.compile(
    r"\bfor 1 more (?:person )?to\b|\bfor 1 more person\b|, 1 more is\b", re.I
)
RELATIVE = re.compile(r"times (?:more|as|less)|% (?:lower|higher)|less than half as", re.I)
BARE = re.compile(
    r"\b(?:rare|rarely|uncommon|uncommonly|common|commonly|frequent|frequently|infrequent|seldom)\b"
    r"|(?<!how )\b(?:often|likely|unlikely)\b",
    re.I,
)
HAS_NUMBER = re.compile(r"\d in (?:every )?(?:100|1,000|1000|100,000)\b|\bof \d+\b", re.I)
SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
OUTCOME_NUMBER = re.compile(
    r"%|\bper ?cent\b|\bodds\b|\bhazard\b"
    r"|\b(?:in|out of) (?:every )?\d{2,}\b(?! (?:to \d+ )?(?:minutes|hours|days|weeks))",
    re.I,
)
MAY_ADDRESS = ("ask-your-team", "red-flag")


def check_words(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first sentence that breaks a rule for words."""
    for place, field, text in _outcomes(pack):
        _check_form(place, field, text)
        _check_bare(place, field, text)
        if RELATIVE.search(text):
            raise place.problem(field, "absolute numbers, not only a relation")
    for place, field, text in _other(pack):
        _check_form(place, field, text)
        _check_bare(place, field, text)
    _check_facts(pack)
    for row in pack.estimates.values():
        if ONE_IN_X.search(row.plain):
            raise place_of_estimate(row).problem("plain", "people out of 100 or 1,000, not 1 in X")


def _check_form(place: Place, field: str, text: str) -> None:
    if ONE_IN_X.search(text) or NUMBER_NEEDED.search(text):
        raise place.problem(field, "people out of 100 or 1,000, not 1 in X")


def _check_bare(place: Place, field: str, text: str) -> None:
    for sentence in re.split(r"(?<=[.?!])\s+", text):
        found = BARE.search(sentence)
        if found and not HAS_NUMBER.search(sentence):
            raise place.problem(field, f"a number in the sentence with {found[0]!r}")


def _check_facts(pack: ContentPack) -> None:
    for option in pack.options:
        for number, fact in enumerate(option.fact, 1):
            place = place_of_fact(option, fact, number)
            if OUTCOME_NUMBER.search(fact.text):
                raise place.problem("text", "no outcome number: those are estimates, with a source")
            if fact.kind not in MAY_ADDRESS and SECOND_PERSON.search(fact.text):
                raise place.problem("text", "a sentence that does not speak to the reader")


def _outcomes(pack: ContentPack) -> Iterator[tuple[Place, str, str]]:
    for row in pack.estimates.values():
        if row.patient_view in SEEN:
            place = place_of_estimate(row)
            yield place, "plain", row.plain
            yield place, "framing", row.framing
            yield place, "sensitive_plain", row.sensitive_plain
            yield place, "title", row.title
    for gap in pack.gaps:
        yield place_of_gap(gap), "plain", gap.plain


def _other(pack: ContentPack) -> Iterator[tuple[Place, str, str]]:
    for option in pack.options:
        for number, fact in enumerate(option.fact, 1):
            yield place_of_fact(option, fact, number), "text", fact.text
        for number, rule in enumerate(option.rule, 1):
            yield place_of_fact(option, rule, number), "reason", rule.reason
    for concept in pack.concepts:
        yield Place("concepts.toml", f"concept {concept.id}"), "label", concept.label
        yield Place("concepts.toml", f"concept {concept.id}"), "question", concept.question
    for gap in pack.gaps:
        yield place_of_gap(gap), "question", gap.question
    yield from _small_files(pack)


def _small_files(pack: ContentPack) -> Iterator[tuple[Place, str, str]]:
    for number, general in enumerate(pack.general, 1):
        yield Place("general.toml", f"general {number}"), "text", general.text
    for word in pack.glossary:
        yield Place("glossary.toml", f"glossary {word.term}"), "plain", word.plain
    for pathway in pack.pathways:
        yield Place("pathways.toml", f"pathway {pathway.id}"), "text", pathway.text
    for value in pack.value_statements:
        yield Place("values.toml", f"value {value.id}"), "text", value.text
    for question in pack.questions:
        yield Place("questions.toml", f"question {question.text}"), "text", question.text
