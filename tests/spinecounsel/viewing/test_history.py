"""What became of a record, in sentences."""

import datetime as dt

import pytest

from spinecounsel.viewing.history import history
from spinecounsel.viewing.trail import Happened

AT = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
NOW = "24 November 2026, 13:00, by Ada Beispiel"
ZONE = dt.timezone(dt.timedelta(hours=1))


def said(kind, payload, by="p1"):
    event = Happened(number=1, at=AT, by=by, kind=kind, record="r1", payload=payload)
    return history((event,), {"p1": "Ada Beispiel"}, ZONE)


@pytest.mark.parametrize(
    ("kind", "payload", "expected"),
    [
        ("filed", {}, "Sealed and filed, NOW"),
        ("exported", {}, "The record saved as a file, NOW"),
        ("exported", {"kind": "copy"}, "The patient’s copy saved as a file, NOW"),
        ("added to record", {"kind": "withdrawal"}, "Consent withdrawn, filed NOW"),
        (
            "copy given",
            {"kind": "large-print", "way": "paper"},
            "The large print given to the patient on paper, NOW",
        ),
        (
            "copy given",
            {"kind": "copy", "way": "file"},
            "The patient’s copy given to the patient as a file, NOW",
        ),
        ("copy given", {"kind": "letter", "way": "paper"}, "The letter sent on paper, NOW"),
        ("copy given", {}, "The record given to the patient, NOW"),
        ("printed", {"kind": "letter"}, "The letter sent to a printer, NOW"),
        ("imported from another vault", {}, "Taken in from another vault, NOW"),
        ("opened", {}, ""),
        ("document shown", {"kind": "letter"}, ""),
    ],
)
def test_only_events_that_people_know_are_said(kind, payload, expected):
    made = (expected.replace("NOW", NOW),) if expected else ()
    assert said(kind, payload) == made


def test_where_nobody_was_noted_nobody_is_named():
    assert said("filed", {}, by="") == ("Sealed and filed, 24 November 2026, 13:00",)
