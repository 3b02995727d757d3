from hypothesis import assume, given
from hypothesis import strategies as st

from spinecounsel.content.frequency import frequency, spoken
from spinecounsel.content.model import Estimate
from spinecounsel.frozen import replaced
from tests.helpers.packs import shipped_pack

PERCENTS = st.floats(0, 100, allow_nan=False)


def estimate(percent: float | None, denominator: int | None = 100, **changes: object) -> Estimate:
    base = shipped_pack().estimates["srs-pain-flare-pan"]
    plain = replaced(base, percent=percent, denominator=denominator, events=None, total=None)
    return replaced(plain, **changes)


def test_whole_people_out_of_a_hundred():
    found = frequency(estimate(84.0))
    assert found is not None
    assert (found.count, found.out_of, found.rest, found.low, found.high) == (
        84,
        100,
        16,
        None,
        None,
    )


def test_below_one_percent_is_counted_out_of_a_thousand():
    found = frequency(estimate(0.6, 1000))
    assert found is not None
    assert (found.count, found.out_of) == (6, 1000)


def test_a_table_may_keep_one_denominator():
    found = frequency(estimate(84.0), out_of=1000)
    assert found is not None
    assert (found.count, found.out_of) == (840, 1000)


def test_no_percentage_no_picture():
    assert frequency(estimate(None, None)) is None
    assert spoken(estimate(None, None)) == ""


def test_the_interval_is_in_the_same_people():
    found = frequency(estimate(8.0, ci95=(1.0, 20.0)))
    assert found is not None
    assert (found.low, found.high) == (1, 20)


@given(percent=PERCENTS, scale=st.sampled_from([100, 1000]))
def test_a_risk_above_zero_is_never_drawn_as_nobody_nor_a_chance_as_everybody(percent, scale):
    found = frequency(estimate(percent, scale))
    assert found is not None
    assert (found.count == 0) == (percent == 0)
    assert (found.count == scale) == (percent == 100)
    assert found.count + found.rest == scale
    if 1 <= found.count <= scale - 1:
        assert abs(found.count - percent * scale / 100) <= 1


@given(first=PERCENTS, second=PERCENTS)
def test_more_is_never_drawn_as_fewer(first, second):
    assume(first <= second)
    one, other = frequency(estimate(first)), frequency(estimate(second))
    assert one is not None
    assert other is not None
    assert one.count <= other.count


@given(bounds=st.tuples(PERCENTS, PERCENTS, PERCENTS).map(sorted))
def test_the_count_lies_in_its_interval(bounds):
    low, middle, high = bounds
    found = frequency(estimate(middle, ci95=(low, high)))
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.count <= found.high


def test_words_say_the_number_and_what_is_counted():
    assert spoken(estimate(84.0)) == "84 of 100 people"
    assert spoken(estimate(0.49, 1000)) == "5 of 1,000 people"
    assert spoken(estimate(3.0, unit="treated tumours")) == "3 of 100 treated tumours"


def test_what_is_rounded_to_none_or_all_says_that_it_is_fewer_or_more():
    assert spoken(estimate(0.2)) == "fewer than 1 of 100 people"
    assert spoken(estimate(0.02, 1000)) == "fewer than 1 of 1,000 people"
    assert spoken(estimate(99.9)) == "more than 99 of 100 people"
    assert spoken(estimate(1.2)) == "1 of 100 people"


def test_a_count_of_nobody_and_an_interval_beyond_the_scale_are_survived():
    found = frequency(estimate(50.0, events=0, total=0, ci95=(-5.0, 130.0)))
    assert found is not None
    assert (found.count, found.or_count, found.low, found.high) == (50, 50, 0, 100)
    assert spoken(estimate(0.0, events=0, total=0)) == "none of the people studied"


def test_none_seen_is_said_of_those_who_were_seen():
    assert spoken(estimate(0.0, events=0, total=38)) == "none of 38 people"
    assert spoken(estimate(0.0)) == "none of the people studied"


def test_a_share_and_a_count_on_two_sides_of_a_half_are_both_said():
    leak = shipped_pack().estimates["nerve-sheath-tumour-fluid-leak"]
    assert spoken(leak) == "4 or 5 of 100 operations"
