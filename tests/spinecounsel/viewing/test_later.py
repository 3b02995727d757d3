import datetime as dt

import pytest

from spinecounsel.record.kinds import AdditionKind
from spinecounsel.record.record import Predecessor
from spinecounsel.viewing.later import file_name_of, later_view, read_told, told_now, warning
from tests.helpers import records
from tests.helpers.additions import added
from tests.helpers.logos import clinic

ADDENDUM, WITHDRAWAL, SUPERSESSION = AdditionKind
NOW = dt.datetime(2026, 12, 3, 14, 5, 40, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def view(*kinds, record=None, may_sign=True, now=NOW):
    record = record or records.given()
    return later_view(record, [added(kind) for kind in kinds], may_sign=may_sign, now=now)


def test_what_was_added_is_told_with_who_signed_it():
    shown = view(ADDENDUM, WITHDRAWAL)
    assert shown.standing[0] == "This consent was withdrawn on 1 December 2026, 11:09."
    assert shown.added == "Something was added on 1 December 2026."
    first, second = shown.lines
    assert first.text.startswith("The daughter rang")
    assert ("How it was told", "By telephone") in second.facts
    assert second.signed == "Dr Ada Beispiel, 1 December 2026, 11:12"
    assert (first.newer, view(SUPERSESSION).lines[0].newer) == ("", "0199bbbb")


@pytest.mark.parametrize(
    ("kinds", "title", "mark"),
    [
        ((), "Consent is recorded and sealed", "done"),
        ((ADDENDUM,), "Consent is recorded and sealed", "done"),
        ((ADDENDUM, WITHDRAWAL), "This consent was withdrawn", "warning"),
        ((SUPERSESSION, WITHDRAWAL), "This consent was withdrawn", "warning"),
        ((SUPERSESSION,), "Replaced by a newer record", "does_not_apply"),
    ],
)
def test_the_headline_says_how_the_record_stands_now(kinds, title, mark):
    assert (view(*kinds).title, view(*kinds).mark) == (title, mark)


def test_nothing_is_ticked_off_before_it_is_known_what_was_added():
    shown = later_view(records.given(), None, may_sign=True, now=NOW)
    assert (shown.title, shown.mark) == ("Sealed record", "seal")
    assert (shown.may_add, shown.may_withdraw, shown.may_replace) == (False, False, False)


def test_only_who_may_sign_is_offered_to_add_and_only_what_is_possible():
    offered = view()
    assert (offered.may_add, offered.may_withdraw, offered.may_replace) == (True, True, True)
    offered = view(WITHDRAWAL)
    assert (offered.may_add, offered.may_withdraw, offered.may_replace) == (True, False, True)
    offered = view(record=records.refused())
    assert (offered.may_withdraw, offered.may_replace) == (False, True)
    offered = view(may_sign=False)
    assert (offered.may_add, offered.may_withdraw, offered.may_replace) == (False, False, False)


def test_the_older_record_is_named():
    before = Predecessor(id="0197", sha256="ab", sealed=records.given().sealed)
    shown = view(record=records.given(replaces=before))
    assert shown.older == "0197"
    assert shown.older_words.endswith("an older one, sealed 24 November 2026, 11:09.")


def test_a_document_leaves_with_a_warning_only_where_it_may_mislead():
    record = records.given()
    assert warning(record, [added(ADDENDUM)]) == ""
    said = warning(record, [added(ADDENDUM), added(WITHDRAWAL)])
    assert said.startswith("This consent was withdrawn on 1 December 2026")
    assert said.endswith("may take the consent for one that stands.")
    refused = warning(records.refused(), [added(SUPERSESSION)])
    assert refused.endswith("may take it for the newest one.")


@pytest.mark.parametrize(
    ("day", "time"), [("3 December 2026", "14:05"), ("3.12.2026", "14.05"), ("2026-12-03", "14h05")]
)
def test_a_day_and_a_time_are_read_as_people_write_them(day, time):
    told = read_told(day, time, NOW)
    assert told.when == NOW.replace(second=0)
    assert told.problem == ""


@pytest.mark.parametrize(
    ("day", "time", "sentence"),
    [
        ("soon", "14:05", "Write the day"),
        ("3 December 2026", "afternoon", "Write the time"),
        ("31 November 2026", "14:05", "no such day or time"),
        ("3 December 2026", "24:05", "no such day or time"),
        ("3 December 0", "14:05", "no such day or time"),
    ],
)
def test_what_is_no_day_or_time_is_said(day, time, sentence):
    told = read_told(day, time, NOW)
    assert told.when is None
    assert sentence in told.problem


def test_now_is_what_stands_in_the_fields_at_first():
    assert told_now(NOW) == ("3 December 2026", "14:05")


def test_a_file_name_says_nothing_about_the_patient():
    assert file_name_of(added(WITHDRAWAL)) == "2026-12-01 withdrawal of consent 01978f3c.pdf"


def test_a_number_from_elsewhere_leads_to_no_other_folder():
    odd = added(WITHDRAWAL, records.given(id="../../x:*"))
    assert file_name_of(odd) == "2026-12-01 withdrawal of consent ..-..-x.pdf"


def test_a_consent_that_is_older_than_the_clinic_asks_for_says_so_while_it_stands():
    record, day = records.given(clinic=clinic()), dt.timedelta(days=1)
    assert view(record=record, now=record.sealed + 60 * day).again == ""
    late = record.sealed + 72 * day
    words = "Signed 72 days ago; this clinic asks to talk it through again after 60 days."
    assert view(record=record, now=late).again == words
    assert view(ADDENDUM, record=record, now=late).again == words
    assert view(WITHDRAWAL, record=record, now=late).again == ""
    assert view(SUPERSESSION, record=record, now=late).again == ""
    assert later_view(record, None, may_sign=True, now=late).again == ""
    assert view(record=records.refused(clinic=clinic()), now=late).again == ""
