"""The first page before the rest of the program is there: it is shown, and it keeps what is asked.

Nothing here needs the content, the worker or what opens a vault.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, SignalInstance

from spinecounsel.errors import UserError
from spinecounsel.storage import Condition, VaultState
from spinecounsel.viewing.unlock import Way, unlock_view
from ui.main_window import UNLOCK, MainWindow
from ui.outside import Outside
from ui.pages.unlock import UnlockPage


class Threshold(QObject):
    """Shows the first page in ``window``; ``notice`` is the approval notice.

    What is asked there is kept until ``let_in``: the last of it happens then.
    """

    def __init__(self, window: MainWindow, outside: Outside, notice: str) -> None:
        super().__init__(window)
        self._window, self._outside, self._notice = window, outside, notice
        self._asked: Callable[[], None] | None = None
        self.page = page = UnlockPage()
        opening = (page.unlock_asked, page.create_asked, page.recover_asked, page.change_asked)
        others = (
            *(page.way_asked, page.restore_asked),
            *(page.manual_asked, page.keys_asked, page.about_asked),
        )
        self._signals = (*opening, *others)
        self._keepers = [self._keep(signal, opens=True) for signal in opening]
        self._keepers += [self._keep(signal, opens=False) for signal in others]
        page.text_size_changed.connect(window.text_size_changed)
        page.scheme_chosen.connect(window.scheme_chosen)
        window.add_screen(UNLOCK, page)

    def start(self) -> None:
        """Show the first page: make a vault, open it, or say why that cannot be."""
        self.show()
        self.enter()

    def enter(self) -> None:
        """Turn to the page, with the focus where one begins."""
        self._window.show_screen(UNLOCK)
        self.page.initial_focus().setFocus()

    def show(
        self,
        way: Way = Way.UNLOCK,
        *,
        problem: str = "",
        draft_kept: bool = False,
        asks_code: bool = False,
        is_spoilt: bool = False,
    ) -> None:
        """Show what can be done here now: ``way`` where that is possible."""
        state, sentence = self.look()
        way = self._way_of(way, state)
        was_here = self._outside.trace.is_there
        self.page.show_view(
            unlock_view(
                way,
                problem=problem or sentence,
                seconds_to_wait=self._seconds_to_wait(way, state),
                notice=self._notice,
                draft_kept=draft_kept,
                people=tuple((person.id, person.name) for person in state.people),
                asks_code=asks_code,
                has_code=state.has_code,
                is_spoilt=is_spoilt,
                folder=str(self._outside.path.parent) if was_here else "",
            )
        )

    def show_shut(self) -> None:
        """Show the page at once, with no look at the files."""
        self.page.show_view(unlock_view(Way.UNLOCK, notice=self._notice))
        self._window.show_screen(UNLOCK)

    def refuse(self, problem: str) -> None:
        """Open nothing any more, and say why."""
        self._asked = None
        self.page.set_busy(busy=False)
        self.page.show_view(unlock_view(Way.CLOSED, problem=problem, notice=self._notice))

    def look(self) -> tuple[VaultState, str]:
        """Give the state of the vault, and a sentence where it cannot be opened."""
        try:
            state = self._outside.state
        except UserError as error:
            return VaultState(condition=Condition.DAMAGED), str(error)
        return state, state.sentence

    def join(self, outside: Outside) -> None:
        """Look at the vault through ``outside``, which knows when it is opened."""
        self._outside = outside

    def let_in(self) -> None:
        """Keep nothing any more, and let happen what was asked last."""
        for signal, keeper in zip(self._signals, self._keepers, strict=True):
            signal.disconnect(keeper)
        asked, self._asked = self._asked, None
        if asked is not None:
            self.page.set_busy(busy=False)
            asked()

    def _keep(self, signal: SignalInstance, *, opens: bool) -> Callable[..., None]:
        keeper = partial(self._on_asked, signal, opens)
        signal.connect(keeper)
        return keeper

    def _on_asked(self, signal: SignalInstance, opens: bool, *words: object) -> None:  # noqa: FBT001
        self._asked = partial(signal.emit, *words)
        self.page.set_busy(busy=True, opens=opens)

    def _way_of(self, way: Way, state: VaultState) -> Way:
        if state.condition is Condition.ABSENT:
            is_missing = self._outside.trace.is_there and way is not Way.CREATE
            return Way.MISSING if is_missing else Way.CREATE
        return way if state.condition is Condition.PRESENT else Way.CLOSED

    def _seconds_to_wait(self, way: Way, state: VaultState) -> float:
        waits = state.condition is Condition.PRESENT and way is not Way.CHANGE
        return self._outside.seconds_to_wait if waits else 0.0
