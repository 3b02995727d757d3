"""The one sitting that the window holds: the consultation and its draft."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal

from spinecounsel import VERSION
from spinecounsel.consultation.consultation import Consultation
from spinecounsel.consultation.filing import Filed
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import Clinician
from spinecounsel.errors import UserError
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord
from spinecounsel.record.signature import Signature
from ui.cabinet import Cabinet

RETRY_MS = 5_000
PROGRAM = f"SpineCounsel {VERSION}"
Clock = Callable[[], dt.datetime]
Arguments = ParamSpec("Arguments")


class Session(QObject):
    """Holds the consultation and keeps its draft.

    Every verb of the consultation goes through ``act`` and every change through ``change``.  The
    draft is saved by the worker after each; while one save runs, only the newest draft waits.  A
    draft that cannot be saved stays in memory, through a lock too, and is tried again every few
    seconds until there is room.  ``topic_asked(key)`` asks the walk for the card of a topic,
    ``topic_shown(key)`` says which one it shows; ``ahead_shown(option, looking)`` says what of an
    option the page on what lies ahead shows; ``row_shown(key)`` which row of the comparison was
    opened last, empty when it is closed.
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
        self._waiting: dict[str, Discussion] = {}
        self._under_way: list[Discussion] = []
        self._known: set[str] = set()
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
    def kept_id(self) -> str:
        """The id of the open consultation when there is a draft of it; else empty."""
        ident = self._sitting.discussion.id if self._sitting is not None else ""
        return ident if ident in self._known else ""

    def begin(self, clinician: Clinician, after: ConsentRecord | None = None) -> None:
        """Open a new consultation, in the place of ``after``; kept as soon as something is said."""
        sitting = self._new_sitting()
        sitting.begin(clinician, after)
        self._take(sitting)

    def resume(self, discussion: Discussion) -> None:
        """Take up a draft again; one that still waits to be saved is newer than the vault's."""
        sitting = self._new_sitting()
        self._known.add(discussion.id)
        sitting.resume(self._waiting.get(discussion.id, discussion))
        self._take(sitting)

    def change(
        self,
        participle: Callable[Concatenate[Discussion, Arguments], Discussion],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> bool:
        """Let one of ``discussion.moves`` happen; True when it did, else ``refused`` says why."""
        return self.act(self.sitting.change, participle, *args, **kwargs)

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
        if self._filing:
            return
        try:
            record = self.sitting.finish(signatures)
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
        self._waiting.pop(ident, None)

    def save_waiting(self) -> None:
        """Hand every draft that waits to the worker now; what runs first goes on."""
        while self._waiting and self.cabinet.is_open:
            self._save(self._waiting.pop(next(iter(self._waiting))))

    def _new_sitting(self) -> Consultation:
        return Consultation(
            self._pack, clock=self.clock, new_id=self.new_id, keep=self._keep, program=PROGRAM
        )

    def _take(self, sitting: Consultation) -> None:
        self._sitting = sitting
        self.begun.emit()
        self.changed.emit()

    def _keep(self, discussion: Discussion) -> None:
        if discussion.id not in self._known and _says_nothing(discussion):
            return
        self._known.add(discussion.id)
        self._waiting[discussion.id] = discussion
        if not self._under_way:
            self._save_next()

    def _save_next(self) -> None:
        if not self.cabinet.is_open:
            if self._waiting:
                self._retry.start()
        elif self._waiting:
            self._save(self._waiting.pop(next(iter(self._waiting))))

    def _save(self, draft: Discussion) -> None:
        self._under_way.append(draft)
        self.cabinet.save_draft(draft, done=self._on_saved, failed=self._on_not_saved)

    def _on_saved(self, saved_at: dt.datetime) -> None:
        self._under_way.pop(0)
        self.draft_saved.emit(saved_at)
        self._save_next()

    def _on_not_saved(self, sentence: str, draft: Discussion) -> None:
        self._under_way.pop(0)
        self._waiting.setdefault(draft.id, draft)
        self.draft_waits.emit(sentence)
        self._retry.start()

    def _on_filed(self, filed: Filed) -> None:
        self._waiting.pop(filed.record.id, None)
        self._filing = False
        self._sitting = None
        self.filed.emit(filed)
        self.ended.emit()

    def _on_not_filed(self, sentence: str) -> None:
        self._filing = False
        if self._sitting is not None:
            self._keep(self._sitting.discussion)
        self.refused.emit(sentence)


def _says_nothing(discussion: Discussion) -> bool:
    blank = Discussion(
        id=discussion.id,
        started=discussion.started,
        pack=discussion.pack,
        clinician=discussion.clinician,
    )
    return blank == replaced(discussion, step=blank.step)
