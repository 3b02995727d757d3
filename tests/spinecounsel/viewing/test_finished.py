"""The sealed record on the screen."""

import pytest

from spinecounsel.frozen import replaced
from spinecounsel.viewing.finished import event_sentence, file_name, finished_view, pages_read
from tests.helpers import talks


@pytest.fixture(scope="module")
def record():
    sitting = talks.decided()
    return sitting.finish(talks.signatures(sitting))


def test_it_says_what_was_decided_and_who_signed(record):
    view = finished_view(record, ("Sealed and filed today",))
    assert (view.title, view.patient) == ("Consent is recorded and sealed", "Sample Patient")
    assert view.signers == (
        "Sample Patient, patient, 24 November 2026, 09:30",
        "Dr Ada Beispiel, clinician, 24 November 2026, 09:30",
    )
    assert view.lines == tuple((line.label, line.text) for line in record.decision_lines)
    assert (view.events, view.fingerprint) == (("Sealed and filed today",), record.sha256)


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [
        ("TEST-0001", "Ann", "2026-11-24 consent TEST-0001.pdf"),
        ("", "Ελένη Π.", "2026-11-24 consent Ελένη Π.pdf"),
        ("a/b\\c:d?e", "", "2026-11-24 consent a-b-c-d-e.pdf"),
    ],
)
def test_the_file_name_is_one_that_every_system_takes(record, number, name, expected):
    patient = replaced(record.patient, number=number, name=name)
    assert file_name(replaced(record, patient=patient)) == expected


def test_a_long_name_is_shortened(record):
    patient = replaced(record.patient, number="N" * 300)
    assert len(file_name(replaced(record, patient=patient))) == 64


def test_only_events_that_people_know_are_said():
    assert event_sentence("copy given", "24 November 2026, 10:42", "") == (
        "Copy given to the patient, 24 November 2026, 10:42"
    )
    assert event_sentence("opened", "24 November 2026, 10:42", "") == ""


def test_pages_are_counted():
    assert (pages_read(1), pages_read(4)) == ("1 page", "4 pages")
