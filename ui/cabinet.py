"""The vault as the window knows it: calls run in the worker, answers come home as values."""

import datetime as dt
import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation import filing, seals, verification
from spinecounsel.consultation.first_start import make_vault
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.document import (
    DocumentKind,
    compose_comparison,
    page_as_png,
    page_sizes,
    passages,
)
from spinecounsel.document.sheet_across import ComparisonSheet
from spinecounsel.errors import UserError
from spinecounsel.files import write_safely
from spinecounsel.forgetting import forget_what_is_free
from spinecounsel.record.record import ConsentRecord
from spinecounsel.sealing.site import SiteKey, read_site_token
from spinecounsel.storage import (
    Act,
    CodeNeeded,
    NoLongerDraft,
    NotAllowed,
    OldKeys,
    Person,
    Vault,
    VaultDamaged,
    open_vault,
    recover_vault,
)
from spinecounsel.wording import say
from ui.outside import Outside
from ui.pins import Pins, Seals
from ui.tasks import Course, LongWork, Worker

Done = Callable[[Any], None]
Refused = Callable[[str], None]


class Cabinet(QObject):
    """Opens, asks and closes the vault; ``is_spoilt`` tells that it was found damaged at that.

    ``done`` gets the answer; ``failed`` gets a sentence for people.  A fault of our own goes to
    ``broke`` first, and then ``failed`` gets a sentence that names no cause.
    """

    broke = Signal(object)

    def __init__(
        self, path: Path, worker: Worker, pack: ContentPack, clock: Callable[[], dt.datetime]
    ) -> None:
        super().__init__()
        self.path = path
        self.worker = worker
        self._pack = pack
        self._clock = clock
        self._vault: Vault | None = None
        self.is_spoilt, self.outside = False, Outside(path, clock)
        self.pins = Pins(worker.run, clock)
        self.long = LongWork(worker)

    @property
    def is_open(self) -> bool:
        """Whether the vault is open."""
        return self._vault is not None

    @property
    def person(self) -> Person:
        """Who has the vault open."""
        return self._open_vault.person

    def create(
        self, passphrase: str, *, name: str, title: str, done: Done, failed: Refused
    ) -> None:
        """Make a new vault for its first person, and open it."""
        making = partial(make_vault, self.path, passphrase, name=name, title=title)
        self._open(making, done, failed)

    def unlock(
        self,
        passphrase: str,
        *,
        done: Done,
        failed: Refused,
        person: str = "",
        code: str = "",
        code_needed: Refused | None = None,
    ) -> None:
        """Open the vault; ``code_needed`` when the digits of a second factor are missing."""
        opening = partial(open_vault, self.path, passphrase, person=person, code=code)
        self._open(opening, done, failed, code_needed)

    def recover(
        self, code: str, passphrase: str, *, person: str, done: Done, failed: Refused
    ) -> None:
        """Give ``person`` another passphrase by the recovery code, and open the vault."""
        self._open(partial(recover_vault, self.path, code, passphrase, person=person), done, failed)

    def take_recovery_code(self) -> str:
        """Give the recovery code that was just made, once; empty when none was."""
        code, self._open_vault.recovery_code = self._open_vault.recovery_code, ""
        return code

    def lock(self, *, done: Done) -> None:
        """Close the vault after what is queued; ``done`` gets None, or why that failed.

        Then memory that held something of it is overwritten.
        """
        self._put_away(partial(self._forget, done), done)

    def close(self) -> None:
        """Close the vault after what is queued, and end the worker."""
        if self.is_open:
            self._put_away(_ignore, _ignore)
        self.long.close()
        self.worker.close()

    def save_draft(
        self,
        draft: Discussion,
        *,
        done: Done,
        failed: Callable[[str, Discussion], None],
        barred: Refused,
    ) -> None:
        """Keep a draft; ``done`` gets the time, ``failed`` the sentence and the draft back.

        ``barred`` gets the sentence when another try would be refused as well.
        """

        def back(sentence: str) -> None:
            failed(sentence, draft)

        def refuse(error: Exception) -> None:
            for_good = isinstance(error, NotAllowed | NoLongerDraft)
            self._sort_by_blame(barred if for_good else back, error)

        work = partial(filing.save_draft, self._open_vault, draft, self._pack, now=self._clock())
        self.worker.run(work, done=done, failed=refuse)

    def file(self, record: ConsentRecord, *, done: Done, failed: Refused) -> None:
        """Compose and file a sealed record; ``done`` gets a ``Filed``."""
        self._seal(partial(filing.file, self._open_vault, record), done, failed)

    def discard_draft(self, ident: str, *, done: Done, failed: Refused) -> None:
        """Throw a draft away."""
        work = partial(self._open_vault.discard_draft, ident, now=self._clock())
        self._run(work, done, failed)

    def open_draft(self, ident: str, *, done: Done, failed: Refused) -> None:
        """Give a draft; ``done`` gets a ``Discussion``."""
        work = partial(filing.open_draft, self._open_vault, ident, now=self._clock())
        self._run(work, done, failed)

    def open_record(self, ident: str, *, done: Done, failed: Refused) -> None:
        """Give a filed record; ``done`` gets a ``Filed``."""
        work = partial(filing.open_record, self._open_vault, ident, now=self._clock())
        self._run(work, done, failed)

    def search(self, text: str, *, done: Done, failed: Refused, **asked: Any) -> None:
        """Find consultations as ``Vault.search`` does; ``done`` gets a tuple of ``Row``."""
        self._run(partial(self._open_vault.search, text, **asked), done, failed)

    def confirm(self, passphrase: str, *, done: Done, failed: Refused) -> None:
        """Check the passphrase once more, before a record is sealed."""
        work = partial(self._open_vault.confirm, passphrase, now=self._clock())
        self._run(work, done, failed)

    def document(
        self, record: ConsentRecord, kind: DocumentKind, *, done: Done, failed: Refused
    ) -> None:
        """Make and seal another document of a filed record; ``done`` gets a PDF."""
        self._seal(partial(filing.document, self._open_vault, record, kind), done, failed)

    def export(
        self,
        ident: str,
        kind: DocumentKind,
        document: bytes,
        path: Path,
        *,
        done: Done,
        failed: Refused,
    ) -> None:
        """Write a document of record ``ident`` to ``path`` and note it; ``done`` gets ``path``."""
        work = partial(
            filing.export, self._open_vault, ident, kind, document, path=path, now=self._clock()
        )
        self._run(work, done, failed)

    def note_given(
        self,
        ident: str,
        kind: DocumentKind,
        document: bytes,
        way: str,
        *,
        done: Done,
        failed: Refused,
    ) -> None:
        """Record that the patient, or the other doctor, got a document, and on which way."""
        payload = filing.named(kind, document) | {"way": way}
        noting = self._open_vault.append_event
        work = partial(noting, ident, filing.COPY_GIVEN, payload, now=self._clock())
        self._run(work, done, failed)

    def save_root(self, path: Path, *, done: Done, failed: Refused) -> None:
        """Write the root that readers of sealed files have to trust.

        ``done`` gets its fingerprint, in groups for people to compare.
        """
        work = partial(seals.save_root, self._open_vault, path, now=self._clock())
        self._run(work, done, failed)

    def sealer(self, *, done: Done, failed: Refused) -> None:
        """Give which key seals now; ``done`` gets a ``Sealer``."""
        self._run(partial(seals.sealer, self._open_vault, now=self._clock()), done, failed)

    def read_site_file(self, path: Path, password: str, *, done: Done, failed: Refused) -> None:
        """Read a site's certificate from a file; ``done`` gets a ``SiteKey``."""
        work = partial(seals.site_key_of_file, path, password, now=self._clock())
        self._run(work, done, failed)

    def read_site_token(
        self, library: str, label: str, pin: str, *, done: Done, failed: Refused
    ) -> None:
        """Read a site's certificate from a token; ``done`` gets a ``SiteKey``."""
        self._run(partial(read_site_token, library, label, pin, now=self._clock()), done, failed)

    def use_site_key(self, key: SiteKey, *, done: Done, failed: Refused) -> None:
        """Seal with a site's certificate from now on."""
        self.pins.forget()
        work = partial(seals.use_site_key, self._open_vault, key, now=self._clock())
        self._run(work, partial(self._keep_pin, key, done), failed)

    def use_own_key(self, *, done: Done, failed: Refused) -> None:
        """Seal with the installation's own key again."""
        self.pins.forget()
        self._run(partial(seals.use_own_key, self._open_vault, now=self._clock()), done, failed)

    def may(self, act: str) -> bool:
        """Whether who has the vault open may do this, such as ``sign`` or ``keep vault``."""
        return self._vault is not None and Act(act) in self._vault.rights

    def ask(self, work: Callable[..., Any], *, done: Done, failed: Refused, **more: Any) -> None:
        """Run ``work(vault, **more)``; ``done`` gets what it gives."""
        self._run(partial(work, self._open_vault, **more), done, failed)

    def ask_long(self, work: Callable[..., Any], *, done: Done, failed: Refused) -> Course:
        """Run ``work(vault, progress=...)``, which takes long; give how far it is."""
        return self.long.ask(
            partial(work, self._open_vault), done, partial(self._sort_by_blame, failed)
        )

    def beside(self, work: Callable[..., Any], *, done: Done, failed: Refused) -> Course:
        """Run ``work(progress=...)``, which takes long and does not use the open vault."""
        return self.long.beside(work, done, partial(self._sort_by_blame, failed))

    def ask_sealed(
        self, work: Callable[..., Any], *, done: Done, failed: Refused, **more: Any
    ) -> None:
        """Run ``work(vault, now=..., pin=..., **more)``, which seals something."""
        self._seal(partial(work, self._open_vault, **more), done, failed)

    def sizes(self, document: bytes, *, done: Done, failed: Refused) -> None:
        """Give width and height of each page, in points."""
        self._run(partial(page_sizes, document), done, failed)

    def picture(
        self, document: bytes, number: int, width: int, *, done: Done, failed: Refused
    ) -> None:
        """Draw page ``number`` (from 0), ``width`` pixels wide; ``done`` gets a PNG."""
        self._run(partial(page_as_png, document, number, width=width), done, failed)

    def passages(self, document: bytes, *, done: Done, failed: Refused) -> None:
        """Read a document back as text; ``done`` gets a tuple of ``Passage``."""
        self._run(partial(passages, document), done, failed)

    def pictures(self, document: bytes, *, dpi: int, done: Done, failed: Refused) -> None:
        """Draw the pages of a document; ``done`` gets a tuple of PNG files."""
        self._run(partial(filing.pictures, document, dpi=dpi), done, failed)

    def compose_comparison(self, paper: ComparisonSheet, *, done: Done, failed: Refused) -> None:
        """Make the sheet with options side by side; ``done`` gets a PDF."""
        self._run(partial(compose_comparison, paper), done, failed)

    def save_file(self, path: Path, document: bytes, *, done: Done, failed: Refused) -> None:
        """Write a document that lies in no record to ``path``; ``done`` gets ``path``."""
        self._run(partial(_save, path, document), done, failed)

    def trusted_roots(self, *, done: Done, failed: Refused) -> None:
        """Give the certificates whose seals are trusted here; ``done`` gets a tuple of them.

        This and ``check_file`` work without an open vault too, which then adds nothing.
        """
        folder = self.path.parent / seals.ROOTS
        self._run(partial(verification.roots_of, self._vault, folder), done, failed)

    def check_file(
        self, path: Path, roots: tuple[bytes, ...], *, done: Done, failed: Refused
    ) -> None:
        """Say whether a file is as it was sealed; ``done`` gets a ``Verdict``."""
        work = partial(verification.verify_in, self._vault, path, roots, now=self._clock())
        self._run(work, done, failed)

    @property
    def _open_vault(self) -> Vault:
        if self._vault is None:
            raise RuntimeError("the vault is not open")
        return self._vault

    def _open(
        self,
        opening: Callable[..., Vault],
        done: Done,
        failed: Refused,
        code_needed: Refused | None = None,
    ) -> None:
        def keep(vault: Vault) -> None:
            self._vault = vault
            self.is_spoilt = False
            self.outside.trace.leave()
            done(None)

        def refuse(error: Exception) -> None:
            self.is_spoilt = isinstance(error, VaultDamaged | OldKeys)
            needed = code_needed is not None and isinstance(error, CodeNeeded)
            self._sort_by_blame(code_needed if code_needed and needed else failed, error)

        self.worker.run(partial(opening, now=self._clock()), done=keep, failed=refuse)

    def _put_away(self, done: Done, failed: Refused) -> None:
        self.pins.forget()  # first: what could not be sealed is kept while the vault is open
        self.long.stop()
        vault, self._vault = self._vault, None
        work = partial(vault.lock, now=self._clock()) if vault else _nothing
        self._run(work, done, failed)

    def _forget(self, done: Done, _nothing: object) -> None:
        gc.collect()
        forget_what_is_free()
        self._run(forget_what_is_free, done, done)

    def _keep_pin(self, key: SiteKey, done: Done, answer: object) -> None:
        """Hold the PIN that the token took just now, unless the vault was locked since."""
        if self.is_open and key.token is not None:
            self.pins.keep(key.token.pin)
        done(answer)

    def _run(self, work: Callable[[], Any], done: Done, failed: Refused) -> None:
        self.worker.run(work, done=done, failed=partial(self._sort_by_blame, failed))

    def _seal(self, work: Seals, done: Done, failed: Refused) -> None:
        self.pins.seal(work, done=done, failed=partial(self._sort_by_blame, failed))

    def _sort_by_blame(self, failed: Refused, error: Exception) -> None:
        if isinstance(error, UserError):
            failed(str(error))
        else:
            self.broke.emit(error)
            failed(say("This did not work, by a fault of the program. Nothing was lost."))


def _nothing() -> None:
    """Do nothing: there was no vault to close."""


def _ignore(_answer: object) -> None:
    """Take an answer that nobody waits for."""


def _save(path: Path, document: bytes) -> Path:
    write_safely(path, document)
    return path
