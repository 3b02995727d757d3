"""What happens with the paper of a sealed record: preview, file, printer, the patient's copy."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from spinecounsel.consultation.filing import Filed
from spinecounsel.dates import moment
from spinecounsel.storage import Event
from spinecounsel.viewing.finished import event_sentence, file_name, finished_view
from spinecounsel.wording import say
from ui.cabinet import Cabinet
from ui.main_window import MainWindow
from ui.pages.finished import FinishedPage
from ui.session import Clock
from ui.wiring.printing import Printing

PREVIEW_DPI = 96


class Paper(QObject):
    """Shows a sealed record and does with its document what people ask."""

    def __init__(
        self, window: MainWindow, cabinet: Cabinet, page: FinishedPage, clock: Clock
    ) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._page, self._clock = window, cabinet, page, clock
        self._filed: Filed | None = None
        self._printing = Printing(self, cabinet)
        self._printing.said.connect(page.say_busy)
        self._printing.file_chosen.connect(self._on_file_selected)
        page.export_asked.connect(self._on_export_asked)
        page.print_asked.connect(self._on_print_asked)
        page.copy_given.connect(self._on_copy_given)

    def show(self, filed: Filed) -> None:
        """Show a sealed record, its preview as soon as it is drawn."""
        self._filed = filed
        self._page.show_view(finished_view(filed.record, ()))
        self._page.show_pages(())
        self._page.say_busy("")
        self._cabinet.pictures(
            filed.document,
            dpi=PREVIEW_DPI,
            done=partial(self._on_pictures, filed),
            failed=self._page.say_busy,
        )
        self._refresh_events()

    def clear(self) -> None:
        """Forget the record."""
        self._filed = None
        self._printing.forget()
        self._page.clear()

    def save_to(self, path: Path) -> None:
        """Save the document to ``path``; the page says where it lies, or what went wrong."""
        if self._filed is None:
            return
        self._page.say_busy(say("Saving ..."))
        self._cabinet.export(self._filed, path, done=self._on_exported, failed=self._page.say_busy)

    def _on_pictures(self, filed: Filed, pages: tuple[bytes, ...]) -> None:
        if filed is self._filed:
            self._page.show_pages(pages)

    def _on_export_asked(self) -> None:
        if self._filed is None:
            return
        self._printing.ask_file(self._window, "finished.file", file_name(self._filed.record))

    def _on_file_selected(self, name: str) -> None:
        self.save_to(Path(name))

    def _on_exported(self, path: Path) -> None:
        self._page.say_busy(say("Saved: {path}", path=path))
        self._refresh_events()

    def _on_print_asked(self) -> None:
        if self._filed is not None:
            self._printing.ask_printer(self._window, self._filed.document)

    def _on_copy_given(self) -> None:
        if self._filed is not None:
            self._cabinet.note_copy_given(
                self._filed.record.id, done=self._on_noted, failed=self._page.say_busy
            )

    def _on_noted(self, _nothing: None) -> None:
        self._page.say_busy(say("Noted: the patient has a copy."))
        self._refresh_events()

    def _refresh_events(self) -> None:
        if self._filed is not None:
            done = partial(self._on_events, self._filed)
            self._cabinet.events(self._filed.record.id, done=done, failed=self._page.say_busy)

    def _on_events(self, filed: Filed, events: tuple[Event, ...]) -> None:
        if filed is self._filed:
            self._page.show_view(finished_view(filed.record, self._sentences(events)))

    def _sentences(self, events: tuple[Event, ...]) -> tuple[str, ...]:
        zone = self._clock().tzinfo
        made = (
            event_sentence(
                event.kind, moment(event.at.astimezone(zone)), str(event.payload.get("file", ""))
            )
            for event in events
        )
        return tuple(sentence for sentence in made if sentence)
