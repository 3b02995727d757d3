import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision, Postponement
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.people import Attendee, AttendeeRole, Representative
from spinecounsel.discussion.understanding import Said, SureAnswers
from spinecounsel.frozen import replaced
from spinecounsel.record.recording import Material
from spinecounsel.record.signature import Method, SignerRole
from spinecounsel.viewing.sign import Signing, sign_view
from tests.helpers.clock import START
from tests.helpers.reading import grade
from tests.helpers.talks import (
    OPTIONS,
    begun,
    decided,
    described,
    gone_through,
    mark,
    signature,
    signatures,
)


def view(sitting, **under_way):
    source = Material(
        pack=sitting.pack,
        discussion=sitting.discussion,
        fits=sitting.applicable,
        agenda=sitting.agenda,
    )
    return sign_view(source, sitting.missing, sitting.progress, Signing(**under_way))


def lines(found):
    return {each.key: (each.mark, each.title, each.sentence, each.step) for each in found.lines}


def test_before_anything_was_said_everything_is_missing_and_leads_to_its_step():
    found = view(begun())
    assert lines(found)["person"][3] == "person"
    assert lines(found)["options"] == (
        "to_do",
        "No option chosen yet",
        "Choose at least one option to go through.",
        "options",
    )
    assert lines(found)["decision"] == ("to_do", "Decision", "Write down the decision.", "decision")
    assert not found.is_open
    assert not found.may_seal
    assert found.statements == ()


def said_to(found, role=SignerRole.CLINICIAN):
    return next(each.sentence for each in found.signers if each.role == str(role))


def test_the_clinician_signs_for_a_whole_talk_only_before_a_consent():
    sitting = decided()
    assert "that you talked it through" in said_to(view(sitting))
    waits = Decision(consent=Consent.POSTPONED, postponement=Postponement.MORE_TIME)
    sitting.change(moves.deciding, waits)
    found = view(sitting)
    assert "marks what you talked about" in said_to(found)
    assert "What we talked about is marked in this paper." in found.statements[0]


def test_counts_name_what_was_set_aside_and_what_is_left():
    sitting = decided()
    risks = [each for each in sitting.agenda.topics if each.required and each.kind == "risk"]
    mark(sitting, risks[0], MarkState.SET_ASIDE)
    found = lines(view(sitting))
    title = f"{len(risks) - 1} of {len(risks)} risks discussed"
    assert found["risk"] == ("done", title, "1 set aside at the patient’s wish", "")
    assert found["options"][:2] == ("done", "4 of 4 options gone through")
    assert "aside" not in found
    about = next(each for each in sitting.agenda.topics if each.kind == "about")
    mark(sitting, about, MarkState.SET_ASIDE)
    other = lines(view(sitting))["aside"]
    assert other == ("done", "1 other thing set aside at the patient’s wish", "", "")
    sitting.change(moves.unmarking, risks[1].key)
    found = lines(view(sitting))
    assert (found["risk"][0], found["risk"][3]) == ("to_do", "walk")
    assert found["options"][:2] == ("to_do", "3 of 4 options gone through")


def test_what_was_not_gone_through_keeps_nobody_from_refusing():
    sitting = described()
    sitting.change(moves.deciding, Decision(consent=Consent.REFUSED))
    found = view(sitting)
    assert found.is_open
    assert lines(found)["benefit"][0] == "part"
    assert lines(found)["benefit"][3] == "walk"


def test_understanding_is_worth_a_look_but_never_missing():
    sitting = decided()
    assert lines(view(sitting))["understanding"][:3] == ("part", "Understanding", "not asked yet")
    sitting.change(moves.saying_back, "bad", Said.PARTLY, when=START)
    sitting.change(moves.saying_back, "bad", Said.NOT_YET, when=START)
    found = lines(view(sitting))["understanding"]
    assert found == ("part", "Understanding", "1 “not yet”, 1 explained again", "understanding")
    sitting.change(moves.answering, "asked", "no", right=False, when=START)
    told = lines(view(sitting))["understanding"][2]
    assert told == "1 “not yet”, 1 explained again, 1 question to go over"
    assert view(sitting).is_open


def test_the_four_plain_questions_have_a_line_and_hold_nobody_back():
    sitting = decided()
    assert lines(view(sitting))["sure"] == (
        "part",
        "Four questions before you sign",
        "on this page",
        "",
    )
    answers = SureAnswers(sure=True, know=True, matters=False, support=True)
    sitting.change(moves.answering_sure, answers, again=True)
    found = view(sitting)
    assert lines(found)["sure"] == ("part", "Four questions: 3 of 4 yes", "", "")
    assert found.is_open
    sitting.change(moves.answering_sure, replaced(answers, matters=True), again=True)
    assert lines(view(sitting))["sure"][:2] == ("done", "Four questions: 4 of 4 yes")


