import hashlib

import msgspec
import pytest

from spinecounsel.frozen import replaced
from spinecounsel.record.clinic import NO_CLINIC
from spinecounsel.record.codec import (
    RecordChanged,
    Unreadable,
    decode_discussion,
    decode_record,
    encode,
)
from tests.helpers.logos import clinic
from tests.helpers.talks import decided, signatures


def test_there_and_back():
    sitting = decided()
    record = sitting.finish(signatures(sitting))
    assert decode_discussion(encode(sitting.discussion)) == sitting.discussion
    assert decode_record(encode(record)) == record
    assert encode(decode_record(encode(record))) == encode(record)


def test_a_changed_record_is_not_shown_as_one():
    sitting = decided()
    record = sitting.finish(signatures(sitting))
    with pytest.raises(RecordChanged, match="changed after it was sealed"):
        decode_record(encode(replaced(record, program="another")))


def test_what_a_newer_program_wrote_is_refused_with_a_sentence():
    raw = msgspec.json.decode(encode(decided().discussion)) | {"mood": "calm"}
    with pytest.raises(Unreadable, match="newer version"):
        decode_discussion(msgspec.json.encode(raw))


@pytest.mark.parametrize("decode", [decode_discussion, decode_record])
def test_what_goes_deeper_than_anybody_reads_is_refused_with_the_same_sentence(decode):
    sitting = decided()
    whole = {
        decode_discussion: sitting.discussion,
        decode_record: sitting.finish(signatures(sitting)),
    }
    text = encode(whole[decode])
    for deep in (
        b"[" * 200_000,
        b'{"mood":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
        text.replace(b'"language":"en"', b'"language":' + b"[" * 200_000 + b"]" * 200_000),
    ):
        assert deep != text
        with pytest.raises(Unreadable, match="newer version"):
            decode(deep)


def test_a_record_from_before_a_field_was_there_is_still_as_it_was_sealed():
    sitting = decided()
    record = sitting.finish(signatures(sitting))
    older = msgspec.json.decode(encode(replaced(record, sha256="")))
    del older["representative"]
    text = msgspec.json.Encoder(order="sorted").encode(older)
    older["sha256"] = hashlib.sha256(text).hexdigest()
    assert decode_record(msgspec.json.encode(older)).representative is None


def test_a_clinic_that_says_nothing_of_itself_is_not_written():
    """Else a record from before one could be named would change its fingerprint on new paper."""
    sitting = decided()
    record = sitting.finish(signatures(sitting))
    assert b'"clinic"' not in encode(record)
    assert decode_record(encode(record)).house == NO_CLINIC
    named = sitting.finish(signatures(sitting), clinic())
    assert decode_record(encode(named)).house == clinic()
    assert named.sha256 != record.sha256


def test_only_a_practice_is_written_as_one():
    """So a record from before that could be told keeps its fingerprint."""
    sitting = decided()
    assert b'"practice":true' not in encode(sitting.finish(signatures(sitting), clinic()))
    practised = sitting.finish(signatures(sitting), clinic(practice=True))
    assert b'"practice":true' in encode(practised)
    assert decode_record(encode(practised)) == practised
