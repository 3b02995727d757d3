import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.case.case import Case, SinsAnswers
from spinecounsel.case.scores import band_of_grade, band_of_total, scores_of, sins
from spinecounsel.content.model import TumourClass
from tests.helpers.packs import shipped_pack

PACK = shipped_pack()
SCORE = PACK.scores["sins"]
POINTS = {item.id: {level.id: level.points for level in item.level} for item in SCORE.item}
ANSWERS = st.fixed_dictionaries(
    {item: st.sampled_from([None, *levels]) for item, levels in POINTS.items()}
)
WHOLE = st.fixed_dictionaries({item: st.sampled_from([*levels]) for item, levels in POINTS.items()})


@given(ANSWERS)
def test_sins_is_the_sum_of_what_was_answered(answers):
    given_points = [POINTS[item][key] for item, key in answers.items() if key]
    result = sins(PACK, SinsAnswers(**answers))
    if not given_points:
        assert result is None
        return
    assert result.total == sum(given_points)
    assert result.missing == len(answers) - len(given_points)
    assert result.complete is (result.missing == 0)
    assert bool(result.band) is bool(result.plain) is result.complete


@given(WHOLE)
def test_the_bands_are_those_of_the_published_score(answers):
    result = sins(PACK, SinsAnswers(**answers))
    expected = "stable" if result.total < 7 else "unstable" if result.total > 12 else None
    assert result.band == (expected or "potentially unstable")
    assert result.borderline is (result.total in {6, 7, 12, 13})


def test_every_total_has_exactly_one_band():
    for total in range(SCORE.low, SCORE.high + 1):
        assert [band.low <= total <= band.high for band in SCORE.band].count(True) == 1
        assert band_of_total(SCORE, total) is not None
    assert band_of_total(SCORE, SCORE.high + 1) is None
    reached = {
        sum(points) for points in itertools.product(*(of.values() for of in POINTS.values()))
    }
    assert (min(reached), max(reached)) == (SCORE.low, SCORE.high)


def test_an_answer_that_the_pack_does_not_have_counts_as_not_known():
    assert sins(PACK, SinsAnswers(pain="terrible")) is None


@pytest.mark.parametrize(
    ("grade", "band"),
    [("0", "low grade"), ("1b", "low grade"), ("1c", "debated"), ("2", "high grade"), ("9", None)],
)
def test_escc_has_three_bands(grade, band):
    found = band_of_grade(PACK.scores["escc"], grade)
    assert (found and found.label) == band


def test_karnofsky_is_never_turned_into_ecog():
    assert band_of_grade(PACK.scores["karnofsky"], "70") is None


def test_only_answered_scores_are_given():
    assert scores_of(PACK, Case()) == ()
    case = Case(escc="2", ais="D", ecog=0, kps=70, sins=SinsAnswers(pain="mechanical"))
    found = {score.id: score for score in scores_of(PACK, case)}
    assert list(found) == ["sins", "escc", "ais", "ecog", "karnofsky"]
    assert "high grade" in found["escc"].result
    assert found["ecog"].result == "0: Fully active."
    assert all(each.items and each.limits and each.source for each in found.values())


def test_an_unfinished_sins_says_so_and_gives_no_band():
    (score,) = scores_of(PACK, Case(sins=SinsAnswers(pain="mechanical")))
    assert score.result == "3 points so far. 5 items are not known, so there is no band."
    assert ("Pain", "Mechanical pain: 3 points") in score.items
    assert score.items[0].text == "Not known"


def test_a_finished_sins_says_points_band_and_doubt():
    answers = SinsAnswers(
        location="mobile",
        pain="mechanical",
        lesion="lytic",
        alignment="normal",
        collapse="none",
        posterolateral="none",
    )
    (score,) = scores_of(PACK, Case(sins=answers))
    assert score.result.startswith("7 of 18 points: potentially unstable. The spine may not be")
    assert score.result.endswith("This is close to the next band.")


def test_a_score_of_another_class_says_so():
    inside = Case(escc="2", tumour_class=TumourClass.INTRAMEDULLARY)
    assert "not made for" in scores_of(PACK, inside)[0].result