@pytest.mark.parametrize(
    ("decision", "title"),
    [
        (None, "Sign"),
        (Decision(consent=Consent.PROVIDED, options=OPTIONS[:1]), "Sign for: Freeing the cord"),
        (Decision(consent=Consent.REFUSED), "Sign that you do not want these treatments"),
        (
            Decision(consent=Consent.REFUSED, options=OPTIONS[2:3]),
            "Sign that you do not want: Radiosurgery",
        ),
        (
            Decision(consent=Consent.POSTPONED, postponement=Postponement.TESTS),
            "Sign that the decision waits",
        ),
    ],
)
def test_the_title_says_what_is_signed(decision, title):
    sitting = gone_through()
    if decision:
        sitting.change(moves.deciding, decision)
    assert view(sitting).title == title


def test_sealing_opens_with_the_last_signature():
    sitting = decided()
    patient, clinician = signatures(sitting)
    found = view(sitting, signatures=(patient,), shown=SignerRole.PATIENT)
    assert (found.may_seal, found.seal_why) == (False, "The clinician has not signed yet.")
    assert (found.following, found.next_words) == ("clinician", "Next: clinician signs")
    assert lines(found)["signature.patient"][:2] == ("done", "Patient signed, 09:30")
    found = view(sitting, signatures=(patient, clinician))
    assert found.may_seal
    assert not view(sitting, signatures=(patient, clinician), sealing=True).may_seal


def test_spoken_consent_asks_a_witness_who_was_in_the_room():
    sitting = decided()
    present = (
        Attendee(name="Lea", role=AttendeeRole.RELATIVE),
        Attendee(name="Nikos", role=AttendeeRole.INTERPRETER, language="Greek"),
        Attendee(name="Sam", role=AttendeeRole.NURSE),
    )
    sitting.change(moves.describing, present=present)
    spoken = signature(sitting, SignerRole.PATIENT, method=Method.SPOKEN, strokes=())
    found = view(sitting, signatures=(spoken, signatures(sitting)[1]))
    assert found.seal_why == "A mark or spoken consent needs a witness who signs."
    names = {each.role: each.name for each in found.signers}
    assert (names["witness"], names["interpreter"]) == ("Sam", "Nikos")
    assert lines(found)["signature.witness"][0] == "to_do"
    assert lines(found)["signature.interpreter"][0] == "part"


def test_who_decides_for_the_patient_signs_in_their_place_and_is_no_witness():
    sitting = decided()
    lea = Attendee(name="Lea", role=AttendeeRole.RELATIVE)
    sitting.change(moves.describing, present=(lea,), representative=Representative(name="Lea"))
    found = view(sitting, added=(SignerRole.WITNESS,))
    assert [each.role for each in found.signers] == ["representative", "clinician", "witness"]
    assert [each.name for each in found.signers] == ["Lea", "Dr Ada Beispiel", ""]
    assert "Sample Patient" in found.signers[0].sentence


def test_only_who_decides_may_sign_by_mark_or_word():
    ways = {
        each.role: [way.key for way in each.methods]
        for each in view(decided(), added=(SignerRole.WITNESS,)).signers
    }
    assert ways == {
        "patient": ["typed", "mark", "spoken"],
        "clinician": ["typed"],
        "witness": ["typed"],
    }


def test_what_the_patient_reads_is_plain():
    found = view(decided())
    assert grade(found.signers[0].sentence) <= 8
    assert all(grade(each) <= 8 for each in found.statements[1:])


def test_an_interpreter_who_has_not_signed_is_named_beside_all_is_there_and_keeps_nobody_back():
    sitting = decided()
    people = (Attendee(name="Nikos", role=AttendeeRole.INTERPRETER, language="Greek"),)
    sitting.change(moves.describing, present=people)
    made = signatures(sitting)
    found = view(sitting, signatures=made)
    assert found.may_seal
    assert found.seal_why == (
        "All is there. The clinician can seal it now. The interpreter has not signed. If it stays "
        "so, the paper will say it."
    )
    assert grade(found.seal_why) <= 8
    all_signed = (*made, signature(sitting, SignerRole.INTERPRETER, "Nikos"))
    ready = "All is there. The clinician can seal it now."
    assert view(sitting, signatures=all_signed).seal_why == ready
    sitting.change(moves.describing, present=())
    assert view(sitting, signatures=made).seal_why == ready


def test_what_was_looked_at_after_the_first_signature_is_said_not_to_be_in_the_paper():
    sitting = decided()
    found = view(sitting, signatures=signatures(sitting), looked_since=True)
    assert found.may_seal
    assert found.notice == (
        "Something was looked at after the first signature. The paper will not say so. All that "
        "was signed still holds."
    )
    assert grade(found.notice) <= 8
    assert view(sitting, looked_since=True).notice == ""
