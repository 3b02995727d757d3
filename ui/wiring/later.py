"""Joins what was added to a finished record to the page, and adds to it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from spinecounsel.consultation.additions import Adding, FiledAddition, add, additions
from spinecounsel.consultation.filing import Filed
from spinecounsel.discussion.people import Clinician
from spinecounsel.record.addition import (
    Matter,
    ToldHow,
    Withdrawal,
    WithdrawnBy,
    addendum,
    withdrawn,
)
from spinecounsel.viewing.later import (
    LaterView,
    file_name_of,
    later_view,
    read_told,
    told_now,
    warning,
    ways_told,
    who_withdraws,
)
from spinecounsel.wording import say
from ui.dialogs.addition import AddendumDialog, AdditionDialog, WithdrawalDialog
from ui.dialogs.saving import ask_where
from ui.main_window import MainWindow
from ui.pages.finished import FinishedPage
from ui.session import PROGRAM, Session
from ui.wiring.paper import Paper
from ui.wiring.printing import Printing


class LaterWiring(QObject):
    """Shows what was added to the record that ``paper`` shows, and adds to it."""

    def __init__(
        self, window: MainWindow, session: Session, page: FinishedPage, paper: Paper
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._page, self._paper = window, session, page, paper
        self._cabinet = session.cabinet
        self._filed: Filed | None = None
        self._found: tuple[FiledAddition, ...] | None = None
        self._dialog: AdditionDialog | None = None
        self._printing = Printing(self, self._cabinet)
        self._printing.said.connect(page.say_busy)
        card = page.later
        card.add_asked.connect(self._on_add_asked)
        card.withdraw_asked.connect(self._on_withdraw_asked)
        card.replace_asked.connect(self._on_replace_asked)
        card.record_asked.connect(self._on_record_asked)
        card.save_asked.connect(self._on_save_asked)
        card.print_asked.connect(self._on_print_asked)
        paper.shown.connect(self._show)
        paper.cleared.connect(self._clear)
        paper.warn_with(self._warning)

    def _show(self, filed: Filed) -> None:
        """Show what was added to a record."""
        self._filed, self._found = filed, None
        self._page.show_later(self._view())
        self._ask()

    def _clear(self) -> None:
        """Forget the record."""
        self._filed, self._found = None, None
        self._printing.forget()
        self._page.show_later(None)

    def _warning(self) -> str:
        """Say what must be known before a document of this record leaves; empty for nothing."""
        if self._filed is None:
            return ""
        return warning(self._filed.record, [each.addition for each in self._found or ()])

    def _view(self) -> LaterView:
        assert self._filed is not None  # noqa: S101 - asked only while a record is shown
        found = self._found
        return later_view(
            self._filed.record,
            None if found is None else [each.addition for each in found],
            may_sign=self._cabinet.may("sign"),
            now=self._session.clock(),
        )

    def _ask(self) -> None:
        if self._filed is not None and self._cabinet.is_open:
            self._cabinet.ask(
                additions,
                record_id=self._filed.record.id,
                done=partial(self._on_additions, self._filed),
                failed=self._page.say_busy,
            )

    def _on_additions(self, filed: Filed, found: tuple[FiledAddition, ...]) -> None:
        if filed is self._filed:
            self._found = found
            self._page.show_later(self._view())

    # ---- adding

    def _on_add_asked(self) -> None:
        self._open(AddendumDialog(self._window, self._on_addendum_given))

    def _on_withdraw_asked(self) -> None:
        now = told_now(self._session.clock())
        dialog = WithdrawalDialog(
            self._window, who_withdraws(), ways_told(), now, self._on_withdrawal_given
        )
        self._open(dialog)

    def _on_replace_asked(self) -> None:
        if self._filed is not None:
            record, who = self._filed.record, self._cabinet.person
            self._paper.clear()
            self._session.begin(Clinician(name=who.name, role=who.title), record)

    def _on_record_asked(self, ident: str) -> None:
        if self._cabinet.is_open:
            self._cabinet.open_record(ident, done=self._on_record, failed=self._page.say_busy)

    def _on_record(self, filed: Filed) -> None:
        if self._cabinet.is_open and self._filed is not None:
            self._paper.show(filed)

    def _open(self, dialog: AdditionDialog) -> None:
        self._dialog = dialog
        dialog.open()

    def _on_addendum_given(self, words: dict[str, str], passphrase: str) -> None:
        self._confirm(addendum(words["text"]), passphrase)

    def _on_withdrawal_given(self, words: dict[str, str], passphrase: str) -> None:
        told = read_told(words["day"], words["time"], self._session.clock())
        if told.when is None:
            self._on_refused(told.problem)
            return
        withdrawal = Withdrawal(
            by=WithdrawnBy(words["who"]),
            name=words["name"],
            when=told.when,
            how=ToldHow(words["how"]),
            words=words["words"],
        )
        self._confirm(withdrawn(withdrawal), passphrase)

    def _confirm(self, matter: Matter, passphrase: str) -> None:
        if self._filed is not None and self._cabinet.is_open:
            done = partial(self._on_confirmed, self._filed, self._dialog, matter)
            self._cabinet.confirm(passphrase, done=done, failed=self._on_refused)

    def _on_confirmed(
        self, filed: Filed, dialog: AdditionDialog | None, matter: Matter, _nothing: object
    ) -> None:
        """Add it, unless the record or the form was put away in the meantime."""
        if filed is not self._filed or dialog is not self._open_dialog():
            return
        adding = Adding(
            record_id=filed.record.id,
            ident=self._session.new_id(),
            matter=matter,
            program=PROGRAM,
        )
        self._cabinet.ask_sealed(add, adding=adding, done=self._on_added, failed=self._on_refused)

    def _on_added(self, _addition: FiledAddition) -> None:
        if (dialog := self._open_dialog()) is not None:
            dialog.accept()
        self._ask()
        self._paper.refresh_events()

    def _on_refused(self, sentence: str) -> None:
        if (dialog := self._open_dialog()) is not None:
            dialog.say_refused(sentence)

    def _open_dialog(self) -> AdditionDialog | None:
        dialog = self._dialog
        return dialog if dialog is not None and isValid(dialog) and dialog.isVisible() else None

    # ---- the papers

    def _on_save_asked(self, ident: str) -> None:
        if (found := self._addition(ident)) is not None:
            ask_where(
                self._window,
                "finished.later.file",
                file_name_of(found.addition),
                partial(self._on_place, found),
            )

    def _on_place(self, found: FiledAddition, name: str) -> None:
        if self._cabinet.is_open:
            self._cabinet.save_file(
                Path(name), found.document, done=self._on_saved, failed=self._page.say_busy
            )

    def _on_saved(self, path: Path) -> None:
        self._page.say_busy(say("Saved: {path}", path=path))

    def _on_print_asked(self, ident: str) -> None:
        if (found := self._addition(ident)) is not None:
            self._printing.ask_printer(self._window, found.document)

    def _addition(self, ident: str) -> FiledAddition | None:
        return next((each for each in self._found or () if each.addition.id == ident), None)
