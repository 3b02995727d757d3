"""Records out of the vault in an open form, for a patient or for another program.

What is written is not encrypted: whoever calls this has asked the person at the keyboard first.
"""

import datetime as dt
import hashlib
import zipfile
from pathlib import Path
from typing import BinaryIO

import msgspec

from spinecounsel import VERSION
from spinecounsel.consultation import transfer_form as form
from spinecounsel.consultation.transfer_form import (
    About,
    AdditionPart,
    FilePart,
    Index,
    Listed,
    Somebody,
)
from spinecounsel.files import stream_safely
from spinecounsel.frozen import Frozen
from spinecounsel.storage import Event, Progress, Stopped, Vault


class Exported(Frozen, frozen=True, kw_only=True):
    """What was written."""

    path: Path
    records: int
    size: int


def all_records(vault: Vault) -> tuple[str, ...]:
    """Give the ids of all records."""
    return vault.transfer.record_ids()


def export_records(
    vault: Vault,
    path: Path,
    idents: tuple[str, ...],
    *,
    now: dt.datetime,
    progress: Progress,
) -> Exported:
    """Write records with all that belongs to them to ``path``, READABLE FOR ANYBODY.

    The person at the keyboard must have been told so, and have said yes.

    Args:
        vault: the open vault.
        path: where to, whole or not at all.
        idents: which records; ``vault.transfer.record_ids()`` for all.
        now: the moment.
        progress: is told shares from 0.0 to 1.0; when it gives False, all is undone.

    Raises:
        NotAllowed, NotInVault, Erased, VaultDamaged, Stopped, CannotWrite, CannotSave: nothing was
        written, or it was removed again.
    """
    writing = _Writing(vault, now, progress)
    stream_safely(
        path,
        lambda file: writing.write(file, idents),
        check=lambda _: vault.transfer.note_export(idents, writing.name, now=now),
    )
    return Exported(path=path, records=len(idents), size=path.stat().st_size)


class _Writing:
    """One export under way."""

    def __init__(self, vault: Vault, now: dt.datetime, progress: Progress) -> None:
        self._vault, self._now, self._progress = vault, now, progress
        self.name = ""  # the digest of the list of contents

    def write(self, file: BinaryIO, idents: tuple[str, ...]) -> None:
        people: set[str] = set()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(self._entry(form.README), form.README_TEXT)
            listed = []
            for number, ident in enumerate(idents, start=1):
                if not self._progress((number - 1) / len(idents)):
                    raise Stopped
                listed.append(self._record(archive, f"records/{number:06}", ident, people))
            index = self._index(tuple(listed), people)
            self.name = hashlib.sha256(index).hexdigest()
            archive.writestr(self._entry(form.INDEX), index)

    def _record(
        self, archive: zipfile.ZipFile, folder: str, ident: str, people: set[str]
    ) -> Listed:
        stored = self._vault.record(ident)
        events = self._vault.events(ident)
        people.update(event.by for event in events)

        def put(name: str, data: bytes) -> FilePart:
            return self._put(archive, folder, name, data)

        additions = tuple(
            AdditionPart(
                id=added.id,
                kind=added.kind,
                body=put(f"{form.ADDITION}-{number}.json", added.body),
                document=put(f"{form.ADDITION}-{number}.pdf", added.document),
            )
            for number, added in enumerate(self._vault.later.of(ident), start=1)
        )
        entry = stored.entry
        about = About(
            id=entry.id,
            fingerprint=stored.sha256,
            name=entry.name,
            number=entry.number,
            born=entry.born,
            consulted=entry.consulted,
            sealed=entry.updated,
            status=entry.status,
            record=put(form.RECORD, entry.body),
            document=put(form.DOCUMENT, stored.document),
            events=put(form.EVENTS, _encoded([_told(event) for event in events])),
            additions=additions,
        )
        part = put(form.ABOUT, _encoded(about))
        return Listed(folder=folder, id=ident, name=entry.name, about=part)

    def _put(self, archive: zipfile.ZipFile, folder: str, name: str, data: bytes) -> FilePart:
        entry = self._entry(f"{folder}/{name}")
        if name.endswith(".pdf"):
            entry.compress_type = zipfile.ZIP_STORED  # compressed already
        archive.writestr(entry, data)
        return FilePart(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())

    def _index(self, listed: tuple[Listed, ...], people: set[str]) -> bytes:
        return _encoded(
            Index(
                format=form.NAME,
                version=form.VERSION,
                made=self._now,
                program=f"SpineCounsel {VERSION}",
                vault=self._vault.transfer.ident,
                people=tuple(
                    Somebody(id=person.id, name=person.name, title=person.title)
                    for person in self._vault.people.everybody()
                    if person.id in people
                ),
                records=listed,
            )
        )

    def _entry(self, name: str) -> zipfile.ZipInfo:
        moment = self._now
        date = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
        entry = zipfile.ZipInfo(name, max(date, (1980, 1, 1, 0, 0, 0)))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        return entry


def _told(event: Event) -> dict[str, object]:
    return {
        "number": event.number,
        "at": event.at,
        "kind": event.kind,
        "by": event.by,
        "payload": event.payload,
    }


def _encoded(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
