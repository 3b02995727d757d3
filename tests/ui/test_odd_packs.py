"""Content out of the ordinary: each page is right all the same, and says what is not known."""

import re

import pytest

from spinecounsel.case.case import Case
from spinecounsel.content.model import TumourClass
from spinecounsel.frozen import replaced
from tests.helpers.odd_packs import (
    HARM,
    LONG,
    ODD,
    bound_together,
    for_one_option_only,
    odd_pack,
    skipping_everything,
    two_ways,
    with_a_long_statement,
)
from tests.helpers.packs import tiny_pack
from tests.helpers.rendered import collected
from tests.helpers.talks import METASTASIS

OPEN_CASE = Case(tumour_class=TumourClass.METASTATIC, levels=("T10",))
NONSENSE = re.compile(r"\b(?:nan|inf|None of None|NoneType|-\d+ (?:in|of) \d+)\b|\{\w*\}")
ROUNDED_AWAY = re.compile(r"(?<![\d.,])0 (?:in|of|out of) (?:every )?1,?00")
COUNTING = ("walk", "ahead", "compare", "values")
DRAWINGS = {"Pictograph", "MiniPictograph"}


@pytest.fixture
def tiny(tmp_path):
    return tiny_pack(tmp_path / "pack")


def shown_of(pack, case=OPEN_CASE, change=lambda sitting: sitting):
    """Give all that the pages show, by words; nonsense is on none of them."""
    sitting = change(two_ways(pack, case))
    shown = collected(sitting.discussion, pack, pressing=COUNTING)
    assert {each.step for each in shown} >= {"walk", "compare", "values", "decision", "sign"}
    assert [each.text for each in shown if NONSENSE.search(each.text)] == []
    assert [each.text for each in shown if ROUNDED_AWAY.search(each.text)] == []
    return shown


def whole(shown):
    return "\n".join(sorted({each.text for each in shown})).replace("**", "")


@pytest.mark.parametrize("name", ODD)
def test_an_odd_estimate_is_told_in_the_right_words(qapp, tiny, name):
    odd = ODD[name]
    shown = shown_of(odd_pack(tiny, odd))
    for words in odd.words:
        assert words.lower() in whole(shown).lower()
    alone = [each for each in shown if each.step == "walk" and each.kind == "Pictograph"]
    assert bool(alone) is odd.drawn, "people are drawn only where people were counted"


def test_a_value_without_a_share_stands_in_the_comparison_without_a_number(qapp, tiny):
    shown = shown_of(odd_pack(tiny, ODD["a value only"]))
    cells = [each.text for each in shown if each.step == "compare"]
    assert not [text for text in cells if re.search(r"\b0 of\b", text)]


def test_what_belongs_together_is_on_one_card(tiny):
    pack = bound_together(tiny)
    sitting = two_ways(pack, OPEN_CASE)
    bound = {HARM, "beam-walk", "watch-walk"}
    for topic in sitting.agenda.topics:
        assert not bound & set(topic.shown) or bound <= set(topic.shown)


def test_what_belongs_together_is_shown_on_every_page(qapp, tiny):
    text = whole(shown_of(bound_together(tiny)))
    assert "About 84 in 100 people could walk." in text
    assert "late harm" in text


def test_a_row_for_one_option_only_says_that_the_other_is_not_known(qapp, tiny):
    shown = shown_of(for_one_option_only(tiny))
    assert "not known" in whole(each for each in shown if each.step == "compare").lower()


@pytest.mark.parametrize("case", [Case(), replaced(METASTASIS, histology="")], ids=["all", "one"])
def test_what_is_not_known_of_the_case_is_said(qapp, tiny, case):
    assert "not known" in whole(shown_of(tiny, case)).lower()


def test_a_statement_of_2000_letters_is_shown_whole(qapp, tiny):
    shown = shown_of(tiny, change=with_a_long_statement)
    assert len(LONG) == 2000
    assert LONG.strip() in whole(each for each in shown if each.step == "values")


def test_a_patient_who_skips_everything_meets_no_number(qapp, tiny):
    shown = shown_of(tiny, change=skipping_everything)
    assert {each.kind for each in shown} & DRAWINGS == set()
    text = whole(each for each in shown if each.step != "case")
    for said in ("84 in 100", "57 in 100", "late harm from", "6 in 1,000"):
        assert said not in text
