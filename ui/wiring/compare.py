"""Joins the comparison to the session."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from spinecounsel.consultation.comparing import comparison_sheet
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison
from spinecounsel.viewing import compare_choice as choice
from spinecounsel.viewing.compare import compare_view
from spinecounsel.wording import say
from ui.dialogs.saving import ask_where
from ui.pages.compare.page import ComparePage
from ui.session import PROGRAM, Session
from ui.wiring.printing import Printing
from ui.wiring.wiring import Wiring

Then = Callable[[], None]


class CompareWiring(Wiring):
    """Notes that the options were compared, and which of them in which rows; prints one sheet."""

    def __init__(self, session: Session) -> None:
        self._page = ComparePage()
        super().__init__(self._page, session)
        self._printing = Printing(self, session.cabinet)
        self._printing.said.connect(self._page.say_sentence)
        self._sheet = b""
        self._page.everything_asked.connect(self._on_everything_asked)
        self._page.option_picked.connect(self._on_option_picked)
        self._page.row_picked.connect(self._on_row_picked)
        self._page.matters_asked.connect(self._on_matters_asked)
        self._page.row_opened.connect(session.row_shown)
        self._page.print_asked.connect(self._on_print_asked)
        self._page.save_asked.connect(self._on_save_asked)

    def show(self) -> None:
        """Give the page a fresh view, and note once that it was looked at."""
        sitting = self.session.sitting
        if not sitting.discussion.compared:
            self.session.act(self.session.sitting.note, moves.comparing)
            return  # shown again by that change
        if self.is_anew():
            view = compare_view(self.session.pack, sitting.discussion, sitting.agenda)
            self._page.show_view(view)

    def save_to(self, name: str) -> None:
        """Save the sheet that was made last; the page says where it lies, or what went wrong."""
        self.session.cabinet.save_file(
            Path(name), self._sheet, done=self._on_saved, failed=self._on_refused
        )

    def _on_everything_asked(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        said = self.session.sitting.discussion
        self._select(choice.picking_everything(self.session.pack, said, on=on))

    def _on_option_picked(self, option: str, chosen: bool) -> None:  # noqa: FBT001 - a Qt slot
        said = self.session.sitting.discussion
        self._select(choice.picking_option(said, option, chosen=chosen))

    def _on_row_picked(self, concept: str, chosen: bool) -> None:  # noqa: FBT001 - a Qt slot
        said = self.session.sitting.discussion
        self._select(choice.picking_concept(self.session.pack, said, concept, chosen=chosen))

    def _on_matters_asked(self) -> None:
        said = self.session.sitting.discussion
        self._select(choice.picking_what_matters(self.session.pack, said))

    def _select(self, comparison: Comparison) -> None:
        self._page.say_sentence("")
        if not self.session.change(moves.selecting, comparison):
            return
        self.show()  # a choice that changes nothing must still be shown as it is

    def _on_print_asked(self) -> None:
        self._make(self._ask_printer)

    def _on_save_asked(self) -> None:
        self._make(self._ask_file)

    def _make(self, then: Then) -> None:
        """Make the sheet in the worker, then go on; what goes wrong is said instead."""
        sitting, pack = self.session.sitting, self.session.pack
        view = compare_view(pack, sitting.discussion, sitting.agenda)
        paper = comparison_sheet(pack, view, when=self.session.clock(), program=PROGRAM)
        self._page.say_sentence(say("Making the sheet ..."))
        self.session.cabinet.compose_comparison(
            paper, done=partial(self._on_made, then), failed=self._on_refused
        )

    def _on_made(self, then: Then, sheet: bytes) -> None:
        self._sheet = sheet
        self._page.say_sentence("")
        then()

    def _ask_printer(self) -> None:
        self._printing.ask_printer(self._page.window(), self._sheet)

    def _ask_file(self) -> None:
        ask_where(
            self._page.window(),
            "compare.file",
            say("Options side by side") + ".pdf",
            self.save_to,
        )

    def _on_saved(self, path: Path) -> None:
        self._page.say_sentence(say("Saved: {path}", path=path))

    def _on_refused(self, sentence: str) -> None:
        self._page.say_sentence(sentence, warns=True)
