"""Joins the section on backups to the vault; what takes long can be stopped and blocks nothing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt

from spinecounsel.consultation import backups
from spinecounsel.consultation.backups import (
    BackupJob,
    BackupRule,
    BackupState,
    CheckedBackup,
    CheckJob,
    MadeBackup,
)
from spinecounsel.viewing.backup import (
    BackupFacts,
    CheckedFacts,
    backup_view,
    checked_words,
    made_words,
    progress_words,
)
from spinecounsel.wording import say
from ui.dialogs.restore import OtherKeyDialog, choose_backup, choose_folder
from ui.main_window import MainWindow
from ui.pages.vault.backup import BackupSection
from ui.session import Session
from ui.tasks import Course


class BackupWiring(QObject):
    """Makes and checks backups when people ask, and by the rule when the vault is unlocked."""

    def __init__(self, window: MainWindow, session: Session, section: BackupSection) -> None:
        super().__init__(window)
        self._window, self._section = window, section
        self._cabinet, self._clock = session.cabinet, session.clock
        self._rule = BackupRule()
        self._course: Course | None = None
        self._what = ""
        section.make_asked.connect(self._on_make_asked)
        section.check_asked.connect(self._on_check_asked)
        section.stop_asked.connect(self._on_stop_asked)
        section.rule.folder_asked.connect(self._on_folder_asked)
        section.rule.off_asked.connect(self._on_off_asked)
        section.rule.numbers_changed.connect(self._on_numbers_changed)

    def show(self) -> None:
        """Show how the backups stand."""
        if self._cabinet.is_open:
            self._section.transfer.offer_export(offered=self._cabinet.may("read"))
            self._ask(backups.state, self._on_state, now=self._clock())

    def clear(self) -> None:
        """Say nothing any more."""
        self._course = None
        self._section.clear()

    def make_due(self) -> None:
        """Make the backup that is due by rule, in the background; say so only when it failed."""
        if self._cabinet.is_open:
            self._cabinet.ask(
                backups.begin_due,
                now=self._clock(),
                done=self._on_due,
                failed=self._on_due_refused,
            )

    def follow(self, what: str, course: Course) -> None:
        """Show how far long work is, until ``finish``."""
        self._course = course
        self._section.say("")
        self._section.show_course(progress_words(what, 0.0))
        self._what = what
        # the work is in another thread
        course.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def finish(self, sentence: str) -> None:
        """Say what came of it; what comes after the lock is shown to nobody."""
        self._course = None
        if self._cabinet.is_open:
            self._section.show_course("")
            self._section.say(sentence)
            self.show()

    def _ask(self, work: Callable[..., Any], done: Callable[[Any], None], **more: Any) -> None:
        self._cabinet.ask(work, done=done, failed=self.finish, **more)

    def _on_told(self, share: float) -> None:
        if self._course is not None:
            self._section.show_course(progress_words(self._what, share))

    def _on_stop_asked(self) -> None:
        if self._course is not None:
            self._course.stop()

    def _on_state(self, state: BackupState) -> None:
        self._rule = state.rule
        if self._cabinet.is_open:
            self._section.show_view(backup_view(_facts(state), now=self._clock()))

    # ---- making one

    def _on_make_asked(self) -> None:
        title = say("Choose where the backup goes")
        choose_folder(self._window, title, self._rule.folder, self._on_make_into)

    def _on_make_into(self, folder: str) -> None:
        if self._cabinet.is_open:
            self._ask(backups.begin, self._on_job, folder=Path(folder), now=self._clock())

    def _on_job(self, job: BackupJob) -> None:
        if not self._cabinet.is_open:
            job.forget()
            return
        course = self._cabinet.beside(job.run, done=self._on_made, failed=self.finish)
        self.follow(say("Making the backup:"), course)

    def _on_made(self, made: MadeBackup) -> None:
        if self._cabinet.is_open:
            self._ask(backups.note, partial(self._on_noted, made), made=made, now=self._clock())

    def _on_noted(self, made: MadeBackup, deleted: int) -> None:
        self.finish(made_words(made.path.name, made.size, deleted))

    # ---- by rule

    def _on_due(self, job: BackupJob | None) -> None:
        if job is None:
            return
        if not self._cabinet.is_open:
            job.forget()
            return
        self._cabinet.beside(job.run, done=self._on_due_made, failed=self._on_due_refused)

    def _on_due_made(self, made: MadeBackup) -> None:
        if self._cabinet.is_open:
            self._cabinet.ask(
                backups.note,
                made=made,
                now=self._clock(),
                done=self._on_due_noted,
                failed=self._on_due_refused,
            )

    def _on_due_noted(self, _deleted: int) -> None:
        if self._cabinet.is_open:
            self._window.say_sentence(say("The backup that was due was made."), warns=False)
            self.show()

    def _on_due_refused(self, sentence: str) -> None:
        if self._cabinet.is_open:
            self._window.say_sentence(say("A backup is due. {reason}", reason=sentence))

    # ---- the rule

    def _on_folder_asked(self) -> None:
        title = say("Choose where backups go by themselves")
        choose_folder(self._window, title, self._rule.folder, self._on_folder)

    def _on_folder(self, folder: str) -> None:
        self._set(folder, self._rule.days, self._rule.last, self._rule.months)

    def _on_off_asked(self) -> None:
        self._on_folder("")

    def _on_numbers_changed(self, days: int, last: int, months: int) -> None:
        self._set(self._rule.folder, days, last, months)

    def _set(self, folder: str, days: int, last: int, months: int) -> None:
        if self._cabinet.is_open:
            rule = BackupRule(folder=folder, days=days, last=last, months=months)
            self._ask(backups.set_rule, self._on_rule_set, rule=rule, now=self._clock())

    def _on_rule_set(self, state: BackupState) -> None:
        self._section.say("")
        self._on_state(state)

    # ---- checking one

    def _on_check_asked(self) -> None:
        choose_backup(self._window, self._on_check_chosen)

    def _on_check_chosen(self, name: str) -> None:
        if self._cabinet.is_open:
            path = Path(name)
            self._ask(backups.begin_check, partial(self._on_check_job, path), path=path)

    def _on_check_job(self, path: Path, job: CheckJob) -> None:
        if not self._cabinet.is_open:
            job.forget()
            return
        self._check(path, partial(backups.check, job))

    def _check(self, path: Path, work: Callable[..., CheckedBackup | None]) -> None:
        course = self._cabinet.beside(
            work, done=partial(self._on_checked, path), failed=self.finish
        )
        self.follow(say("Restoring on trial:"), course)

    def _on_checked(self, path: Path, found: CheckedBackup | None) -> None:
        if not self._cabinet.is_open:
            return
        if found is None:
            self.finish("")
            OtherKeyDialog(self._window, partial(self._on_secret, path)).open()
            return
        done = partial(self._on_check_noted, path)
        self._ask(backups.note_check, done, found=found, now=self._clock())

    def _on_secret(self, path: Path, secret: str) -> None:
        if self._cabinet.is_open:
            self._check(path, partial(backups.check_with, path, self._cabinet.path, secret))

    def _on_check_noted(self, path: Path, found: CheckedBackup) -> None:
        self.finish(checked_words(facts_of(path, found), now=self._clock()))


def _facts(state: BackupState) -> BackupFacts:
    last, rule = state.last, state.rule
    return BackupFacts(
        made=last.made if last else None,
        made_in=last.folder if last else "",
        size=last.size if last else 0,
        due=state.due,
        folder=rule.folder,
        days=rule.days,
        last=rule.last,
        months=rule.months,
    )


def facts_of(path: Path, found: CheckedBackup) -> CheckedFacts:
    """Give what is said of a backup that was checked."""
    return CheckedFacts(
        name=path.name,
        made=found.made,
        records=found.records,
        drafts=found.drafts,
        program=found.program,
        still_held=found.still_held,
        behind=found.behind,
    )
