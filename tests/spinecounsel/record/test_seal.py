import msgspec
import pytest

from spinecounsel.dates import clock
from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed
from spinecounsel.discussion.decision import Consent, Decision, Permission
from spinecounsel.discussion.discussion import MarkState, QuestionAsked
from spinecounsel.discussion.people import NumberView, PrognosisWish, Referrer, Representative
from spinecounsel.discussion.understanding import Said, SureAnswers
from spinecounsel.discussion.values import Expectation, Importance, Leaning, ValueAnswer
from spinecounsel.errors import SignatureMissing
from spinecounsel.frozen import replaced
from spinecounsel.record.codec import decode_record, encode, fingerprint, fingerprint_of
from spinecounsel.record.signature import Method, SignerRole
from tests.helpers.clock import START
from tests.helpers.examples import METASTASIS, recorded
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import decided, mark, signature, signatures


def sealed(sitting=None):
    sitting = sitting or decided()
    return sitting.finish(signatures(sitting))


def test_the_record_holds_every_word_and_number_that_was_shown():
    sitting = decided()
    record = sealed(sitting)
    kept = {
        each.id: each
        for option in record.options
        for topic in option.topics
        for each in topic.estimates
    }
    shown = {ident for t in sitting.agenda.topics if not t.closed for ident in t.shown}
    assert set(kept) == shown
    for ident, each in kept.items():
        estimate = shipped_pack().estimates[ident]
        assert each.sentence.startswith(estimate.plain)
        assert (each.population, each.horizon) == (estimate.population, estimate.horizon)
        assert each.source
        assert each.certainty == estimate.certainty
        assert (each.number == "") == (estimate.percent is None or estimate.denominator is None)
    assert record.content.sha256 == shipped_pack().sha256
    assert record.content.version == "2026.11.1"


def test_what_was_not_opened_or_set_aside_leaves_only_its_title():
    sitting = decided()
    risk = next(t for t in sitting.agenda.topics if t.kind == "risk" and not t.closed)
    mark(sitting, risk, MarkState.SET_ASIDE)
    record = sealed(sitting)
    by_key = {t.key: t for option in record.options for t in option.topics}
    assert by_key[risk.key].estimates == ()
    assert by_key[risk.key].title == risk.title
    for topic in sitting.agenda.topics:
        if topic.closed is Closed.MAY_NOT_FIT:
            assert by_key[topic.key].estimates == ()
            assert by_key[topic.key].state == "not opened"


def test_everything_that_was_said_is_in_it():
    sitting = decided()
    topic = sitting.agenda.topics[5]
    question = QuestionAsked(
        id="q", text="Will it hurt?", answer="A little", topic=topic.key, when=START
    )
    sitting.change(moves.asking, question)
    sitting.change(moves.expecting, Expectation(theme="pain", words="less", score=60))
    sitting.change(
        moves.weighing, ValueAnswer(text="My garden", importance=Importance.VERY), when=START
    )
    less = ValueAnswer(text="My garden", importance=Importance.SOMEWHAT)
    sitting.change(moves.weighing, less, when=START)
    sitting.change(moves.saying_back, "good", Said.NOT_YET, when=START)
    sitting.change(moves.saying_back, "good", Said.SAID, when=START, words="I may walk")
    sitting.change(moves.answering_sure, SureAnswers(sure=True, know=False), again=False)
    sitting.change(moves.answering_sure, SureAnswers(know=True), again=True)
    sitting.change(moves.leaning, Leaning(when=START), after=False)
    sitting.change(
        moves.leaning, Leaning(options=sitting.discussion.options[:1], when=START), after=True
    )
    sitting.change(moves.wishing, PrognosisWish.WANTS, when=START)
    sitting.change(moves.wishing, PrognosisWish.DECLINES, when=START)
    sitting.change(moves.preferring, NumberView.BAR)
    sitting.change(moves.permitting, Permission(id="blood", answer="yes"))
    sitting.change(moves.flagging, topic.key, material=True)
    record = sealed(sitting)
    assert record.questions[0].about == topic.title
    assert record.expectations[0].text == (
        "60, where 0 is “It will be very bad” and 100 is “I will have no pain”. “less”"
    )
    assert record.values[0].label == "“My garden”"
    assert record.values[0].text == f"Some (before: A lot at {clock(START)})"
    assert [line.text for line in record.sure] == [
        "Yes before deciding",
        "No before deciding, Yes before signing",
    ]
    first = sitting.pack.option(sitting.discussion.options[0]).name
    assert [line.text for line in record.leanings] == ["None of them yet", first]
    assert [line.text for line in record.preferences] == [
        f"No (before: Yes at {clock(START)})",
        "Bar",
    ]
    assert record.understanding[0].text == "Said (asked 2 times) “I may walk”"
    assert [line.text for line in record.permissions] == ["Yes", *["Not asked"] * 4]
    assert [t.title for o in record.options for t in o.topics if t.material] == [topic.title]
    assert record.left_out
    assert all(each.reason and each.why_usual for each in record.left_out)
    assert record.scores[0].name.startswith("Spinal Instability")
    assert any("T10" in line.text for line in record.case)


