"""The outer form of a sealed file, read byte by byte: one seal, which covers all the rest.

Nothing in here follows a reference, unpacks a stream or goes deeper than a line of text, so it
takes any bytes whatever, in time that grows with their number only.
"""

import datetime as dt
import hashlib
import re
from enum import Enum, auto

from spinecounsel.frozen import Frozen
from spinecounsel.sealing.head import Head, read_head

LARGEST = 50_000_000  # bytes of a file
_LARGEST_SEAL = 200_000  # digits
_START = b"%PDF-"
_ARCHIVE = b"PK\x03\x04"
_END = b"%%EOF\n"
_RANGE = re.compile(rb"/ByteRange\b")
_OUR_SIGNATURE = re.compile(
    rb"/Contents <(?P<digits>[0-9A-F]{2,%d})>\n"
    rb"/ByteRange \[0 (?P<before>\d{1,9}) (?P<after>\d{1,9}) (?P<length>\d{1,9})\] *\n"
    rb"/Type /Sig\n/Filter /Adobe\.PPKLite\n/SubFilter /ETSI\.CAdES\.detached\n"
    rb"(?:/[A-Z]\w* [^\n]*\n){0,8}?/M \((?P<when>[^\n()]{10,60})\)\n"
    rb"(?:/Reason \((?P<head>[A-Za-z0-9 ]{1,200})\)\n)?" % _LARGEST_SEAL
)
# Any of these says that a file came from here, however much of it was changed.
_MARKS = (b"CreatorTool>SpineCounsel", b'CreatorTool="SpineCounsel', b"(The seal of this document)")
_OCTAL = re.compile(rb"\\([0-7]{3})")
_WHEN = re.compile(r"D:(\d{14})(?:Z|(?:([+-]\d\d)'(\d\d)'?))")


class Misfit(Enum):
    """Why a file has not the form of a sealed one."""

    TOO_LARGE = auto()
    EMPTY = auto()
    NO_PDF = auto()
    ARCHIVE = auto()
    BROKEN_PDF = auto()
    FOREIGN = auto()
    SIGNED_BY_OTHERS = auto()
    NO_SEAL = auto()
    CUT_OFF = auto()
    ADDED = auto()
    MORE_SEALS = auto()
    REWRITTEN = auto()
    SEAL_CHANGED = auto()


class SealedForm(Frozen, frozen=True, kw_only=True):
    """A file that has the form: what the seal holds (DER), and the digest of all around it.

    ``head`` is how far the trail of the vault had come, as the seal says; older ones say nothing.
    """

    seal: bytes
    sha256: bytes
    when: dt.datetime
    head: Head | None


def read_form(document: bytes) -> SealedForm | Misfit:
    """Give the seal of a file and what it covers, or why the file has not the form for it."""
    if len(document) > LARGEST:
        return Misfit.TOO_LARGE
    if document.startswith(_ARCHIVE):  # an export holds whole documents, seals and all
        return Misfit.ARCHIVE
    signatures = len(_RANGE.findall(document))
    ours = _OUR_SIGNATURE.search(document)
    if ours is None:
        return _unsealed(document, signatures)
    end = int(ours["after"]) + int(ours["length"])
    if signatures > 1:
        return Misfit.MORE_SEALS
    if end != len(document):
        return Misfit.ADDED if end < len(document) else Misfit.CUT_OFF
    return _around(document, ours)


def _unsealed(document: bytes, signatures: int) -> Misfit:
    """Say what a file is in which no seal of ours was found."""
    is_ours = any(mark in document for mark in _MARKS)
    if is_ours and signatures:
        return Misfit.REWRITTEN
    if is_ours:
        return Misfit.NO_SEAL if document.endswith(_END) else Misfit.CUT_OFF
    if not document:
        return Misfit.EMPTY
    if not document.startswith(_START):
        return Misfit.NO_PDF
    if _END.strip() not in document[-1_024:]:
        return Misfit.BROKEN_PDF
    return Misfit.SIGNED_BY_OTHERS if signatures else Misfit.FOREIGN


def _around(document: bytes, ours: re.Match[bytes]) -> SealedForm | Misfit:
    """Give the form when the hole in what is covered is the seal itself, brackets and all."""
    first, last = ours.start("digits") - 1, ours.end("digits") + 1
    when = _moment(ours["when"])
    seal = _without_padding(ours["digits"])
    if (int(ours["before"]), int(ours["after"])) != (first, last) or not seal or when is None:
        return Misfit.SEAL_CHANGED
    if not document.startswith(_START) or not document.endswith(_END):
        return Misfit.REWRITTEN
    digest = hashlib.sha256(document[:first])
    digest.update(document[last:])
    head = read_head(ours["head"] or b"")
    return SealedForm(seal=seal, sha256=digest.digest(), when=when, head=head)


def _without_padding(digits: bytes) -> bytes:
    """Give the bytes of the seal; none unless nothing but zeros stands behind them."""
    if len(digits) % 2:
        return b""
    whole = bytes.fromhex(digits.decode("ascii"))
    if len(whole) < 4 or whole[:2] != b"\x30\x82":  # longer than 255 bytes, shorter than 64 kB
        return b""
    length = 4 + int.from_bytes(whole[2:4], "big")
    return whole[:length] if length <= len(whole) and not any(whole[length:]) else b""


def _moment(written: bytes) -> dt.datetime | None:
    """Read the time of sealing as PDF writes it, signs as octal numbers or not."""
    plain = _OCTAL.sub(lambda each: bytes([int(each[1], 8) & 255]), written)
    found = _WHEN.fullmatch(plain.decode("latin-1"))
    if found is None:
        return None
    try:
        clock = dt.datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC)
        if found[2] is None:
            return clock
        minutes = int(found[2]) * 60 + (int(found[3]) if found[2][0] == "+" else -int(found[3]))
        return clock.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    except ValueError:
        return None
