"""The one sitting that the window holds: the consultation and its draft."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Concatenate, NamedTuple, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal

from spinecounsel import VERSION
from spinecounsel.consultation.consultation import Consultation
from spinecounsel.consultation.filing import Filed
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import Clinician
from spinecounsel.errors import UserError
from spinecounsel.frozen import replaced
from spinecounsel.record.clinic import NO_CLINIC
from spinecounsel.record.record import ConsentRecord
from spinecounsel.record.signature import Signature
from spinecounsel.wording import say
from ui.cabinet import Cabinet

RETRY_MS = 5_000
PROGRAM = f"SpineCounsel {VERSION}"
Clock = Callable[[], dt.datetime]
Arguments = ParamSpec("Arguments")


class _Key(NamedTuple):
    """Whose change of which draft: the ids of both."""

    person: str
    draft: str


class Session(QObject):
    """Holds the consultation and keeps its draft.

    Every verb of the consultation goes through ``act`` and every change through ``change``.  The
    draft is saved by the worker after each; while one save runs, only the newest draft waits.  A
    draft that cannot be saved stays in memory, through a lock too, and is tried again every few
    seconds until there is room: by nobody but who made the change, and shown to nobody else.  What
    the vault does not let this person save is dropped.  Who may not prepare drafts only reads them:
    ``refused`` says so at each change, and nothing is kept.  ``topic_asked(key)`` asks the walk for
    the card of a topic, ``topic_shown(key)`` says which one it shows; ``ahead_shown(option,
    looking)`` says what of an option the page on what lies ahead shows; ``row_shown(key)`` which
    row of the comparison was opened last, empty when it is closed.
    """

    begun = Signal()
    ended = Signal()
    changed = Signal()
    draft_saved = Signal(object)
    draft_waits = Signal(str)
    refused = Signal(str)
    filed = Signal(object)
    topic_asked = Signal(str)
    topic_shown = Signal(str)
    ahead_shown = Signal(str, str)
    expect_shown = Signal(str)
    row_shown = Signal(str)

    def __init__(
        self, pack: ContentPack, cabinet: Cabinet, clock: Clock, new_id: Callable[[], str]
    ) -> None:
        super().__init__()
        self._pack = pack
        self.cabinet = cabinet
        self.clock = clock
        self.new_id = new_id
        self._sitting: Consultation | None = None
        self._waiting: dict[_Key, Discussion] = {}
        self._under_way: list[_Key] = []
        self._known: set[str] = set()
        self._whose = ""
        self.read_only = False
        self.clinic = NO_CLINIC  # what is sealed names it so
        self._filing = False
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._save_next)

    @property
    def pack(self) -> ContentPack:
        """The content as it may be shown: in a consultation, what was opened with the patient."""
        return self._sitting.pack if self._sitting is not None else self._pack

    @property
    def open(self) -> bool:
        """Whether a consultation is open."""
        return self._sitting is not None

    @property
    def sitting(self) -> Consultation:
        """The open consultation; it is a fault to ask when there is none."""
        if self._sitting is None:
            raise RuntimeError("no consultation is open")
        return self._sitting

    @property
    def unsaved(self) -> bool:
        """Whether a draft is still only in memory."""
        return bool(self._under_way or self._waiting)

    @property
    def waits_for_others(self) -> bool:
        """Whether all that is still in memory was changed by somebody who is not here now."""
        return bool(self._waiting) and not self._under_way and self._next() is None

    def is_saving(self, ident: str) -> bool:
        """Whether a change that this person made of a draft is still only in memory."""
        keys = [*self._under_way, *filter(self._is_mine, self._waiting)]
        return any(key.draft == ident for key in keys)

    @property
    def kept_id(self) -> str:
        """The id of the open consultation when there is a draft of it; else empty."""
        ident = self._sitting.discussion.id if self._sitting is not None else ""
        return ident if ident in self._known else ""

    def begin(self, clinician: Clinician, after: ConsentRecord | None = None) -> None:
        """Open a new consultation, in the place of ``after``; kept as soon as something is said."""
        sitting = self._new_sitting()
        sitting.begin(clinician, after)
        self._take(sitting)

    def resume(self, discussion: Discussion, clinician: Clinician | None = None) -> None:
        """Take up a draft again; one that still waits to be saved is newer than the vault's.

        ``clinician`` leads it from now on; None leaves that as it is.
        """
        sitting = self._new_sitting()
        self._known.add(discussion.id)
        waiting = self._waiting.get(_Key(self._whose, discussion.id))
        sitting.resume(waiting or discussion, clinician)
        self._take(sitting)

    def change(
        self,
        participle: Callable[Concatenate[Discussion, Arguments], Discussion],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> bool:
        """Let one of ``discussion.moves`` happen; True when it did, else ``refused`` says why."""
        if self.read_only and participle(self.sitting.discussion, *args, **kwargs) != (
            self.sitting.discussion
        ):
            return self.may_change()
        return self.act(self.sitting.change, participle, *args, **kwargs)

    def may_change(self) -> bool:
        """Whether something can be changed; else ``refused`` says why not."""
        if self.read_only:
            self.refused.emit(only_reading())
        return not self.read_only

    def act(self, verb: Callable[..., object], *args: Any, **kwargs: Any) -> bool:
        """Run a verb of the consultation; True when it was done, else ``refused`` says why."""
        try:
            verb(*args, **kwargs)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.changed.emit()
        return True

    def finish(self, signatures: tuple[Signature, ...]) -> None:
        """Seal, compose and file the record; then ``filed`` is emitted and the sitting is over."""
        if self._filing or not self.may_change():
            return
        try:
            record = self.sitting.finish(signatures, self.clinic)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._filing = True
        self.save_waiting()
        self.cabinet.file(record, done=self._on_filed, failed=self._on_not_filed)

    def leave(self) -> None:
        """Put the consultation away; its draft is in the vault, or on its way there."""
        self.save_waiting()
        was_open, self._sitting = self._sitting is not None, None
        if was_open:
            self.ended.emit()

    def forget(self, ident: str) -> None:
        """Keep nothing in memory of a draft that is thrown away."""
        for key in [key for key in self._waiting if key.draft == ident]:
            del self._waiting[key]

    def save_waiting(self) -> None:
        """Hand every draft that waits for this person to the worker; what runs first goes on."""
        while (key := self._next()) is not None:
            self._save(key)

    def _new_sitting(self) -> Consultation:
        is_open = self.cabinet.is_open
        self._whose = self.cabinet.person.id if is_open else ""
        self.read_only = is_open and not self.cabinet.may("prepare")
        return Consultation(
            self._pack, clock=self.clock, new_id=self.new_id, keep=self._keep, program=PROGRAM
        )

    def _take(self, sitting: Consultation) -> None:
        self._sitting = sitting
        self.begun.emit()
        self.changed.emit()

    def _is_mine(self, key: "_Key") -> bool:
        return key.person == self.cabinet.person.id

    def _next(self) -> "_Key | None":
        """Give what can be saved now: the first draft that waits for who has the vault open."""
        if not self.cabinet.is_open:
            return None
        return next(filter(self._is_mine, self._waiting), None)

    def _keep(self, discussion: Discussion) -> None:
        if self.read_only:
            return
        if discussion.id not in self._known and _says_nothing(discussion):
            return
        self._known.add(discussion.id)
        self._waiting[_Key(self._whose, discussion.id)] = discussion
        if not self._under_way:
            self._save_next()

    def _save_next(self) -> None:
        if (key := self._next()) is not None:
            self._save(key)
        elif self._waiting:
            self._retry.start()

    def _save(self, key: "_Key") -> None:
        draft = self._waiting.pop(key)
        self._under_way.append(key)
        self.cabinet.save_draft(
            draft, done=self._on_saved, failed=self._on_not_saved, barred=self._on_barred
        )

    def _on_saved(self, saved_at: dt.datetime) -> None:
        self._under_way.pop(0)
        self.draft_saved.emit(saved_at)
        self._save_next()

    def _on_not_saved(self, sentence: str, draft: Discussion) -> None:
        self._waiting.setdefault(self._under_way.pop(0), draft)
        self.draft_waits.emit(sentence)
        self._retry.start()

    def _on_barred(self, sentence: str) -> None:
        """Drop what the vault will not take from this person, however often it is tried."""
        self._under_way.pop(0)
        self.refused.emit(sentence)
        self._save_next()

    def _on_filed(self, filed: Filed) -> None:
        self.forget(filed.record.id)
        self._filing = False
        self._sitting = None
        self.filed.emit(filed)
        self.ended.emit()

    def _on_not_filed(self, sentence: str) -> None:
        self._filing = False
        if self._sitting is not None:
            self._keep(self._sitting.discussion)
        self.refused.emit(sentence)


def only_reading() -> str:
    """Say that a draft is open for reading only."""
    return say("You can read this draft. Your role in this vault does not let you change it.")


def _says_nothing(discussion: Discussion) -> bool:
    blank = Discussion(
        id=discussion.id,
        started=discussion.started,
        pack=discussion.pack,
        clinician=discussion.clinician,
    )
    return blank == replaced(discussion, step=blank.step)
