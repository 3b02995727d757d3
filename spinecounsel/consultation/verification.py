"""Checking a file that somebody brings: the seal, and that its pages say what its record says."""

import datetime as dt
from pathlib import Path

from spinecounsel import VERSION
from spinecounsel.consultation import seals
from spinecounsel.consultation.reading import CannotRead, read_file
from spinecounsel.document import compose
from spinecounsel.errors import CharacterMissing
from spinecounsel.frozen import replaced
from spinecounsel.record.codec import Unreadable, decode_record
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.sealing.contents import words_of
from spinecounsel.sealing.form import LARGEST
from spinecounsel.sealing.reasons import Doubt, of_doubt
from spinecounsel.sealing.roots import read_root
from spinecounsel.sealing.verdict import Seen, Verdict
from spinecounsel.sealing.verify import verify
from spinecounsel.storage import Vault
from spinecounsel.wording import say

_PROGRAM = f"SpineCounsel {VERSION}"


def verify_file(path: Path, roots: tuple[bytes, ...], *, now: dt.datetime) -> Verdict:
    """Say whether the file at ``path`` is as it was sealed under one of ``roots``.

    Takes any file and raises nothing; ``now`` is aware, times are said in its zone.
    """
    try:
        document = read_file(path, LARGEST + 1)
    except CannotRead as error:
        return Verdict(state=Seen.NOT_OURS, reason=str(error))
    found = verify(document, roots, now=now)
    return _compared(document, found) if found.state is Seen.SEALED else found


def trusted_roots(folder: Path, files: tuple[Path, ...] = ()) -> tuple[bytes, ...]:
    """Give the roots in ``folder``, which need not exist, and in ``files``.

    ``CannotRead`` or ``NotARoot`` name the first file that holds none.
    """
    kept = sorted(folder.glob("*.pem")) if folder.is_dir() else []
    return tuple(_root_in(path) for path in (*kept, *files))


def roots_of(vault: Vault, folder: Path) -> tuple[bytes, ...]:
    """Give the roots of this installation and of others that are trusted here."""
    return tuple(dict.fromkeys((*seals.roots(vault), *trusted_roots(folder))))


def _root_in(path: Path) -> bytes:
    try:
        return read_root(read_file(path, LARGEST), path.name)
    except CannotRead as error:
        raise CannotRead(say("{path}: {reason}", path=path, reason=error)) from error


def _compared(document: bytes, found: Verdict) -> Verdict:
    """Make the same document of the record once more, and see whether the words are the same.

    Another version of the program may set the same record in other words, so nothing is compared
    with its documents, and the verdict says so: to guess which words should be there would call
    good files bad, or bad ones good.
    """
    assert found.record is not None  # noqa: S101 - a sealed file has one
    try:
        record = decode_record(found.record)
        if record.program != _PROGRAM or found.kind not in set(DocumentKind):
            return _not_compared(found)
        again = compose(record, DocumentKind(found.kind))
    except (Unreadable, CharacterMissing):
        return _not_compared(found)
    if words_of(document) == words_of(again):
        return found
    state, reason = of_doubt(Doubt.OTHER_WORDS)
    return replaced(found, state=state, reason=reason, record=None, number="", kind="")


def _not_compared(found: Verdict) -> Verdict:
    return replaced(
        found,
        reason=say(
            "{sealed} Another version of SpineCounsel made it, so its words were not compared "
            "with the record inside, only the seal and the fingerprint.",
            sealed=found.reason,
        ),
    )
