"""A vault from a backup, at the door: where there is none, or one that cannot be opened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from spinecounsel.consultation import backups
from spinecounsel.consultation.backups import CheckedBackup
from spinecounsel.viewing.backup import progress_words, restored_words
from spinecounsel.wording import say
from ui.dialogs.messages import message_box, show_box
from ui.dialogs.restore import RestoreDialog
from ui.main_window import MainWindow
from ui.pages.unlock import UnlockPage
from ui.session import Session

if TYPE_CHECKING:
    from ui.tasks import Course


class Restoring(QObject):
    """Restores the vault; ``show()`` shows what can be done at the door afterwards."""

    def __init__(
        self, window: MainWindow, session: Session, page: UnlockPage, show: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window, self._show = window, show
        self._cabinet, self._clock = session.cabinet, session.clock
        self._dialog: RestoreDialog | None = None
        self._course: Course | None = None
        page.restore_asked.connect(self._on_asked)

    def ask(self, path: Path) -> None:
        """Ask for what opens the backup ``path``, which somebody opened with the program."""
        self._on_asked()
        if self._dialog is not None:
            self._dialog.use_file(str(path))

    def _on_asked(self) -> None:
        self._dialog = RestoreDialog(self._window, is_there=self._is_there(), given=self._on_given)
        self._dialog.rejected.connect(self._on_rejected)
        self._dialog.open()

    def _is_there(self) -> bool:
        return backups.is_there(self._cabinet.path)

    def _on_given(self, path: Path, secret: str) -> None:
        work = partial(backups.restore, path, self._cabinet.path, secret, now=self._clock())
        self._course = self._cabinet.beside(work, done=self._on_done, failed=self._on_failed)
        # the work is in another thread
        self._course.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._on_told(0.0)

    def _on_told(self, share: float) -> None:
        dialog = self._open_dialog()
        if dialog is not None and self._course is not None:
            dialog.show_busy(progress_words(say("Restoring:"), share))

    def _on_rejected(self) -> None:
        if self._course is not None:
            self._course.stop()

    def _on_done(self, found: CheckedBackup) -> None:
        self._course = None
        self._cabinet.is_spoilt = False
        if (dialog := self._open_dialog()) is not None:
            dialog.accept()
        self._show()
        words = restored_words(found.made, found.records, found.drafts, now=self._clock())
        box = message_box(self._window, "restored", words)
        button = box.addButton(say("Go on"), QMessageBox.ButtonRole.AcceptRole)
        button.setObjectName("restored.go")
        show_box(box)

    def _on_failed(self, sentence: str) -> None:
        self._course = None
        if (dialog := self._open_dialog()) is not None:
            dialog.say_refused(sentence)
        self._show()

    def _open_dialog(self) -> RestoreDialog | None:
        dialog = self._dialog
        return dialog if dialog is not None and isValid(dialog) and dialog.isVisible() else None