def test_a_seal_changes_with_any_field():
    record = sealed()
    assert record.sha256 == fingerprint(record)
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if isinstance(value, str) and field != "sha256":
            changed = replaced(record, **{field: value + "x"})
            assert fingerprint(changed) != record.sha256


@pytest.mark.parametrize("role", [SignerRole.PATIENT, SignerRole.CLINICIAN])
def test_both_sign(role):
    sitting = decided()
    rest = tuple(each for each in signatures(sitting) if each.role is not role)
    with pytest.raises(SignatureMissing):
        sitting.finish(rest)


def test_who_decides_for_the_patient_signs_for_them():
    sitting = decided()
    sitting.change(moves.describing, representative=Representative(name="Lea Patient"))
    with pytest.raises(SignatureMissing, match="decides for the patient"):
        sitting.finish(signatures(sitting))
    instead = signature(sitting, SignerRole.REPRESENTATIVE, name="Lea Patient")
    assert sitting.finish((instead, signatures(sitting)[1]))


def test_a_signature_counts_only_for_the_decision_it_was_made_under():
    sitting = decided()
    old = signatures(sitting)
    sitting.change(moves.deciding, Decision(consent=Consent.PROVIDED, options=("radiosurgery",)))
    with pytest.raises(SignatureMissing, match="sign again"):
        sitting.finish(old)


@pytest.mark.parametrize("method", [Method.MARK, Method.SPOKEN])
def test_a_mark_or_a_spoken_word_needs_a_witness(method):
    sitting = decided()
    by_mark = signature(sitting, SignerRole.PATIENT, method=method, strokes=())
    clinician = signatures(sitting)[1]
    with pytest.raises(SignatureMissing, match="witness"):
        sitting.finish((by_mark, clinician))
    witness = signature(sitting, SignerRole.WITNESS, name="Wit Ness")
    assert sitting.finish((by_mark, clinician, witness)).signatures[0].method is method


def test_an_empty_pad_is_no_signature():
    sitting = decided()
    empty = signature(sitting, SignerRole.PATIENT, strokes=())
    with pytest.raises(SignatureMissing, match="has not signed"):
        sitting.finish((empty, signatures(sitting)[1]))


def test_of_what_was_not_opened_the_record_says_why_and_of_nothing_else():
    topics = [each for option in recorded(METASTASIS).options for each in option.topics]
    shut = [each for each in topics if each.state == "not opened"]
    assert shut
    assert all("not known of this patient: " in each.shut_why for each in shut)
    assert not any(each.shut_why for each in topics if each not in shut)


def test_the_referring_doctor_goes_into_the_record_and_older_records_have_none():
    record = recorded(METASTASIS)
    assert record.referrer.name == "Dr Max Muster"
    fields = msgspec.json.decode(encode(record))
    for each in ("referrer", "sha256"):
        del fields[each]
    old = msgspec.json.encode(fields | {"sha256": ""}, order="sorted")
    fields["sha256"] = fingerprint_of(old)
    kept = decode_record(msgspec.json.encode(fields, order="sorted"))
    assert kept.referrer == Referrer()
