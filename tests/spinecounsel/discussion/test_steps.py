import datetime as dt

import pytest

from spinecounsel.case.patient import Patient
from spinecounsel.content.model import NO_TREATMENT
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision, Permission
from spinecounsel.discussion.knowledge import knowledge_questions
from spinecounsel.discussion.people import Attendee, AttendeeRole, Capacity, Representative
from spinecounsel.discussion.steps import ORDER, following
from spinecounsel.discussion.understanding import TEACH_BACK, Said, SureAnswers
from spinecounsel.frozen import replaced
from tests.helpers.clock import START
from tests.helpers.talks import OPTIONS, PATIENT, begun, decided

LACKING = Capacity(assessed=True, understand=True, retain=False, weigh=True, communicate=True)


def missing(step, **described):
    sitting = begun()
    sitting.change(moves.describing, **({"patient": PATIENT} | described))
    return sitting.progress[step].missing


@pytest.mark.parametrize(
    "described",
    [
        {"patient": Patient()},
        {"patient": Patient(name="Ada")},
        {"patient": Patient(name="Ada", born=dt.date(2030, 1, 1))},
        {"capacity": LACKING},
        {"capacity": LACKING, "representative": Representative(name=" ")},
        {"present": (Attendee(name="", role=AttendeeRole.NURSE),)},
        {"present": (Attendee(name="Nikos", role=AttendeeRole.INTERPRETER),)},
    ],
)
def test_the_person_is_known_before_one_goes_on(described):
    assert missing("person", **described)


def test_a_number_or_a_date_of_birth_is_enough():
    assert missing("person", patient=Patient(name="Ελένη", number="7")) == ()
    assert missing("person", patient=Patient(name="Ελένη", born=dt.date(1971, 8, 30))) == ()
    assert missing("person", capacity=LACKING, representative=Representative(name="Lea")) == ()


@pytest.mark.parametrize("step", ["case", "expect", "compare", "values", "understanding"])
def test_some_steps_hold_nobody_back(step):
    assert missing(step) == ()


@pytest.mark.parametrize(
    ("consent", "others", "said"),
    [
        (Consent.PROVIDED, 1, "stands alone"),
        (Consent.REFUSED, 0, "nothing to refuse"),
        (Consent.REFUSED, 1, "nothing to refuse"),
        (Consent.PROVIDED, 0, ""),
    ],
)
def test_no_treatment_and_something_else_is_no_decision(consent, others, said):
    sitting = decided()
    options = (*OPTIONS[:others], NO_TREATMENT)
    sitting.change(moves.deciding, Decision(consent=consent, options=options))
    lacks = " ".join(sitting.progress["decision"].missing)
    assert (said in lacks) if said else lacks == ""
    assert any(each.step == "decision" for each in sitting.missing) is bool(said)


@pytest.mark.parametrize(
    "decision",
    [
        Decision(consent=Consent.PROVIDED),
        Decision(consent=Consent.PROVIDED, options=("ablation",)),
        Decision(consent=Consent.POSTPONED),
    ],
)
def test_half_a_decision_is_none(decision):
    sitting = decided(decision)
    assert sitting.progress["decision"].missing
    assert "decision" in {each.step for each in sitting.missing}


def test_what_is_missing_comes_in_the_order_of_the_steps():
    steps = [each.step for each in begun().missing]
    assert steps == sorted(steps, key=ORDER.index)
    assert {"person", "options", "decision"} <= set(steps)


def test_understanding_is_done_when_all_was_said_back_and_nothing_is_left_to_go_over():
    sitting = decided()
    for item in TEACH_BACK:
        sitting.change(moves.saying_back, item, Said.PARTLY, when=START)
    for each in knowledge_questions(sitting.pack, sitting.discussion, sitting.agenda):
        assert sitting.progress["understanding"].state == "part"
        sitting.change(moves.answering, each.key, each.right, right=True, when=START)
    assert sitting.progress["understanding"].state == "done"
    sitting.change(moves.saying_back, "bad", Said.NOT_YET, when=START)
    assert sitting.progress["understanding"].state == "part"


def test_permissions_and_the_plain_questions_are_asked_one_by_one():
    sitting = decided()
    sure = SureAnswers(sure=True, know=True, matters=False)
    sitting.change(moves.answering_sure, sure, again=False)
    assert sitting.progress["decision"].state == "part"
    for ident in ("blood", "images", "trainees", "tissue", "research"):
        sitting.change(moves.permitting, Permission(id=ident, answer="not now"))
    assert sitting.progress["decision"].state == "part"
    sitting.change(moves.answering_sure, replaced(sure, support=False), again=False)
    assert sitting.progress["decision"].state == "done"


def test_the_way_has_two_ends():
    assert following("person", -1) == "person"
    assert following("sign", +1) == "sign"
