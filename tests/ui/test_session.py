"""The session keeps the draft of every change, and loses none when there is no room."""

import datetime as dt

import pytest

from spinecounsel.case.patient import Patient
from spinecounsel.discussion import moves
from spinecounsel.discussion.people import Clinician
from spinecounsel.errors import UserError
from spinecounsel.storage import Person
from tests.helpers.packs import shipped_pack
from ui.session import Session

CLINICIAN = Clinician(name="Dr Ada Beispiel")


class Shelf:
    """A cabinet whose answers the test gives by hand."""

    def __init__(self, *, is_open=True):
        self.is_open = is_open
        self.asked = []
        self.rights = {"prepare"}
        self.become("ada")

    def become(self, ident):
        self.person = Person(id=ident, name=ident.title(), roles=())

    def may(self, act):
        return act in self.rights

    def save_draft(self, draft, *, done, failed, barred):
        self.barred = barred
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


@pytest.fixture
def reading(session, shelf):
    """A draft that somebody has open who may not prepare any."""
    session.begin(CLINICIAN)
    named(session, "A")
    shelf.answer()
    draft = session.sitting.discussion
    session.leave()
    shelf.rights = {"read"}
    session.resume(draft)
    return session


def test_a_reader_turns_the_pages_and_nothing_is_changed_or_kept(qtbot, reading, shelf):
    with qtbot.waitSignal(reading.refused) as refused:
        assert not named(reading, "B")
    assert "does not let you change it" in refused.args[0]
    assert reading.sitting.discussion.patient.name == "A"
    with qtbot.assertNotEmitted(reading.refused):
        assert named(reading, "A"), "what changes nothing is not refused"
        assert reading.act(reading.sitting.go_to, "walk")
    reading.leave()
    assert (shelf.asked, reading.unsaved) == ([], False)


def test_what_one_person_changed_is_neither_shown_to_nor_saved_by_another(session, shelf):
    session.begin(CLINICIAN)
    older = session.sitting.discussion
    named(session, "A")
    session.leave()
    shelf.refuse("The disk is full.")
    shelf.become("ben")
    session.save_waiting()
    session._save_next()
    assert shelf.asked == []
    assert session.waits_for_others
    assert not session.is_saving("id-0")
    session.resume(older)
    assert session.sitting.discussion.patient.name == ""
    shelf.asked.clear()
    shelf.become("ada")
    assert session.is_saving("id-0")
    session.save_waiting()
    assert names(shelf) == ["A"]


def test_what_the_vault_takes_from_nobody_of_this_role_is_dropped(qtbot, session, shelf):
    session.begin(CLINICIAN)
    named(session, "A")
    with qtbot.waitSignal(session.refused) as refused:
        shelf.barred("Your role does not allow this.")
    assert refused.args == ["Your role does not allow this."]
    assert not session.unsaved


def test_who_takes_a_draft_up_leads_it(session):
    session.begin(Clinician(name="Nora", registration="N1"))
    draft = session.sitting.discussion
    session.resume(draft, CLINICIAN)
    assert session.sitting.discussion.clinician == CLINICIAN
    session.resume(draft)
    assert session.sitting.discussion.clinician.name == "Nora"
