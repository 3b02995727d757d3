"""The glossary of the shipped pack against what patients are told in the example cases."""

import datetime as dt
import re

import pytest

from spinecounsel.discussion.agenda import Topic
from spinecounsel.viewing.glossary import glossary_of, words_in
from tests.helpers.demonstrations import EXAMPLES
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import described
from ui.demonstration.script import load_script

CASES = sorted(EXAMPLES.glob("*.toml"))
TODAY = dt.date(2026, 11, 25)
SHORT = re.compile(r"\b[A-Z][A-Z0-9]+\b")
# Names of a trial group, a country, a register and a list of questions: said as where numbers are
# from, no word of medicine.
NAMES = frozenset({"ESAS", "NSQIP", "RTOG", "US"})


def agenda(case):
    script = load_script(case, shipped_pack(), TODAY)
    applicable = described(script.case, ()).applicable
    usual = tuple(each for each in applicable.options if applicable.is_usual(each))
    return described(script.case, script.options or usual).agenda


def told(topic: Topic):
    """Every sentence of a topic that a patient reads or hears."""
    yield topic.title
    for each in topic.sentences:
        yield each.text
    for ident in topic.shown:
        each = shipped_pack().estimates[ident]
        yield from (each.title, each.plain, each.framing, each.population, each.horizon)


def spoken(case):
    return [text for topic in agenda(case).topics for text in told(topic) if text]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_term_that_is_said_is_found(case):
    glossary = glossary_of(shipped_pack())
    sentences = spoken(case)
    assert len(sentences) > 100
    missed = []
    for term in glossary.words:
        plain = re.compile(rf"(?<![\w-]){re.escape(term)}s?(?![\w-])", re.IGNORECASE)
        for sentence in sentences:
            if plain.search(sentence):
                covered = {each.term for each in words_in(sentence, glossary)}
                longer = any(term.lower() in each.lower() for each in covered)
                missed += [] if longer else [(term, sentence)]
    assert missed == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_short_form_that_is_said_is_explained_or_known_to_be_a_name(case):
    glossary = glossary_of(shipped_pack())
    short = {each for sentence in spoken(case) for each in SHORT.findall(sentence)}
    open_ones = {each for each in short if not words_in(each, glossary)}
    assert open_ones <= NAMES
