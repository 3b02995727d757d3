"""Checking a file that somebody brings: the seal, and that its pages say what its record says."""

import datetime as dt
from pathlib import Path

from spinecounsel import VERSION
from spinecounsel.consultation import seals
from spinecounsel.consultation.reading import CannotRead, read_file
from spinecounsel.document import compose, compose_addition
from spinecounsel.errors import CharacterMissing
from spinecounsel.frozen import replaced
from spinecounsel.record.addition import Addition
from spinecounsel.record.codec import Unreadable, decode_record, decode_sealed
from spinecounsel.record.kinds import AdditionKind, DocumentKind
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
        return Verdict(state=Seen.NOT_READ, reason=str(error))
    found = verify(document, roots, now=now)
    return _compared(document, found) if found.state is Seen.SEALED else found


def verify_in(
    vault: Vault | None, path: Path, roots: tuple[bytes, ...], *, now: dt.datetime
) -> Verdict:
    """Say whether the file is as it was sealed, and what the vault knows of it if one is open."""
    found = verify_file(path, roots, now=now)
    return found if vault is None else compared_with(vault, found)


def compared_with(vault: Vault, found: Verdict) -> Verdict:
    """Add to what was found whether this vault has come as far as the paper says.

    An older copy of the vault that was put back has not; nothing is said of another vault's paper.
    """
    head = found.head
    if head is None or head.vault != vault.head[0]:
        return found
    if vault.has_come_to(head.event, head.digest):
        words = say("This vault holds all that it held when the file was sealed.")
        return replaced(found, reason=f"{found.reason} {words}")
    words = say(
        "But this vault is older than the file: it has lost what was saved last before the file "
        "was sealed. An old copy of the vault was put back, or somebody changed its trail. Keep "
        "this file, and ask whoever looks after your computers."
    )
    return replaced(found, reason=f"{found.reason} {words}", is_vault_older=True)


def trusted_roots(folder: Path, files: tuple[Path, ...] = ()) -> tuple[bytes, ...]:
    """Give the roots in ``folder``, which need not exist, and in ``files``.

    ``CannotRead`` or ``NotARoot`` name the first file that holds none.
    """
    kept = sorted(folder.glob("*.pem")) if folder.is_dir() else []
    return tuple(_root_in(path) for path in (*kept, *files))


def roots_of(vault: Vault | None, folder: Path) -> tuple[bytes, ...]:
    """Give the roots of this installation and of others that are trusted here.

    Those of this installation lie in ``folder`` too, where a vault that is not open leaves them.
    """
    own = () if vault is None else seals.roots(vault)
    return tuple(dict.fromkeys((*own, *trusted_roots(folder))))


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
        again = _made_again(found.record, found.kind)
    except (Unreadable, CharacterMissing):
        return _not_compared(found)
    if again is None:
        return _not_compared(found)
    if words_of(document) == words_of(again):
        return found
    state, reason = of_doubt(Doubt.OTHER_WORDS)
    return replaced(found, state=state, reason=reason, record=None, number="", kind="")


def _made_again(inside: bytes, kind: str) -> bytes | None:
    """Make the document anew of what lies in it; None when another version made it."""
    if kind in set(AdditionKind):
        addition = decode_sealed(inside, Addition)
        same = addition.program == _PROGRAM and addition.kind == kind
        return compose_addition(addition) if same else None
    record = decode_record(inside)
    if record.program != _PROGRAM or kind not in set(DocumentKind):
        return None
    return compose(record, DocumentKind(kind))


def _not_compared(found: Verdict) -> Verdict:
    return replaced(
        found,
        reason=say(
            "{sealed} Another version of SpineCounsel made it, so its words were not compared "
            "with the record inside, only the seal and the fingerprint.",
            sealed=found.reason,
        ),
    )
