"""The steps of the consultation: which page stands in the frame, and the way between them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QScrollBar, QWidget

from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision, Postponement
from spinecounsel.discussion.steps import STEPS, following
from spinecounsel.viewing.frame import frame_view
from spinecounsel.wording import say
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.pages.page import Page
from ui.session import Session, only_reading
from ui.widgets.laying import laid_out_early
from ui.widgets.scroll import Scroll
from ui.widgets.slices import Slices
from ui.wiring.wiring import Wiring

WiringOf = Mapping[str, Callable[[Session], Wiring]]


class Tour(QObject):
    """Leads through the steps of one consultation.

    ``wirings`` gives for each step what makes its page and joins it to the session.  A page is made
    when it is first entered, or in idle time on the page before it, and deleted with all that it
    shows when the consultation is put away.
    """

    def __init__(
        self, window: MainWindow, session: Session, messages: Messages, wirings: WiringOf
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._messages = window, session, messages
        self._makers = wirings
        self._made: dict[str, Wiring] = {}
        self._ahead = Slices(self)
        self._step = ""
        self._before = self._came_from = ""
        session.topic_asked.connect(self._on_topic_asked)
        session.changed.connect(self._on_changed)
        session.ended.connect(self._on_ended)
        session.refused.connect(self._on_refused)
        session.draft_saved.connect(self._on_saved)
        session.draft_waits.connect(window.say_waits)
        window.step_picked.connect(self._on_step_picked)
        window.back_asked.connect(self._on_back_asked)
        window.continue_asked.connect(self._on_continue_asked)
        window.undo_asked.connect(self._on_undo_asked)
        window.more_time_asked.connect(self._on_more_time_asked)

    def _on_changed(self) -> None:
        """Show the frame and the present page; a page that is entered gets the focus."""
        sitting = self._session.sitting
        step = sitting.discussion.step
        wiring = self._wiring(step)
        wiring.show()
        self._window.show_frame(
            frame_view(
                sitting.discussion,
                self._session.pack.manifest,
                sitting.progress,
                reading=only_reading() if self._session.read_only else "",
            )
        )
        if step != self._step:
            self._before, self._step = self._step, step
            self._came_from = ""
            self._focus_page()
            self._ahead.later(self._make_next(following(step, +1)))

    def _make_next(self, step: str) -> Iterator[object]:
        """Make the page of ``step``, fill it, which notes nothing, and lay it out."""
        if step not in self._made:
            wiring = self._wiring(step)
            yield None
            wiring.show_early()
            yield None
            yield from laid_out_early(wiring.page, self._made[self._step].page.size())

    def _on_refused(self, sentence: str) -> None:
        """Say why, and put the page back to what the draft says where nothing may be changed."""
        self._window.say_sentence(sentence)
        if self._session.open and self._session.read_only and self._step in self._made:
            QTimer.singleShot(0, self, self._make_anew)

    def _make_anew(self) -> None:
        """Make the present page once more: fields and switches keep what is typed and pressed."""
        if not self._session.open or self._step not in self._made:
            return
        old = self._made.pop(self._step).page
        places, focused = _places_of(old), old.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self._window.remove_screen(self._step)
        self._on_changed()
        self._focus_page()
        page = self._made[self._step].page
        if page.findChild(QWidget, name) is None:
            for each in page.findChildren(Slices):
                each.finish()
        QTimer.singleShot(0, self, partial(self._go_back, self._step, places, name))

    def _go_back(self, step: str, places: list[int], name: str) -> None:
        """Put focus and scroll bars where they were on a page that was made anew."""
        if step != self._step or step not in self._made:
            return
        page = self._made[step].page
        parts = page.findChildren(QWidget, name) if name else []
        focused = next((each for each in parts if each.isVisible()), None)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        for bar, place in zip(_bars_of(page), places, strict=False):
            bar.setValue(place)

    def _wiring(self, step: str) -> Wiring:
        if step not in self._made:
            self._made[step] = self._makers[step](self._session)
            self._window.add_screen(step, self._made[step].page)
        return self._made[step]

    def _focus_page(self) -> None:
        page = self._made[self._step].page
        page.initial_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _on_ended(self) -> None:
        self._ahead.forget()
        for step in self._made:
            self._window.remove_screen(step)
        self._made.clear()
        self._step = ""

    def _on_saved(self, when: dt.datetime) -> None:
        self._window.say_saved(when)

    def _on_step_picked(self, step: str) -> None:
        self._session.act(self._session.sitting.go_to, step)

    def _on_topic_asked(self, _key: str) -> None:
        """A page led to a card of the walk: the way back leads to that page."""
        self._came_from = self._before
        if self._came_from:
            title = next(step.title for step in STEPS if step.id == self._came_from)
            sentence = say("Back leads to where you came from: {step}.", step=title)
            self._window.say_sentence(sentence, warns=False)

    def _on_back_asked(self) -> None:
        if self._came_from:
            self._session.act(self._session.sitting.go_to, self._came_from)
        else:
            self._session.act(self._session.sitting.back)

    def _on_continue_asked(self) -> None:
        sitting = self._session.sitting
        if self._session.read_only:
            self._session.act(sitting.go_to, following(sitting.discussion.step, +1))
        elif not self._session.act(sitting.forward):
            self._focus_page()

    def _on_undo_asked(self) -> None:
        sitting = self._session.sitting
        before = sitting.discussion
        self._session.act(sitting.undo)
        if sitting.discussion != before:
            self._window.say_sentence(say("The last change was taken back."), warns=False)

    def _on_more_time_asked(self) -> None:
        self._messages.ask(
            say(
                "Shall we write down that the decision waits, because you want more time? "
                "It agrees to nothing, and can be changed until it is signed."
            ),
            yes=say("Yes, we want more time"),
            no=say("No, go on"),
            agreed=self._on_more_time,
        )

    def _on_more_time(self) -> None:
        waits = Decision(consent=Consent.POSTPONED, postponement=Postponement.MORE_TIME)
        if self._session.open and self._session.change(moves.deciding, waits):
            self._session.act(self._session.sitting.go_to, "decision")


def _bars_of(page: Page) -> list[QScrollBar]:
    return [each.verticalScrollBar() for each in page.findChildren(Scroll)]


def _places_of(page: Page) -> list[int]:
    return [bar.value() for bar in _bars_of(page)]
