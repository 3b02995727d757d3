import pytest

from spinecounsel.case.case import Case
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision
from spinecounsel.discussion.discussion import MarkState, QuestionAsked
from spinecounsel.discussion.letters import letters_missing
from spinecounsel.discussion.people import Attendee, AttendeeRole, Capacity, Representative
from spinecounsel.discussion.understanding import Said
from spinecounsel.discussion.values import Expectation, Importance, ValueAnswer
from spinecounsel.errors import LetterMissing
from spinecounsel.frozen import replaced
from tests.helpers.clock import START
from tests.helpers.talks import PATIENT, decided, signatures

ODD = "a 🫀"


def found(sitting):
    return letters_missing(sitting.discussion, sitting.agenda)


WRITTEN = {
    "person": lambda s: s.change(moves.describing, patient=replaced(PATIENT, name=ODD)),
    "case": lambda s: s.change(moves.describing, case=replaced(s.discussion.case, notes=ODD)),
    "options": lambda s: s.change(moves.leaving_out, "bracing", ODD),
    "expect": lambda s: s.change(moves.expecting, Expectation(theme="pain", words=ODD)),
    "walk": lambda s: s.change(
        moves.asking, QuestionAsked(id="q", text="Why?", answer=ODD, when=START)
    ),
    "values": lambda s: s.change(
        moves.weighing, ValueAnswer(text=ODD, importance=Importance.VERY), when=START
    ),
    "understanding": lambda s: s.change(
        moves.saying_back, "good", Said.SAID, when=START, words=ODD
    ),
    "decision": lambda s: s.change(moves.deciding, Decision(consent=Consent.REFUSED, words=ODD)),
}


@pytest.mark.parametrize("step", WRITTEN)
def test_it_is_named_with_the_step_where_it_was_written(step):
    sitting = decided()
    assert found(sitting) == ()
    WRITTEN[step](sitting)
    (missing,) = found(sitting)
    assert missing.step == step
    assert "“🫀” (U+1FAC0) in “a 🫀”" in str(missing)
    assert any(isinstance(each, LetterMissing) for each in sitting.missing)


def test_people_count_in_every_part_that_goes_on_paper():
    sitting = decided()
    friend = Attendee(name="Ann", role=AttendeeRole.FRIEND, language=ODD)
    sitting.change(moves.describing, present=(friend,), capacity=Capacity(note=ODD))
    assert found(sitting) == (), "hidden fields stand on no paper"
    sitting.change(
        moves.describing,
        present=(replaced(friend, role=AttendeeRole.INTERPRETER),),
        capacity=Capacity(assessed=True, note=f"{ODD}!"),
        representative=Representative(name="Ann", relation=f"{ODD}?"),
    )
    assert len(found(sitting)) == 3


def test_the_wish_beside_a_topic_counts_while_the_topic_is_there():
    sitting = decided()
    topic = next(each for each in sitting.agenda.topics if each.required)
    sitting.change(moves.marking, topic.key, MarkState.SET_ASIDE, when=START, wish=ODD)
    assert [each.step for each in found(sitting)] == ["walk"]
    sitting.change(moves.describing, case=Case())
    assert found(sitting) == ()


def test_nobody_seals_what_the_paper_cannot_show():
    sitting = decided()
    WRITTEN["walk"](sitting)
    with pytest.raises(LetterMissing):
        sitting.finish(signatures(sitting))
