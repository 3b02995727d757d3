import datetime as dt

import pytest

from spinecounsel.case.patient import Patient
from spinecounsel.discussion.people import (
    Attendee,
    AttendeeRole,
    Capacity,
    DecisionRole,
    Mode,
    Preferences,
    Referrer,
    Representative,
)
from tests.helpers.sessions import begun_session
from ui.wiring.person import PersonWiring


@pytest.fixture
def session(qtbot, clock):
    return begun_session(clock)


@pytest.fixture
def person(qtbot, session):
    wiring = PersonWiring(session)
    qtbot.addWidget(wiring.page)
    session.changed.connect(wiring.show)
    wiring.show()
    return wiring.page


def talk(session):
    return session.sitting.discussion


def test_identity_is_kept_as_it_is_written(person, session):
    for field, text in (("name", "Ελένη"), ("born", "30.8.1971"), ("number", "T-2")):
        person.written.emit(field, text)
    person.written.emit("language", "Greek")
    assert talk(session).patient == Patient(
        name="Ελένη", born=dt.date(1971, 8, 30), number="T-2", language="el"
    )


def test_the_referring_doctor_is_kept_field_by_field(person, session):
    person.referrer_written.emit("name", "Dr Max Muster")
    person.referrer_written.emit("practice", "1 Sample Street\nSampletown")
    assert talk(session).referrer == Referrer(
        name="Dr Max Muster", practice="1 Sample Street\nSampletown"
    )


def test_a_date_that_is_none_takes_the_old_one_away(person, session):
    person.written.emit("born", "30.8.1971")
    person.written.emit("born", "30.8.19")
    assert talk(session).patient.born is None
    assert person.findChild(object, "person.born").text() == "30.8.19"


def test_people_come_change_and_go(person, session):
    person.person_added.emit()
    person.person_added.emit()
    for field, text in (("name", "Nikos"), ("role", "interpreter"), ("mode", "video")):
        person.person_written.emit(1, field, text)
    person.person_written.emit(1, "language", "Greek")
    person.person_removed.emit(0)
    assert talk(session).present == (
        Attendee(name="Nikos", role=AttendeeRole.INTERPRETER, mode=Mode.VIDEO, language="Greek"),
    )


def test_wishes_capacity_and_representative_are_kept(person, session):
    person.wished.emit("role", "share")
    person.capacity_answered.emit("way", "assessed")
    person.capacity_answered.emit("weigh", "no")
    person.capacity_noted.emit("Asked twice")
    person.representative_written.emit("name", "Lea")
    assert talk(session).preferences == Preferences(role=DecisionRole.SHARE)
    assert talk(session).capacity == Capacity(assessed=True, weigh=False, note="Asked twice")
    assert talk(session).representative == Representative(name="Lea")
    person.representative_removed.emit()
    assert talk(session).representative is None


def test_an_empty_name_is_a_problem_only_after_the_field_was_left(person):
    name = person.findChild(object, "person.name")
    assert name.accessibleDescription() == ""
    person.left.emit("name")
    assert "name" in name.accessibleDescription()
