"""Joins the page that checks files to the worker: roots first, then file by file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from spinecounsel.sealing.verdict import Verdict
from spinecounsel.viewing.verify import Checked, decided_in, verify_view
from spinecounsel.wording import say
from ui.cabinet import Cabinet
from ui.main_window import MainWindow
from ui.pages.verify.page import VerifyPage


class Checking(QObject):
    """Checks the files that people choose or drop, and shows what was found."""

    def __init__(self, window: MainWindow, cabinet: Cabinet, page: VerifyPage) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._page = window, cabinet, page
        self._files: tuple[Path, ...] = ()
        self._checked: tuple[Checked, ...] = ()
        page.choose_asked.connect(self._on_choose_asked)
        page.files_given.connect(self.check)

    def check(self, files: tuple[Path, ...]) -> None:
        """Check ``files``; what was found before is put away."""
        if not files:
            return
        self._files, self._checked = files, ()
        self._show()
        self._cabinet.trusted_roots(done=partial(self._on_roots, files), failed=self._on_refused)

    def clear(self) -> None:
        """Forget the files."""
        self._files, self._checked = (), ()
        self._page.clear()

    def _on_choose_asked(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        kinds = ";;".join((say("PDF (*.pdf)"), say("All files (*)")))
        dialog = QFileDialog(self._window, say("Choose files to check"), folder, kinds)
        dialog.setObjectName("verify.files")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def _on_files_selected(self, names: list[str]) -> None:
        self.check(tuple(Path(name) for name in names))

    def _on_roots(self, files: tuple[Path, ...], roots: tuple[bytes, ...]) -> None:
        for path in files if files is self._files else ():
            self._cabinet.check_file(
                path,
                roots,
                done=partial(self._on_checked, files, path),
                failed=self._on_refused,
            )

    def _on_checked(self, files: tuple[Path, ...], path: Path, found: Verdict) -> None:
        if files is not self._files:  # others were chosen, or the vault was locked, since
            return
        self._checked = (*self._checked, _checked(path, found))
        self._show()
        if len(self._checked) == len(files):
            self._page.lead_to_rows()

    def _on_refused(self, sentence: str) -> None:
        self.clear()
        self._window.say_sentence(sentence)

    def _show(self) -> None:
        waiting = len(self._files) - len(self._checked)
        self._page.show_view(verify_view(self._checked, waiting=waiting))


def _checked(path: Path, found: Verdict) -> Checked:
    return Checked(
        name=path.name,
        state=str(found.state),
        reason=found.reason,
        number=found.number,
        kind=found.kind,
        decided=decided_in(found.record),
        is_vault_older=found.is_vault_older,
    )
