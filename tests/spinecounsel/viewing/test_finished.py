"""The sealed record on the screen."""

import datetime as dt

import pytest

from spinecounsel.frozen import replaced
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.viewing.finished import file_name, finished_view, page_place
from tests.helpers import talks


@pytest.fixture(scope="module")
def record():
    sitting = talks.decided()
    return sitting.finish(talks.signatures(sitting))


def test_it_says_what_was_decided_and_who_signed(record):
    view = finished_view(record, ("Sealed and filed today",))
    assert view.patient == "Sample Patient"
    assert view.signers == (
        "Sample Patient, patient, 24 November 2026, 09:30",
        "Dr Ada Beispiel, clinician, 24 November 2026, 09:30",
    )
    assert view.lines == tuple((line.label, line.text) for line in record.decision_lines)
    assert (view.events, view.fingerprint) == (("Sealed and filed today",), record.sha256)


TODAY = dt.date(2026, 11, 24)


def test_a_file_name_says_nothing_about_the_patient(record):
    record = replaced(record, id="1a2b3c4d-0000")
    for kind, words in (
        (DocumentKind.RECORD, "consent record"),
        (DocumentKind.COPY, "patient copy"),
        (DocumentKind.LARGE_PRINT, "large print"),
        (DocumentKind.LETTER, "letter"),
    ):
        name = file_name(record, kind, TODAY, named=False)
        assert name == f"2026-11-24 {words} 1a2b3c4d.pdf"


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [
        ("TEST-0001", "Ann", "2026-11-24 letter 1a2b3c4d TEST-0001.pdf"),
        ("", "Ελένη Π.", "2026-11-24 letter 1a2b3c4d Ελένη Π.pdf"),
        ("a/b\\c:d?e", "", "2026-11-24 letter 1a2b3c4d a-b-c-d-e.pdf"),
        ("N" * 300, "", f"2026-11-24 letter 1a2b3c4d {'N' * 53}.pdf"),
    ],
)
def test_a_named_file_has_a_name_that_every_system_takes(record, number, name, expected):
    patient = replaced(record.patient, number=number, name=name)
    record = replaced(record, id="1a2b3c4d-0000", patient=patient)
    assert file_name(record, DocumentKind.LETTER, TODAY, named=True) == expected


def test_the_page_in_sight_is_named():
    assert (page_place(3, 12), page_place(0, 0)) == ("Page 3 of 12", "")
