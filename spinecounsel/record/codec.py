"""Discussion and record as canonical JSON, and back; the digest that names a record's words."""

import hashlib
from typing import TypeVar

import msgspec

from spinecounsel.discussion.discussion import Discussion
from spinecounsel.errors import UserError
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

_ENCODER = msgspec.json.Encoder(order="sorted")
Value = TypeVar("Value", bound=Frozen)


class Unreadable(UserError):
    """What lies in the vault is not understood by this version of the program."""


class RecordChanged(UserError):
    """A record does not have the words that its fingerprint names."""


def encode(value: Frozen) -> bytes:
    """Give canonical JSON: keys sorted, no blanks, the same text for the same value."""
    return _ENCODER.encode(value)


def decode_discussion(text: bytes) -> Discussion:
    """Read a draft; ``Unreadable`` when a newer program wrote it."""
    return _decode(text, Discussion)


def decode_record(text: bytes) -> ConsentRecord:
    """Read a record; ``Unreadable``, or ``RecordChanged`` when its fingerprint does not fit."""
    return decode_sealed(text, ConsentRecord)


def decode_sealed(text: bytes, shape: type[Value]) -> Value:
    """Read anything that carries its own digest as ``sha256``; errors as of ``decode_record``."""
    value = _decode(text, shape)
    if getattr(value, "sha256", "") != fingerprint_of(text):
        raise RecordChanged(
            say(
                "This record was changed after it was sealed. It is not shown as a record. "
                "Tell the person who looks after this computer."
            )
        )
    return value


def fingerprint(record: ConsentRecord) -> str:
    """Give the SHA-256 (hex) over the canonical JSON of all fields but ``sha256`` itself."""
    return digest(record)


def digest(value: Frozen) -> str:
    """Give the same of anything that carries its own digest as ``sha256``."""
    return hashlib.sha256(encode(replaced(value, sha256=""))).hexdigest()


def fingerprint_of(text: bytes) -> str:
    """Give the digest over what was written, fields that this program does not know included."""
    fields = msgspec.json.decode(text)
    return hashlib.sha256(_ENCODER.encode(fields | {"sha256": ""})).hexdigest()


def _decode(text: bytes, shape: type[Value]) -> Value:
    try:
        return msgspec.json.decode(text, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(
            say(
                "This consultation was written by a newer version of SpineCounsel. Nothing was "
                "lost: open it with that version."
            )
        ) from error
