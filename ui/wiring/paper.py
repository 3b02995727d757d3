"""What happens with the papers of a sealed record: preview, file, printer, who got which."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation.filing import Filed, note_printed
from spinecounsel.consultation.keeping import history_of
from spinecounsel.document import DocumentKind, Passage
from spinecounsel.viewing.finished import (
    asks_first,
    file_name,
    finished_view,
    making,
    whole_record_question,
)
from spinecounsel.wording import say
from ui.cabinet import Cabinet
from ui.dialogs.messages import Messages
from ui.dialogs.saving import ask_where
from ui.main_window import MainWindow
from ui.pages.finished import FinishedPage
from ui.session import Clock
from ui.wiring.printing import Printing


class Paper(QObject):
    """Shows a sealed record and does with its documents what people ask.

    A document is made and sealed once for as long as the record is shown, so that what was seen,
    printed and saved is the same file.  Before the letter leaves for the first time, people are
    asked whether the whole record may go along; so they are where ``warn_with`` gives a sentence
    on what was added to the record since.

    ``shown(filed)`` when a record is shown, ``cleared()`` when it is put away.
    """

    shown = Signal(object)
    cleared = Signal()

    def __init__(
        self,
        window: MainWindow,
        cabinet: Cabinet,
        page: FinishedPage,
        clock: Clock,
        messages: Messages,
    ) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._page, self._clock = window, cabinet, page, clock
        self._filed: Filed | None = None
        self._kind = DocumentKind.RECORD
        self._made: dict[DocumentKind, bytes] = {}
        self._events: tuple[str, ...] = ()
        self._agreed: set[DocumentKind] = set()
        self._warning: Callable[[], str] = str
        self._warned = False
        self._messages = messages
        self._printing = Printing(self, cabinet)
        self._printing.said.connect(page.say_busy)
        self._printing.printed.connect(self._on_printed)
        page.export_asked.connect(self._on_export_asked)
        page.print_asked.connect(self._on_print_asked)
        page.given.connect(self._on_given)
        page.shelf.kind_chosen.connect(self._on_kind_chosen)
        page.shelf.page_wanted.connect(self._on_page_wanted)
        page.shelf.words_wanted.connect(self._on_words_wanted)

    def show(self, filed: Filed) -> None:
        """Show a sealed record, its preview as soon as it is drawn."""
        self._filed = filed
        self._made = {DocumentKind.RECORD: filed.document}
        self._events = ()
        self._agreed.clear()
        self._warned = False
        self.shown.emit(filed)
        self._kind = DocumentKind.RECORD
        self._page.say_busy("")
        self._page.shelf.show_document(())
        self._show_view()
        self._show_document()
        self.refresh_events()

    @property
    def shown_id(self) -> str:
        """The id of the record that is shown, or empty."""
        return self._filed.record.id if self._filed is not None else ""

    def clear(self) -> None:
        """Forget the record."""
        self._filed = None
        self._made = {}
        self._events = ()
        self._agreed.clear()
        self._printing.forget()
        self._page.clear()
        self.cleared.emit()

    def warn_with(self, warning: Callable[[], str]) -> None:
        """Ask ``warning`` for a sentence before a document leaves; it may be empty."""
        self._warning = warning

    def save_to(self, path: Path) -> None:
        """Save the document in sight to ``path``; the page says where it lies, or what failed."""
        document = self._made.get(self._kind)
        if self._filed is None or document is None:
            return
        self._page.say_busy(say("Saving ..."))
        self._cabinet.export(
            self._filed.record.id,
            self._kind,
            document,
            path,
            done=self._on_exported,
            failed=self._page.say_busy,
        )

    def _show_view(self) -> None:
        if self._filed is not None:
            view = finished_view(self._filed.record, self._events, self._kind)
            self._page.show_view(view)

    def _on_kind_chosen(self, key: str) -> None:
        if self._filed is None or key == self._kind:
            return
        self._kind = DocumentKind(key)
        self._page.shelf.show_document(())
        self._show_view()
        if self._kind in self._made:
            self._page.say_busy("")
            self._show_document()
            return
        self._page.say_busy(making(self._kind))
        self._cabinet.document(
            self._filed.record,
            self._kind,
            done=partial(self._on_made, self._filed, self._kind),
            failed=partial(self._on_not_made, self._filed, self._kind),
        )

    def _on_made(self, filed: Filed, kind: DocumentKind, document: bytes) -> None:
        if filed is not self._filed:
            return
        self._made[kind] = document
        if kind is self._kind:
            self._page.say_busy("")
            self._show_document()

    def _on_not_made(self, filed: Filed, kind: DocumentKind, sentence: str) -> None:
        """Say it, and show the record again: the other one can then be asked for once more."""
        if filed is self._filed and kind is self._kind:
            self._kind = DocumentKind.RECORD
            self._show_view()
            self._show_document()
            self._page.say_busy(sentence)

    def _show_document(self) -> None:
        document = self._made[self._kind]
        self._cabinet.sizes(
            document, done=partial(self._on_sizes, document), failed=self._page.say_busy
        )

    def _on_sizes(self, document: bytes, sizes: tuple[tuple[float, float], ...]) -> None:
        if self._is_seen(document):
            self._page.shelf.show_document(sizes)

    def _on_page_wanted(self, number: int, width: int) -> None:
        document = self._made.get(self._kind)
        if document is not None:
            self._cabinet.picture(
                document,
                number,
                width,
                done=partial(self._on_picture, document, number),
                failed=self._page.say_busy,
            )

    def _on_picture(self, document: bytes, number: int, picture: bytes) -> None:
        if self._is_seen(document):
            self._page.shelf.preview.show_page(number, picture)

    def _on_words_wanted(self) -> None:
        document = self._made.get(self._kind)
        if document is not None:
            self._cabinet.passages(
                document, done=partial(self._on_words, document), failed=self._page.say_busy
            )

    def _on_words(self, document: bytes, passages: tuple[Passage, ...]) -> None:
        if self._is_seen(document):
            self._page.shelf.show_words(passages)

    def _is_seen(self, document: bytes) -> bool:
        """Whether ``document`` is still the one in sight when an answer about it comes home."""
        return self._made.get(self._kind) is document

    def _ask_first(self, act: Callable[[], None]) -> None:
        """Do ``act``, after people agreed where they have to be asked."""
        warning, document = self._warning(), self._made.get(self._kind)
        if not warning or self._warned or document is None:
            self._ask_about_record(act)
            return
        self._messages.ask(
            warning,
            yes=say("Yes, let it go out"),
            no=say("No, keep it here"),
            agreed=partial(self._on_warned, document, act),
        )

    def _on_warned(self, document: bytes, act: Callable[[], None]) -> None:
        if self._is_seen(document):
            self._warned = True
            self._ask_about_record(act)

    def _ask_about_record(self, act: Callable[[], None]) -> None:
        if not asks_first(self._kind) or self._kind in self._agreed:
            act()
            return
        document = self._made.get(self._kind)
        if document is not None:
            self._messages.ask(
                whole_record_question(),
                yes=say("Yes, the record may go along"),
                no=say("No, keep the letter here"),
                agreed=partial(self._on_agreed, document, act),
            )

    def _on_agreed(self, document: bytes, act: Callable[[], None]) -> None:
        if self._is_seen(document):
            self._agreed.add(self._kind)
            act()

    def _on_export_asked(self, named: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._ask_first(partial(self._export, named=named))

    def _export(self, *, named: bool) -> None:
        if self._filed is None or self._kind not in self._made:
            return
        today = self._clock().date()
        name = file_name(self._filed.record, self._kind, today, named=named)
        ask_where(self._window, "finished.file", name, self._on_file_selected)

    def _on_file_selected(self, name: str) -> None:
        self.save_to(Path(name))

    def _on_exported(self, path: Path) -> None:
        self._page.say_busy(say("Saved: {path}", path=path))
        self.refresh_events()

    def _on_print_asked(self) -> None:
        self._ask_first(self._print)

    def _print(self) -> None:
        if document := self._made.get(self._kind):
            self._printing.ask_printer(self._window, document)

    def _on_printed(self, document: bytes) -> None:
        kinds = [kind for kind, made in self._made.items() if made == document]
        if self._filed is not None and kinds:
            self._cabinet.ask(
                note_printed,
                ident=self._filed.record.id,
                kind=kinds[0],
                document=document,
                now=self._clock(),
                done=self._on_noted_printing,
                failed=self._page.say_busy,
            )

    def _on_noted_printing(self, _nothing: object) -> None:
        self.refresh_events()

    def _on_given(self, way: str) -> None:
        self._ask_first(partial(self._give, way))

    def _give(self, way: str) -> None:
        document = self._made.get(self._kind)
        if self._filed is not None and document is not None:
            self._cabinet.note_given(
                self._filed.record.id,
                self._kind,
                document,
                way,
                done=self._on_noted,
                failed=self._page.say_busy,
            )

    def _on_noted(self, _nothing: None) -> None:
        self._page.say_busy(say("Noted in the history of this record."))
        self.refresh_events()

    def refresh_events(self) -> None:
        """Ask once more what happened to the record that is shown."""
        if self._filed is not None:
            done = partial(self._on_events, self._filed)
            self._cabinet.ask(
                history_of,
                record_id=self._filed.record.id,
                zone=self._clock().tzinfo,
                done=done,
                failed=self._page.say_busy,
            )

    def _on_events(self, filed: Filed, events: tuple[str, ...]) -> None:
        if filed is self._filed:
            self._events = events
            self._show_view()
