import datetime as dt

import pytest

from spinecounsel.case.case import Case, SinsAnswers, Walking
from spinecounsel.case.patient import Patient
from spinecounsel.case.problems import case_problems, patient_problems
from tests.helpers.packs import shipped_pack

TODAY = dt.date(2026, 11, 24)
WHOLE = Patient(name="Sample Patient", born=dt.date(1958, 3, 14), number="TEST-0001")


def of_patient(**fields):
    return patient_problems(Patient(**{"name": "Sample Patient", **fields}), TODAY)


def test_a_whole_patient_and_an_empty_case_have_no_problems():
    assert patient_problems(WHOLE, TODAY) == {}
    assert case_problems(Case(), shipped_pack()) == {}


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u00a0", "\n"])
def test_a_name_that_nobody_can_see_is_asked_for(name):
    assert "name" in of_patient(name=name)["name"]


@pytest.mark.parametrize(
    "name",
    ["Ελένη Παπαδοπούλου", "محمد علي", "山田 太郎", "👩‍⚕️ Sample 🦴", "O'Brien-Ło", "X" * 200],
)
def test_a_name_in_any_script_may_stand(name):
    assert of_patient(name=name) == {}


@pytest.mark.parametrize(
    "name", ["A" * 201, "A" * 300, "A\x00B", "A\nB", "safe\u202etxt", "\ud83eA"]
)
def test_a_name_that_cannot_be_kept_is_named(name):
    assert list(of_patient(name=name)) == ["name"]


@pytest.mark.parametrize(
    ("born", "wrong"),
    [
        (TODAY, False),
        (dt.date(2026, 11, 25), True),
        (dt.date(1901, 11, 24), False),
        (dt.date(1900, 11, 24), True),
    ],
)
def test_a_birth_lies_in_the_past_and_not_too_far(born, wrong):
    assert bool(of_patient(born=born)) is wrong


def test_a_long_number_and_a_missing_language_are_named():
    assert set(of_patient(number="9" * 61, language=" ")) == {"number", "language"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("levels", ("T13",)),
        ("levels", ("T10", "T10")),
        ("ais", "F"),
        ("escc", "1"),
        ("ecog", 5),
        ("ecog", -1),
        ("kps", 75),
        ("kps", 110),
        ("histology", "x" * 201),
        ("illnesses", "x" * 2001),
        ("notes", "bell \x07"),
    ],
)
def test_a_value_that_no_scale_has_is_named(field, value):
    assert list(case_problems(Case(**{field: value}))) == [field]


def test_notes_may_have_lines():
    assert case_problems(Case(notes="first\nsecond")) == {}


@pytest.mark.parametrize(
    ("case", "field"),
    [
        (Case(walking=Walking.ALONE, ais="A"), "walking"),
        (Case(walking=Walking.WITH_HELP, ais="B", levels=("T10",)), "walking"),
        (Case(walking=Walking.CANNOT, ecog=0), "ecog"),
        (Case(walking=Walking.ALONE, ecog=4), "ecog"),
        (Case(symptoms=False, bladder_bowel=True), "symptoms"),
        (Case(pain=True, sins=SinsAnswers(pain="none")), "pain"),
        (Case(pain=False, sins=SinsAnswers(pain="mechanical")), "pain"),
        (Case(serious_illness=False, illnesses="Heart failure"), "serious_illness"),
        (Case(present=("nf2",), absent=("nf2",)), "finding.nf2"),
    ],
)
def test_answers_that_contradict_each_other_are_named(case, field):
    assert list(case_problems(case, shipped_pack())) == [field]


def test_below_the_end_of_the_cord_walking_goes_with_any_grade():
    assert case_problems(Case(walking=Walking.ALONE, ais="A", levels=("L4", "S1"))) == {}


def test_words_that_the_pack_does_not_have_are_named():
    case = Case(sins=SinsAnswers(lesion="soft"), present=("green",))
    assert set(case_problems(case, shipped_pack())) == {"sins.lesion", "finding.green"}
    assert case_problems(case) == {}
