"""Best, most likely and worst case: which side each story tells."""

from spinecounsel.content.model import PatientView, Role
from spinecounsel.frozen import replaced
from spinecounsel.viewing.ahead import Looking, ahead_view
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import METASTASIS, described

SURGERY, RADIATION = "surgery-decompression", "radiotherapy-conventional"
INFECTION, CLOT, ANY = (
    "wound-infection-metastases",
    "blood-clot-metastases",
    "any-complication-nsqip-metastases",
)


def cases_of(option=SURGERY, **changes):
    """Give the cases; ``changes`` are fields of the estimate of a blood clot."""
    pack = shipped_pack()
    clot = replaced(pack.estimates[CLOT], **changes)
    pack = replaced(pack, estimates={**pack.estimates, CLOT: clot})
    sitting = described(pack=pack)
    return ahead_view(pack, sitting.discussion, sitting.agenda, option, Looking.CASES).cases


def told(cases, kind):
    story = next(each for each in cases.stories if each.kind == kind)
    return {part.estimate: part.sentence for line in story.lines for part in line.parts}


def mark_of(cases, ident):
    return next(each for row in cases.rows for each in row.marks if each.estimate == ident)


def test_the_best_case_of_a_risk_is_that_it_did_not_happen():
    cases, pack = cases_of(), shipped_pack()
    assert told(cases, "best")[CLOT] == pack.estimates[CLOT].framing
    assert told(cases, "worst")[CLOT] == pack.estimates[CLOT].plain
    assert told(cases, "likely")[CLOT] == pack.estimates[CLOT].framing
    assert mark_of(cases, CLOT).number == "89 of 100 people"


def test_the_best_case_of_a_benefit_is_that_it_came():
    cases, pack = cases_of(RADIATION), shipped_pack()
    ident = "rt-conv-pain-spine-single"
    assert told(cases, "best")[ident] == pack.estimates[ident].plain
    assert told(cases, "worst")[ident] == pack.estimates[ident].framing
    assert mark_of(cases, ident).number == "70 of 100 people"


def test_less_of_a_harm_is_the_good_side_even_where_it_is_called_a_benefit():
    """A steroid helps, but the number counts those whose pain rose all the same."""
    cases, pack = cases_of(RADIATION), shipped_pack()
    ident = "steroid-pain-flare-chow"
    assert told(cases, "best")[ident] == pack.estimates[ident].framing
    assert mark_of(cases, ident).number == "74 of 100 people"


def test_about_as_many_as_not_is_said_with_both_sides():
    estimate = shipped_pack().estimates[ANY]
    assert told(cases_of(), "likely")[ANY] == (
        f"About as many had it as not. {estimate.plain} {estimate.framing}"
    )
    for percent, even in ((47.0, False), (48.0, True), (52.0, True), (53.0, False)):
        said = told(cases_of(percent=percent), "likely")[CLOT]
        assert said.startswith("About as many") is even


def test_the_larger_group_may_be_the_one_for_whom_it_went_badly():
    cases, pack = cases_of(percent=80.0), shipped_pack()
    assert told(cases, "likely")[CLOT] == pack.estimates[CLOT].plain


def test_a_range_is_turned_round_with_the_number():
    mark = mark_of(cases_of(ci95=(8.0, 15.0)), CLOT)
    assert (mark.low, mark.well, mark.high) == (85, 89, 92)
    assert mark.reach == "The range is 85 to 92."


def test_a_number_that_is_not_nobody_is_never_everybody_on_the_other_side():
    mark = mark_of(cases_of(percent=0.2), CLOT)
    assert (mark.well, mark.number) == (99, "more than 99 of 100 people")


def test_what_tells_of_one_side_only_is_in_no_story():
    for changes in ({"framing": ""}, {"percent": None}, {"percent": 0.0}, {"percent": 100.0}):
        cases = cases_of(**changes)
        assert all(CLOT not in told(cases, each.kind) for each in cases.stories)
        assert CLOT in {part.estimate for line in cases.also for part in line.parts}


def test_what_is_neither_good_nor_bad_stands_under_most_likely_only():
    cases = cases_of()
    stay = "hospital-stay-metastases"
    assert [each.kind for each in cases.stories if stay in told(cases, each.kind)] == ["likely"]
    assert stay not in {part.estimate for line in cases.also for part in line.parts}


def test_a_topic_of_which_one_arm_has_one_side_only_is_in_no_story():
    """The arms are shown together or not at all."""
    pack = shipped_pack()
    flare = "srs-pain-flare-pan"
    assert not pack.estimates[flare].framing
    sitting = described()
    shown = ahead_view(pack, sitting.discussion, sitting.agenda, "radiosurgery", Looking.CASES)
    line = next(
        line for line in shown.cases.also if flare in {part.estimate for part in line.parts}
    )
    assert len(line.parts) == 3
    for part in line.parts:
        assert part.estimate not in told(shown.cases, "best")


def test_what_is_counted_in_operations_keeps_its_word():
    assert mark_of(cases_of(unit="operations"), CLOT).number == "89 of 100 operations"


def test_an_option_without_a_number_of_both_sides_says_so():
    cases = cases_of("no-treatment")
    assert cases.rows == ()
    assert cases.nothing == "The numbers here show one side only. So there is no story to tell."
    assert [title for _, title in cases.not_known] == ["Walking after treatment"]


def test_what_the_clinician_alone_may_see_is_told_nowhere():
    cases = cases_of(patient_view=PatientView.CLINICIAN_ONLY, role=Role.ALONE)
    lines = [line for story in cases.stories for line in story.lines] + list(cases.also)
    assert CLOT not in {part.estimate for line in lines for part in line.parts}


def test_people_who_are_there_to_compare_are_named_as_that_and_by_what_they_had():
    """The group that had just radiation is not called surgery, though it stands with surgery."""
    sitting = described(case=replaced(METASTASIS, present=("not-radiosensitive",)))
    for option in (SURGERY, RADIATION):
        shown = ahead_view(sitting.pack, sitting.discussion, sitting.agenda, option, Looking.CASES)
        cases = shown.cases
        parts = {part.estimate: part for line in cases.stories[0].lines for part in line.parts}
        other = parts["walk-matched-radiotherapy-alone"]
        assert other.other
        assert other.name == "Other group, to compare – Can walk (radiation alone, matched)"
        assert "“Other group” means people who are there to compare." in cases.caution
    assert not parts["rt-conv-patchell-walk"].other
    assert parts["walk-after-decompression-plus-radiotherapy"].other


def test_a_story_without_another_group_does_not_speak_of_one():
    caution = cases_of("radiosurgery").caution
    assert ("Other group" in caution) is any(
        part.other
        for story in cases_of("radiosurgery").stories
        for line in story.lines
        for part in line.parts
    )
