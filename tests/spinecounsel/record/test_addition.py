import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.frozen import replaced
from spinecounsel.record.addition import (
    Addition,
    NotAdded,
    WithdrawnBy,
    addendum,
    check,
    possible,
    withdrawn,
)
from spinecounsel.record.addition_words import added_to, headline, standing
from spinecounsel.record.codec import RecordChanged, Unreadable, decode_sealed, encode
from spinecounsel.record.kinds import AdditionKind
from tests.helpers import records
from tests.helpers.additions import added, later, matters, told

ADDENDUM, WITHDRAWAL, SUPERSESSION = AdditionKind


def refusal(matter, record=None, before=(), **passed):
    record = record or records.given()
    with pytest.raises(NotAdded) as refused:
        check(record, matter, before, now=later(record, **passed))
    return str(refused.value)


@pytest.mark.parametrize(
    ("record", "before", "allowed"),
    [
        (records.given(), (), {ADDENDUM, WITHDRAWAL, SUPERSESSION}),
        (records.refused(), (), {ADDENDUM, SUPERSESSION}),
        (records.postponed(), (), {ADDENDUM, SUPERSESSION}),
        (records.given(), (ADDENDUM,), {ADDENDUM, WITHDRAWAL, SUPERSESSION}),
        (records.given(), (WITHDRAWAL,), {ADDENDUM, SUPERSESSION}),
        (records.given(), (SUPERSESSION,), {ADDENDUM}),
        (records.given(), (WITHDRAWAL, ADDENDUM, SUPERSESSION), {ADDENDUM}),
    ],
)
def test_only_a_consent_that_stands_can_be_taken_back_and_only_once(record, before, allowed):
    done = tuple(added(kind) for kind in before)
    assert possible(record, done) == allowed
    for kind, matter in matters(record).items():
        if kind in allowed:
            check(record, matter, done, now=later(record, days=8))
        else:
            assert refusal(matter, record, done, days=8)


def test_what_is_missing_or_cannot_be_is_said():
    record = records.given()
    assert "to be added" in refusal(addendum("  \n "))
    nameless = told(record, by=WithdrawnBy.REPRESENTATIVE)
    assert "name" in refusal(withdrawn(nameless), days=8)
    assert "still to come" in refusal(withdrawn(told(record)), days=6)
    just_now = withdrawn(told(record, when=later(record, days=8)))
    assert "still to come" in refusal(just_now, days=8, minutes=-1)
    check(record, just_now, (), now=later(record, days=8))
    early = told(record, when=record.sealed - dt.timedelta(days=1))
    assert "before the consent was signed" in refusal(withdrawn(early), days=8)
    assert "cannot show" in refusal(addendum("例え"))
    assert "cannot show" in refusal(withdrawn(told(record, words="🙂")), days=8)


def test_nobody_has_to_give_a_reason():
    record = records.given()
    check(record, withdrawn(told(record, words="")), (), now=later(record, days=8))


@given(kind=st.sampled_from(AdditionKind), place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_it_comes_back_as_it_was_and_any_changed_byte_is_noticed(kind, place, bit):
    text = encode(added(kind))
    assert decode_sealed(text, Addition) == added(kind)
    spoilt = bytearray(text)
    spoilt[place % len(text)] ^= 1 << bit
    with pytest.raises((RecordChanged, Unreadable)):
        decode_sealed(bytes(spoilt), Addition)


def test_it_names_its_record_and_is_signed_by_the_clinician():
    record = records.given()
    new = added()
    assert (new.record.id, new.record.sha256) == (record.id, record.sha256)
    assert new.signature.name == new.clinician.name == "Dr Ada Beispiel"
    assert new.signature.when == new.when
    assert "stays as it was sealed" in new.signature.statements[0]


def test_the_gravest_is_said_first():
    said = standing((added(ADDENDUM), added(SUPERSESSION), added(WITHDRAWAL), added(ADDENDUM)))
    assert [each.split()[1] for each in said[:2]] == ["consent", "record"]
    assert (
        said[0]
        == headline(added(WITHDRAWAL))
        == ("This consent was withdrawn on 1 December 2026, 11:09.")
    )
    assert len(said) == 2
    assert standing((added(ADDENDUM),)) == ()
    assert added_to((added(ADDENDUM), added(ADDENDUM))) == (
        "Something was added on 1 December 2026."
    )
    assert added_to((added(WITHDRAWAL),)) == ""


def test_the_digest_is_over_every_field():
    new = added()
    for changes in ({"when": later(records.given())}, {"program": "x"}, {"id": "x"}):
        with pytest.raises(RecordChanged):
            decode_sealed(encode(replaced(new, **changes)), Addition)
