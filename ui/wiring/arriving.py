"""Files that somebody opens with the program: a backup is tried or restored, all else checked."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from spinecounsel.consultation import backups
from spinecounsel.consultation.backups import CheckedBackup
from spinecounsel.frozen import replaced
from spinecounsel.viewing.backup import checked_words, progress_words
from spinecounsel.wording import say
from ui.dialogs.messages import message_box, show_box
from ui.dialogs.restore import TrialDialog
from ui.wiring.backup import facts_of
from ui.wiring.desk import VERIFY, Desk

if TYPE_CHECKING:
    from ui.tasks import Course


class Arriving(QObject):
    """Takes files at the door, where nobody has to unlock anything for them.

    What is no backup goes to the page that checks files, which has a sentence for everything.  A
    backup is restored where no vault can be opened, and only tried where one can: opening a file
    must not put a good vault aside.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._window, self._cabinet = desk, desk.window, desk.cabinet
        self._dialog: TrialDialog | None = None
        self._course: Course | None = None
        look = desk.verify.look
        look.text_size_changed.connect(self._window.text_size_changed)
        look.scheme_chosen.connect(self._window.scheme_chosen)
        look.about_asked.connect(self._window.about_asked)
        look.manual_asked.connect(self._window.manual_asked)
        look.keys_asked.connect(self._window.keys_asked)

    def take(self, files: tuple[Path, ...]) -> None:
        """Show what is to be known of ``files``, or what else is needed for that."""
        papers = tuple(path for path in files if not backups.is_backup(path))
        if files and self._cabinet.is_open:
            self._window.say_sentence(
                say(
                    "A file was opened with SpineCounsel. Lock first, and open it again, or choose "
                    "“Check a PDF” in the list of all consultations."
                )
            )
        elif files and not papers:
            self._take_backup(files[0])
        elif papers:
            self._check(papers)
        if papers and len(papers) < len(files):
            sentence = say(
                "The backup was not opened: it can only be opened without other files. Open it "
                "again, alone."
            )
            self._tell("arrived", sentence)

    def _check(self, papers: tuple[Path, ...]) -> None:
        page = self._desk.verify
        page.stand_alone(alone=True)
        self._window.show_screen(VERIFY, alone=True)
        page.initial_focus().setFocus()
        self._desk.checking.check(papers)

    # ---- a backup

    def _take_backup(self, path: Path) -> None:
        if not path.exists():
            sentence = say(
                "The backup “{name}” is not there. Nothing was changed. If it lies on another "
                "drive, plug that in, and open the backup again.",
                name=path.name,
            )
            self._tell("arrived", sentence)
        elif backups.can_be_opened(self._cabinet.path) and not self._cabinet.is_spoilt:
            self._dialog = TrialDialog(self._window, self._on_given)
            self._dialog.rejected.connect(self._on_rejected)
            self._dialog.open()
            self._dialog.use_file(str(path))
        else:
            self._desk.door.restoring.ask(path)

    def _on_given(self, path: Path, secret: str) -> None:
        work = partial(backups.check_with, path, self._cabinet.path, secret)
        self._course = self._cabinet.beside(
            work, done=partial(self._on_checked, path), failed=self._on_failed
        )
        # the work is in another thread
        self._course.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._on_told(0.0)

    def _on_told(self, share: float) -> None:
        dialog = self._open_dialog()
        if dialog is not None and self._course is not None:
            dialog.show_busy(progress_words(say("Restoring on trial:"), share))

    def _on_rejected(self) -> None:
        if self._course is not None:
            self._course.stop()

    def _on_checked(self, path: Path, found: CheckedBackup) -> None:
        self._course = None
        if (dialog := self._open_dialog()) is not None:
            dialog.accept()
        facts = replaced(facts_of(path, found), behind=0)  # of which vault, is not known here
        words = checked_words(facts, now=self._desk.session.clock())
        self._tell("tried", words)

    def _on_failed(self, sentence: str) -> None:
        self._course = None
        if (dialog := self._open_dialog()) is not None:
            dialog.say_refused(sentence)

    def _tell(self, ident: str, sentence: str) -> None:
        box = message_box(self._window, ident, sentence)
        button = box.addButton(say("Go on"), QMessageBox.ButtonRole.AcceptRole)
        button.setObjectName(f"{ident}.go")
        show_box(box)

    def _open_dialog(self) -> TrialDialog | None:
        dialog = self._dialog
        return dialog if dialog is not None and isValid(dialog) and dialog.isVisible() else None
