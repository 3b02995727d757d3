"""The session keeps the draft of every change, and loses none when there is no room."""

import datetime as dt

import pytest

from spinecounsel.case.patient import Patient
from spinecounsel.discussion import moves
from spinecounsel.discussion.people import Clinician
from spinecounsel.errors import UserError
from tests.helpers.packs import shipped_pack
from ui.session import Session

CLINICIAN = Clinician(name="Dr Ada Beispiel")


class Shelf:
    """A cabinet whose answers the test gives by hand."""

    def __init__(self, *, is_open=True):
        self.is_open = is_open
        self.asked = []

    def save_draft(self, draft, *, done, failed):
        self.asked.append((draft, done, failed))

    def answer(self):
        _draft, done, _failed = self.asked.pop(0)
        done(dt.datetime(2026, 11, 24, 10, 42, tzinfo=dt.UTC))

    def refuse(self, sentence):
        draft, _done, failed = self.asked.pop(0)
        failed(sentence, draft)


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def session(qtbot, clock, shelf):
    return Session(shipped_pack(), shelf, clock, iter(f"id-{n}" for n in range(9)).__next__)


def named(session, name):
    return session.change(moves.describing, patient=Patient(name=name))


def names(shelf):
    return [draft.patient.name for draft, _done, _failed in shelf.asked]


def test_nothing_is_kept_before_something_is_said(session, shelf):
    session.begin(CLINICIAN)
    session.act(session.sitting.go_to, "walk")
    assert (shelf.asked, session.kept_id) == ([], "")
    named(session, "A")
    assert (names(shelf), session.kept_id) == (["A"], "id-0")


def test_while_one_save_runs_only_the_newest_draft_waits(session, shelf):
    session.begin(CLINICIAN)
    for name in ("A", "AB", "ABC"):
        named(session, name)
    assert names(shelf) == ["A"]
    shelf.answer()
    assert names(shelf) == ["ABC"]
    assert session.unsaved
    shelf.answer()
    assert not session.unsaved


def test_taking_everything_back_is_kept_too(session, shelf):
    session.begin(CLINICIAN)
    named(session, "A")
    shelf.answer()
    session.act(session.sitting.undo)
    assert names(shelf) == [""]


def test_a_draft_that_was_refused_is_said_and_saved_with_the_next_change(qtbot, session, shelf):
    session.begin(CLINICIAN)
    named(session, "A")
    with qtbot.waitSignal(session.draft_waits) as waits:
        shelf.refuse("The disk is full.")
    assert waits.args == ["The disk is full."]
    assert session.unsaved
    named(session, "AB")
    assert names(shelf) == ["AB"]


def test_what_waits_is_handed_over_before_the_vault_is_locked(session, shelf):
    session.begin(CLINICIAN)
    named(session, "A")
    named(session, "AB")
    session.leave()
    assert names(shelf) == ["A", "AB"]
    assert not session.open


def test_a_draft_that_could_not_be_saved_outlives_the_lock_and_is_taken_up_again(session, shelf):
    session.begin(CLINICIAN)
    older = session.sitting.discussion
    named(session, "A")
    session.leave()
    shelf.is_open = False
    shelf.refuse("The disk is full.")
    shelf.is_open = True
    session.resume(older)
    assert session.sitting.discussion.patient.name == "A"


def test_a_refusal_of_the_core_is_said_and_nothing_is_announced_as_changed(qtbot, session):
    session.begin(CLINICIAN)

    def refuse():
        raise UserError("Not yet.")

    with (
        qtbot.assertNotEmitted(session.changed),
        qtbot.waitSignal(session.refused) as refused,
    ):
        assert not session.act(refuse)
    assert refused.args == ["Not yet."]


def test_a_thrown_away_draft_does_not_come_back(session, shelf):
    session.begin(CLINICIAN)
    named(session, "A")
    named(session, "AB")
    session.forget("id-0")
    shelf.answer()
    assert shelf.asked == []
