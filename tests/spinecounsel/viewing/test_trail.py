import datetime as dt

import pytest

from spinecounsel.storage.database import chain
from spinecounsel.viewing.trail import Happened, trail_lines

AT = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
ZONE = dt.timezone(dt.timedelta(hours=1))
NAMES = {"p1": "Ada Beispiel", "p2": "Ben Muster"}
KINDS = {
    value for name, value in vars(chain).items() if name.isupper() and isinstance(value, str)
} - {chain.WALK}
WINDOW = {"opened", "draft opened", "document shown", "printed", "exported", "copy given"}


def lined(kind, payload=None, by="p1"):
    event = Happened(number=7, at=AT, by=by, kind=kind, record="r1", payload=payload or {})
    (line,) = trail_lines((event,), NAMES, ZONE)
    return line


def test_a_line_says_who_when_what_and_about_which_record():
    line = lined("filed")
    assert (line.number, line.when, line.who, line.what, line.record) == (
        7,
        "24 November 2026, 13:00",
        "Ada Beispiel",
        "Sealed and filed a record",
        "r1",
    )


@pytest.mark.parametrize("kind", sorted(KINDS | WINDOW))
def test_every_kind_of_event_is_said_in_words_of_its_own(kind):
    words = lined(kind, {"person": "p2", "kind": "withdrawal", "years": 3}).what
    assert words != kind
    assert words[0].isupper()
    assert "{" not in words
    assert lined(kind).what  # with nothing known but its kind, too


@pytest.mark.parametrize(
    ("kind", "payload", "words"),
    [
        ("vault opened", {"wrong tries": 1}, "Opened the vault, after 1 wrong try"),
        ("erased", {"grounds": "it was lost", "what": "draft"}, "Erased a draft for good: it was"),
        ("added to record", {"kind": "addendum"}, "Added to a record: Addendum to the record"),
        ("roles changed", {"person": "p2", "roles": ["nurse"]}, "what Ben Muster may do: nurse"),
        ("time of keeping set", {"years": None}, "Took back the rule"),
        ("copy given", {"kind": "letter", "way": "paper"}, "Gave a document out: letter"),
        ("opened", {"emergency": True}, "Opened a record (emergency access)"),
        ("backup checked", {"holds_erased": 2}, "still holds 2 records that were erased here"),
        ("setting changed", {"setting": "idle.minutes", "value": 9}, "locks itself: 9 minutes"),
        ("setting changed", {"setting": "clinic.confirm_after", "value": None}, "Took back after"),
        ("setting changed", {"setting": "clinic.logo"}, "Changed a setting: logo of the clinic"),
        ("setting changed", {"setting": "later.one"}, "Changed a setting: later.one"),
        ("of a later version", {}, "of a later version"),
    ],
)
def test_what_is_known_of_an_event_is_said(kind, payload, words):
    assert words in lined(kind, payload).what


def test_nobody_and_somebody_unknown_are_told_apart():
    assert lined("filed", by="").who == "Not noted"
    assert lined("filed", by="p9").who == "Person p9"
