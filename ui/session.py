"""The one sitting that the window holds: the consultation and its draft."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from spinecounsel.consultation.consultation import Consultation

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import Clinician
from spinecounsel.errors import UserError
from spinecounsel.record.signature import Signature
from ui.cabinet import Cabinet

RETRY_MS = 5_000
Clock = Callable[[], dt.datetime]


class Session(QObject):
    """Holds the consultation and keeps its draft.

    Every verb of the consultation goes through ``act``.  The draft is saved by the worker after
    each change; while
    one save runs, only the newest draft waits.  A draft that cannot be saved stays in memory and is
    tried
    again every few seconds until there is room.
    """

    begun = Signal()
    ended = Signal()
    changed = Signal()
    draft_saved = Signal(object)
    draft_waits = Signal(str)
    refused = Signal(str)
    filed = Signal(object)

    def __init__(
        self, pack: ContentPack, cabinet: Cabinet, clock: Clock, new_id: Callable[[], str]
    ) -> None:
        super().__init__()
        self.pack = pack
        self.cabinet = cabinet
        self.clock = clock
        self._new_id = new_id
        self._sitting: Consultation | None = None
        self._newest: Discussion | None = None
        self._saving = False
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._save_newest)

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
        return self._saving or self._newest is not None

    def begin(self, clinician: Clinician) -> None:
        """Open a new consultation."""
        sitting = self._new_sitting()
        sitting.begin(clinician)
        self._take(sitting)

    def resume(self, discussion: Discussion) -> None:
        """Take up a draft again."""
        sitting = self._new_sitting()
        sitting.resume(discussion)
        self._take(sitting)

    def act(self, verb: Callable[..., object], *args: Any, **kwargs: Any) -> bool:
        """Run a verb of the consultation; say a ``UserError`` at the foot.  True when it was done."""
        try:
            verb(*args, **kwargs)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.changed.emit()
        return True

    def finish(self, signatures: tuple[Signature, ...]) -> None:
        """Seal, compose and file the record; then ``filed`` is emitted and the sitting is over."""
        try:
            record = self.sitting.finish(signatures)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._newest = None
        self._retry.stop()
        self.cabinet.file(record, done=self._on_filed, failed=self._on_not_filed)

    def leave(self) -> None:
        """Put the consultation away; its draft stays in the vault."""
        self._sitting = None
        self.ended.emit()

    def _new_sitting(self) -> Consultation:
        return Consultation(self.pack, clock=self.clock, new_id=self._new_id, keep=self._keep)

    def _take(self, sitting: Consultation) -> None:
        self._sitting = sitting
        self.begun.emit()
        self.changed.emit()

    def _keep(self, discussion: Discussion) -> None:
        self._newest = discussion
        if not self._saving:
            self._save_newest()

    def _save_newest(self) -> None:
        if self._newest is None:
            return
        draft, self._newest, self._saving = self._newest, None, True
        self.cabinet.save_draft(draft, done=self._on_saved, failed=self._on_not_saved)

    def _on_saved(self, saved_at: dt.datetime) -> None:
        self._saving = False
        self.draft_saved.emit(saved_at)
        self._save_newest()

    def _on_not_saved(self, sentence: str, draft: Discussion) -> None:
        self._saving = False
        self._newest = self._newest or draft
        self.draft_waits.emit(sentence)
        self._retry.start()

    def _on_filed(self, filed: object) -> None:
        self._sitting = None
        self.filed.emit(filed)
        self.ended.emit()

    def _on_not_filed(self, sentence: str) -> None:
        self._keep(self.sitting.discussion)
        self.refused.emit(sentence)
