import datetime as dt

import pytest

from spinecounsel.case.patient import Patient
from spinecounsel.discussion.discussion import Discussion, PackStamp, Predecessor
from spinecounsel.discussion.people import (
    Attendee,
    AttendeeRole,
    Capacity,
    Clinician,
    DecisionRole,
    Mode,
    Preferences,
    Referrer,
    Representative,
)
from spinecounsel.viewing.person import ASSESSED, PRESUMED, FieldView, person_view

TODAY = dt.date(2026, 11, 24)


def discussion(**more):
    return Discussion(
        id="one",
        started=dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC),
        pack=PackStamp(id="p", version="1", sha256="0"),
        clinician=Clinician(name="Dr Ada Beispiel"),
        **more,
    )


def view(typed_born=None, left=(), **more):
    return person_view(discussion(**more), today=TODAY, typed_born=typed_born, left=frozenset(left))


def test_an_untouched_page_complains_of_nothing():
    shown = view()
    assert not any((shown.name.problem, shown.born.problem, shown.number.problem))
    assert not shown.representative.asked


def test_an_empty_name_is_named_once_the_field_was_left():
    assert view(left=["name"]).name.problem


@pytest.mark.parametrize("name", ["Ελένη Παπαδοπούλου", "محمد علي", "Sample 🦴 Patient", "O"])
def test_a_name_in_any_script_is_no_problem(name):
    shown = view(patient=Patient(name=name), left=["name"])
    assert (shown.name.text, shown.name.problem) == (name, "")


def test_a_very_long_name_is_shown_whole_with_its_problem():
    shown = view(patient=Patient(name="a" * 300))
    assert shown.name.text == "a" * 300
    assert "200" in shown.name.problem


def test_the_referring_doctor_may_be_missing_but_not_longer_than_a_name():
    assert view().referrer.name == FieldView(text="")
    shown = view(referrer=Referrer(name="d" * 300, practice="1 Sample Street"))
    assert "200" in shown.referrer.name.problem
    assert shown.referrer.practice == "1 Sample Street"


def test_a_date_that_cannot_be_stays_as_typed_with_a_sentence():
    shown = view(typed_born="31.2.1958")
    assert shown.born.text == "31.2.1958"
    assert "no such day" in shown.born.problem


def test_a_date_is_read_back_in_words_with_the_age():
    shown = view(patient=Patient(name="A", born=dt.date(1958, 3, 14)))
    assert (shown.born.text, shown.born.remark) == ("14 March 1958", "68 years old")


def test_a_future_birth_from_a_case_file_is_a_problem():
    shown = view(patient=Patient(name="A", born=dt.date(2027, 1, 1)))
    assert shown.born.problem
    assert not shown.born.remark


def test_an_interpreter_is_asked_for_the_language():
    people = (
        Attendee(name="Nikos", role=AttendeeRole.INTERPRETER, mode=Mode.VIDEO),
        Attendee(name="Lea", role=AttendeeRole.RELATIVE),
        Attendee(name=" ", role=AttendeeRole.NURSE),
        Attendee(name="x" * 201, role=AttendeeRole.FRIEND),
    )
    rows = view(present=people).present
    assert [row.speaks for row in rows] == [True, False, False, False]
    assert "language" in rows[0].language_problem
    assert rows[0].problem == ""
    assert rows[1].problem == ""
    assert "name" in rows[2].problem
    assert "200" in rows[3].problem


def test_wishes_are_open_until_asked():
    shown = view(preferences=Preferences(role=DecisionRole.SHARE))
    assert [wish.chosen for wish in shown.wishes] == ["share", "", ""]
    assert all(len(wish.answers) == 3 for wish in shown.wishes)


def test_capacity_is_presumed_without_any_question():
    shown = view().capacity
    assert shown.way.chosen == PRESUMED
    assert shown.parts == ()


def test_an_assessment_asks_for_its_four_parts():
    shown = view(capacity=Capacity(assessed=True, understand=True)).capacity
    assert shown.way.chosen == ASSESSED
    assert [part.chosen for part in shown.parts] == ["yes", "", "", ""]
    assert "all four" in shown.sentence


def test_whole_capacity_is_said():
    parts = dict.fromkeys(("understand", "retain", "weigh", "communicate"), True)
    shown = view(capacity=Capacity(assessed=True, **parts))
    assert "the patient decides" in shown.capacity.sentence
    assert not shown.representative.asked


def test_a_lacking_part_asks_for_a_representative():
    shown = view(capacity=Capacity(assessed=True, weigh=False)).representative
    assert shown.asked
    assert not shown.may_remove
    assert shown.name.problem


def test_a_representative_may_be_named_at_any_time():
    shown = view(representative=Representative(name="Lea", relation="daughter")).representative
    assert (shown.asked, shown.may_remove, shown.name.problem) == (True, True, "")


def test_a_representative_with_a_very_long_name_is_a_problem():
    assert "200" in view(representative=Representative(name="b" * 201)).representative.name.problem


def test_the_language_is_shown_by_its_name():
    assert view(patient=Patient(language="el")).language.text == "Greek"


def test_a_talk_in_the_place_of_a_record_says_so() -> None:
    assert person_view(discussion(), today=TODAY).replaces == ""
    before = Predecessor(id="0197", sha256="ab", sealed=discussion().started)
    shown = person_view(discussion(replaces=before), today=TODAY).replaces
    assert shown.startswith("This talk takes the place of the record sealed 24 November 2026, 10")
