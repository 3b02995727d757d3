"""Joins export and import to the vault; before anything leaves it unencrypted, people are asked."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from spinecounsel.consultation import backups
from spinecounsel.consultation.backups import OfPatient, Taken
from spinecounsel.consultation.transfer import Exported, all_records, export_records
from spinecounsel.consultation.transfer_in import Imported, import_records
from spinecounsel.viewing.backup import (
    ImportFacts,
    export_name,
    export_question,
    exported_words,
    imported_words,
)
from spinecounsel.wording import say
from ui.dialogs.messages import Messages
from ui.dialogs.saving import ask_where
from ui.main_window import MainWindow
from ui.pages.vault.backup import BackupSection
from ui.session import Session
from ui.wiring.backup import BackupWiring
from ui.wiring.vault import Section, VaultScreen

BACKUP = "backup"


class TransferWiring(QObject):
    """Exports the records of one patient or of all, and imports those of another vault."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        section: BackupSection,
        backup: BackupWiring,
        messages: Messages,
    ) -> None:
        super().__init__(window)
        self._window, self._messages, self._backup = window, messages, backup
        self._cabinet, self._clock = session.cabinet, session.clock
        self._idents: tuple[str, ...] = ()
        card = section.transfer
        card.one_asked.connect(self._on_one_asked)
        card.all_asked.connect(self._on_all_asked)
        card.import_asked.connect(self._on_import_asked)

    # ---- out

    def _on_one_asked(self, number: str) -> None:
        if self._cabinet.is_open:
            self._cabinet.ask(
                backups.records_of, number=number, done=self._on_found, failed=self._backup.finish
            )

    def _on_found(self, found: tuple[OfPatient, ...]) -> None:
        if not found:
            self._backup.finish(
                say("Nobody with this number has a finished record here. Nothing was exported.")
            )
        elif len(found) > 1:
            names = "; ".join(f"{each.name} ({each.number})" for each in found)
            self._backup.finish(
                say(
                    "Several people have this number: {names}. Nothing was exported. Put the "
                    "numbers right first.",
                    names=names,
                )
            )
        else:
            self._ask_first(found[0].idents, found[0].name)

    def _on_all_asked(self) -> None:
        if self._cabinet.is_open:
            done, failed = partial(self._ask_first, name=""), self._backup.finish
            self._cabinet.ask(all_records, done=done, failed=failed)

    def _ask_first(self, idents: tuple[str, ...], name: str) -> None:
        if not self._cabinet.is_open:
            return
        if not idents:
            self._backup.finish(say("There is no finished record yet. Nothing was exported."))
            return
        self._idents = idents
        self._messages.ask(
            export_question(len(idents), name),
            yes=say("Write it, not encrypted"),
            no=say("Do not export"),
            agreed=self._on_agreed,
        )

    def _on_agreed(self) -> None:
        title = say("Save the export, NOT encrypted")
        name = export_name(self._clock())
        ask_where(self._window, "vault.transfer.file", name, self._on_where, title=title)

    def _on_where(self, name: str) -> None:
        if self._cabinet.is_open:
            work = partial(export_records, path=Path(name), idents=self._idents, now=self._clock())
            course = self._cabinet.ask_long(
                work, done=self._on_exported, failed=self._backup.finish
            )
            self._backup.follow(say("Exporting:"), course)

    def _on_exported(self, made: Exported) -> None:
        self._backup.finish(exported_words(str(made.path), made.records, made.size))

    # ---- in

    def _on_import_asked(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = ";;".join((say("Exports (*.zip)"), say("All files (*)")))
        dialog = QFileDialog(self._window, say("Choose an export of SpineCounsel"), folder, kinds)
        dialog.setObjectName("vault.transfer.chosen")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_import_chosen)
        dialog.open()

    def _on_import_chosen(self, name: str) -> None:
        if self._cabinet.is_open:
            work = partial(import_records, path=Path(name), now=self._clock())
            course = self._cabinet.ask_long(
                work, done=self._on_imported, failed=self._backup.finish
            )
            self._backup.follow(say("Importing:"), course)

    def _on_imported(self, found: Imported) -> None:
        self._backup.finish(imported_words(_facts(found)))


def add_backup(
    window: MainWindow,
    session: Session,
    screen: VaultScreen,
    messages: Messages,
    section: BackupSection,
) -> BackupWiring:
    """Add the section on backups to the screen of the vault; give what makes those that are due."""
    backup = BackupWiring(window, session, section)
    TransferWiring(window, session, section, backup, messages)  # lives as long as the window
    screen.add(
        Section(
            key=BACKUP,
            title=say("Backup"),
            widget=section,
            show=backup.show,
            clear=backup.clear,
            acts=("keep vault",),
        )
    )
    section.told.connect(partial(_bring_into_view, screen, section))
    return backup


def _bring_into_view(screen: VaultScreen, section: BackupSection) -> None:
    scroll = screen.page.scroll_of(BACKUP)
    scroll.make_room(section.news)
    scroll.ensureWidgetVisible(section.news)


def _facts(found: Imported) -> ImportFacts:
    return ImportFacts(
        new=len(found.of(Taken.NEW)),
        more=len(found.of(Taken.MORE)),
        same=len(found.of(Taken.SAME)),
        other=_named(found, Taken.OTHER),
        erased=_named(found, Taken.ERASED),
    )


def _named(found: Imported, kind: Taken) -> tuple[str, ...]:
    return tuple(f"{each.name} ({each.id})" for each in found.of(kind))
