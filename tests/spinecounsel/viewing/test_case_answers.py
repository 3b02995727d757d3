import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.case.case import LEVELS, Aim, Case, Side, SinsAnswers, Walking
from spinecounsel.content.model import TumourClass
from spinecounsel.viewing.answers import NO, NOT_KNOWN, YES
from spinecounsel.viewing.case_answers import answered, at_levels, level_toggled, written

ANSWERS = [
    ("tumour_class", "primary-bone", TumourClass.PRIMARY_BONE),
    ("side", "left", Side.LEFT),
    ("walking", "with help", Walking.WITH_HELP),
    ("aim", "comfort", Aim.COMFORT),
    ("ais", "D", "D"),
    ("escc", "1c", "1c"),
    ("ecog", "0", 0),
    ("kps", "90", 90),
    ("symptoms", YES, True),
    ("pain", NO, False),
    ("bladder_bowel", NO, False),
    ("earlier_radiotherapy", YES, True),
    ("serious_illness", YES, True),
]


@pytest.mark.parametrize(("field", "key", "value"), ANSWERS)
def test_an_answer_is_kept_and_can_be_taken_back(field, key, value):
    case = answered(Case(), field, key)
    assert getattr(case, field) == value
    assert answered(case, field, NOT_KNOWN) == Case()


def test_an_item_of_sins_is_answered_alone():
    case = answered(answered(Case(), "sins.pain", "mechanical"), "sins.lesion", "lytic")
    assert case.sins == SinsAnswers(pain="mechanical", lesion="lytic")
    assert answered(case, "sins.pain", NOT_KNOWN).sins == SinsAnswers(lesion="lytic")


def test_a_finding_is_present_absent_or_not_known():
    case = answered(Case(), "finding.nf2", YES)
    assert (case.present, case.absent) == (("nf2",), ())
    case = answered(case, "finding.nf2", NO)
    assert (case.present, case.absent) == ((), ("nf2",))
    assert answered(case, "finding.nf2", NOT_KNOWN) == Case()


def test_a_field_that_nobody_asks_for_is_a_fault():
    with pytest.raises(KeyError):
        answered(Case(), "colour", "blue")


def test_free_text_is_kept_without_blanks_at_its_ends():
    assert written(Case(), "histology", "  Ewing sarcoma ").histology == "Ewing sarcoma"
    assert answered(Case(histology="lung"), "histology", NOT_KNOWN).histology == ""


def test_levels_stand_in_the_order_of_the_spine():
    case = level_toggled(level_toggled(level_toggled(Case(), "L1"), "C7"), "T10")
    assert case.levels == ("C7", "T10", "L1")
    assert level_toggled(case, "T10").levels == ("C7", "L1")


def test_the_location_of_sins_goes_with_a_single_level():
    assert at_levels(Case(), ("T10",)).sins.location == "semirigid"
    assert at_levels(at_levels(Case(), ("T10",)), ("L1",)).sins.location == "junctional"


def test_with_several_levels_the_location_is_asked_again():
    assert at_levels(at_levels(Case(), ("T10",)), ("T10", "T11")).sins.location is None


def test_a_location_that_was_answered_otherwise_stays():
    case = answered(at_levels(Case(), ("T10",)), "sins.location", "junctional")
    assert at_levels(case, ("L3",)).sins.location == "junctional"


@given(st.sets(st.sampled_from(LEVELS)))
def test_choosing_twice_changes_nothing(levels):
    case = at_levels(Case(), tuple(levels))
    for level in levels:
        assert set(level_toggled(level_toggled(case, level), level).levels) == levels
