"""Where the tumour is, for the patient: plain words, scores without numbers, limits beside them."""

import re

import pytest

from spinecounsel.case.case import Side, SinsAnswers
from spinecounsel.content.model import TumourClass
from spinecounsel.frozen import replaced
from spinecounsel.viewing.patient_place import place_view, place_words
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.talks import METASTASIS


def view(**changes):
    return place_view(shipped_pack(), replaced(METASTASIS, **changes))


BOTH = "in the chest part of the spine, at T9 and T10, and in the low back, at L1"


@pytest.mark.parametrize(
    ("levels", "side", "said"),
    [
        (("T10",), Side.RIGHT, "in the chest part of the spine, at T10, on your right."),
        (("C3",), None, "in the neck, at C3."),
        (("L1", "L2", "L3"), Side.BOTH, "in the low back, at L1, L2 and L3, on both sides."),
        (("T9", "T10", "L1"), Side.MIDDLE, f"{BOTH}, in the middle."),
    ],
)
def test_it_is_said_where_it_is(levels, side, said):
    case = replaced(METASTASIS, levels=levels, side=side)
    assert place_words(case) == f"The tumour is {said}"


def test_the_drawing_marks_levels_and_side():
    shown = view()
    assert (shown.levels, shown.lies, shown.side) == (("T10",), "bone", "right")
    assert [name for name, _ in shown.regions] == ["Neck", "Chest", "Low back", "Sacrum"]


def test_a_score_is_said_in_plain_words_with_its_limits_and_without_numbers():
    for score in view().scores:
        assert score.limits
        assert not re.search(r"\d", score.question + score.answer + score.limits)
        for text in (score.question, score.answer, score.limits):
            assert grade(text) <= 8, text


def test_a_score_that_is_not_known_in_full_or_not_made_for_this_tumour_is_left_out():
    assert len(view().scores) == 2
    assert len(view(sins=SinsAnswers(pain="none")).scores) == 1
    assert len(view(escc=None).scores) == 1
    assert view(tumour_class=TumourClass.INTRAMEDULLARY).scores == ()


def test_a_total_beside_a_band_says_that_doctors_may_differ():
    edge = replaced(METASTASIS.sins, pain="other")
    sentence = "It is close to the next answer, so doctors may differ."
    assert sentence in view(sins=edge).scores[0].limits
    assert sentence not in view().scores[0].limits
