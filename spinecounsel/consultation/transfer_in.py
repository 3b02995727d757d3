"""Records from another vault: all of a file is checked before the first of it is filed."""

import datetime as dt
import hashlib
import re
from pathlib import Path
from typing import TypeVar

import msgspec

from spinecounsel.archives import Archive, Unsound, open_archive
from spinecounsel.consultation import transfer_form as form
from spinecounsel.consultation.arriving import (
    trouble_of_addition,
    trouble_of_paper,
    trouble_of_record,
)
from spinecounsel.consultation.filing import entry_of_addition, record_entry
from spinecounsel.consultation.transfer_form import About, AdditionPart, FilePart, Index, Listed
from spinecounsel.errors import UserError
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.addition import Addition
from spinecounsel.record.codec import decode_record, decode_sealed
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord
from spinecounsel.storage import Added, Arrival, Progress, Stopped, Taken, Vault
from spinecounsel.wording import say

_LONGEST_SAID = 64  # of a number that somebody else wrote
Shape = TypeVar("Shape", bound=msgspec.Struct)


class CannotImport(UserError):
    """A file cannot be imported; nothing of it was filed.

    Args:
        path: the file.
        what: one sentence of what is wrong.
    """

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            say(
                "Nothing was imported from “{name}”, and nothing was changed. {what}",
                name=path.name,
                what=what,
            )
        )


class Arrived(Frozen, frozen=True, kw_only=True):
    """One record of a file, and what became of it."""

    id: str
    name: str
    taken: Taken


class Imported(Frozen, frozen=True, kw_only=True):
    """What became of the records of a file, in its order."""

    records: tuple[Arrived, ...]

    def of(self, *kinds: Taken) -> tuple[Arrived, ...]:
        """Give those of which this became."""
        return tuple(each for each in self.records if each.taken in kinds)


def import_records(vault: Vault, path: Path, *, now: dt.datetime, progress: Progress) -> Imported:
    """File the records of an export of another vault here; their documents keep their bytes.

    What is here already is left as it is.  A record whose number another one has here, or that was
    erased here, is not filed, and is named.

    Args:
        vault: the open vault.
        path: the file.
        now: the moment.
        progress: is told shares from 0.0 to 1.0; when it gives False, no more is filed.

    Raises:
        CannotImport: the file is damaged, or not ours; nothing of it was filed.
        Stopped: what was filed before that is whole, and stays.
        NotAllowed, CannotSave: see their sentences.
    """
    try:
        with open_archive(path, most_directory=form.MOST_DIRECTORY) as archive:
            return _Import(vault, path, archive, now).run(progress)
    except Unsound:
        raise CannotImport(path, _no_export()) from None
    except OSError as error:
        raise CannotImport(
            path,
            say(
                "It cannot be read ({reason}). Plug the drive in again, or choose another file.",
                reason=error.strerror or type(error).__name__,
            ),
        ) from error


class _Import:
    """One file on its way in."""

    def __init__(self, vault: Vault, path: Path, archive: Archive, now: dt.datetime) -> None:
        self._vault, self._path, self._archive, self._now = vault, path, archive, now

    def run(self, progress: Progress) -> Imported:
        index, name = self._index()
        steps = 2 * len(index.records)
        for number, listed in enumerate(index.records):
            _go_on(progress, number / steps)
            self._check_papers(self._arrival(listed), listed)
        arrived = []
        for number, listed in enumerate(index.records):
            _go_on(progress, 0.5 + number / steps)
            arrival = self._arrival(listed)
            taken = self._vault.transfer.take(arrival, source=index.vault, name=name, now=self._now)
            arrived.append(Arrived(id=listed.id, name=arrival.entry.name, taken=taken))
        return Imported(records=tuple(arrived))

    def _index(self) -> tuple[Index, str]:
        most = form.MOST_PACKED * self._path.stat().st_size + form.MOST_INDEX
        if self._archive.unpacked_size > most:
            raise Unsound
        data = self._archive.read(form.INDEX, form.MOST_INDEX)
        version = _decoded(data, _Version)
        if version.format != form.NAME:
            raise Unsound
        if version.version > form.VERSION:
            raise CannotImport(
                self._path,
                say("A newer version of SpineCounsel made it: import it with that version."),
            )
        index = _decoded(data, Index)
        if not re.fullmatch(r"[0-9a-f]{1,64}", index.vault):  # it goes into the trail
            raise Unsound
        if len({each.id for each in index.records}) != len(index.records):
            raise Unsound
        return index, hashlib.sha256(data).hexdigest()

    def _arrival(self, listed: Listed) -> Arrival:
        """Read one record with all that belongs to it, and compare it with what is said of it."""
        try:
            about = _decoded(self._part(listed, listed.about, form.MOST_ABOUT), About)
            body = self._part(listed, about.record, form.MOST_JSON)
            document = self._part(listed, about.document, form.MOST_DOCUMENT)
            self._part(listed, about.events, form.MOST_JSON)
            record = decode_record(body)
            if (record.id, record.sha256) != (listed.id, about.fingerprint):
                raise self._refusal(listed, say("Its parts do not belong together."))
            if trouble := trouble_of_record(record):
                raise self._refusal(listed, trouble)
            additions = tuple(self._addition(listed, each, record) for each in about.additions)
        except Unsound:
            raise self._refusal(listed, say("It was changed, or cut short.")) from None
        except CannotImport:
            raise
        except UserError as error:
            raise self._refusal(listed, str(error)) from error
        return Arrival(
            entry=replaced(record_entry(record), body=body),
            document=document,
            sha256=record.sha256,
            additions=additions,
        )

    def _addition(self, listed: Listed, part: AdditionPart, record: ConsentRecord) -> Added:
        body = self._part(listed, part.body, form.MOST_JSON)
        document = self._part(listed, part.document, form.MOST_DOCUMENT)
        addition = decode_sealed(body, Addition)
        if trouble := trouble_of_addition(addition, record):
            raise self._refusal(listed, trouble)
        if (addition.id, str(addition.kind)) != (part.id, part.kind):
            raise Unsound
        return replaced(entry_of_addition(addition, document), body=body)

    def _part(self, listed: Listed, part: FilePart, most: int) -> bytes:
        data = self._archive.read(f"{listed.folder}/{part.name}", most)
        if hashlib.sha256(data).hexdigest() != part.sha256:
            raise Unsound
        return data

    def _check_papers(self, arrival: Arrival, listed: Listed) -> None:
        """Refuse papers that are not those of this record and of what was added to it."""
        papers = [(arrival.document, arrival.entry.body, str(DocumentKind.RECORD))]
        papers += [(each.document, each.body, each.kind) for each in arrival.additions]
        for document, body, kind in papers:
            if trouble := trouble_of_paper(document, body, kind):
                raise self._refusal(listed, trouble)

    def _refusal(self, listed: Listed, what: str) -> CannotImport:
        named = (listed.id or listed.folder)[:_LONGEST_SAID]
        return CannotImport(
            self._path, say("Its record {id} is not sound. {what}", id=named, what=what)
        )


class _Version(msgspec.Struct):
    format: str
    version: int


def _decoded(data: bytes, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(data, type=shape)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise Unsound from None


def _go_on(progress: Progress, share: float) -> None:
    if not progress(share):
        raise Stopped


def _no_export() -> str:
    return say(
        "It is no export of SpineCounsel, or it was changed or cut short. Choose another file, or "
        "export it once more."
    )
