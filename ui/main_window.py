"""The window: banner, rail, page and foot, and the screens that stand without them."""

import datetime as dt
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from spinecounsel.dates import clock
from spinecounsel.wording import say
from ui.pages.page import HELP
from ui.theme.theme import LEAST_SCALE, theme
from ui.widgets.icons import icon
from ui.widgets.look import next_size
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.slices import Leaving
from ui.widgets.stack import PresentStack

if TYPE_CHECKING:
    from spinecounsel.viewing.frame import FrameView

LEAST_SIZE = QSize(1024, 640)
CROWDED = 640  # px at 100 % text: with less, the foot says only what is to be known
UNLOCK, RECOVERY, LIBRARY = "unlock", "recovery", "library"


class MainWindow(QMainWindow):
    """Shows one screen at a time.

    The steps of a consultation stand in the frame of ``show_frame``: whose record it is, the rail,
    the way on and back.  Unlocking and a recovery code stand alone; library and finished record
    have banner and foot.
    ``turn`` puts the patient's view in the place of all that; ``gone()`` when the window closes;
    ``left()`` when another page comes.
    """

    lock_asked = Signal()
    library_asked = Signal()
    clinician_asked = Signal()
    vault_asked = Signal()
    step_picked = Signal(str)
    back_asked = Signal()
    continue_asked = Signal()
    more_time_asked = Signal()
    undo_asked = Signal()
    text_size_changed = Signal(float)
    scheme_chosen = Signal(str)
    close_asked = Signal()
    turn_asked = Signal()
    patient_screen_asked = Signal()
    words_asked = Signal()
    aloud_asked = Signal()
    about_asked = Signal()
    manual_asked = Signal()
    keys_asked = Signal()
    left = Signal()
    gone = Signal()

    def __init__(self, *, furnished: bool = True) -> None:
        """Make it; not ``furnished``, it can show nothing but the first page yet."""
        super().__init__()
        self._furnished = False
        self.setObjectName("frame")
        self.setWindowTitle(say("SpineCounsel"))
        self.setWindowIcon(icon("brand"))
        self.setMinimumSize(LEAST_SIZE)
        self._screens: dict[str, QWidget] = {}
        self._leaving = Leaving(self)
        self._view: FrameView | None = None
        self._clinician = ""
        self._saved = self._waits = self._said = ""
        self._said_warns = False
        self._may_close = False
        self._stack, self._faces, self._console = PresentStack(), PresentStack(), QWidget()
        self._patient: QWidget | None = None
        self._left: QWidget | None = None
        self._acts = {
            "larger": self._on_larger,
            "smaller": self._on_smaller,
            "plain": self._on_plain,
            "lock": self.lock_asked.emit,
            "continue": self._on_continue_keys,
            "back": self._on_back_keys,
            "undo": self._on_undo_keys,
            "turn": self.turn_asked.emit,
            "manual": self.manual_asked.emit,
            "keys": self.keys_asked.emit,
            "aloud": self.aloud_asked.emit,
            "words": self.words_asked.emit,
        }
        self._beside, self._middle, self._column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._lay_out()
        if furnished:
            deque(self.furnish(), maxlen=0)
        self._faces.addWidget(self._console)
        self.setCentralWidget(self._faces)

    def furnish(self) -> Iterator[None]:
        """Make what stands round the pages, one part at each step; the first page needs none."""
        from ui.widgets.banner import Banner
        from ui.widgets.foot import Foot
        from ui.widgets.rail import FoldedRail, Rail

        self.banner = Banner()
        yield
        self.rail, self.foot = Rail("frame.step"), Foot()
        yield
        self._fold, self._strip_notice = FoldedRail(), Notice(boxed=False)
        yield
        self._lay_round()
        yield
        self._connect()
        self._make_shortcuts()
        self._furnished = True
        if self.screen_name:
            self.show_screen(self.screen_name)

    def add_screen(self, name: str, screen: QWidget) -> None:
        """Keep ``screen`` under ``name``."""
        self._screens[name] = screen
        self._stack.addWidget(screen)

    def remove_screen(self, name: str) -> None:
        """Delete a screen with all that it shows."""
        screen = self._screens.pop(name)
        self._stack.removeWidget(screen)
        self._leaving.put(screen)

    def show_screen(self, name: str, *, alone: bool = False) -> None:
        """Show a screen that is no step of a consultation; ``alone`` without banner and foot."""
        self._view = None
        self._said = ""
        self._turn_to(name)
        if not self._furnished:
            return
        self.banner.show_house(self._clinician, library=name != LIBRARY)
        self.foot.show_no_way()
        self._show_parts()
        for part in (self.banner, self.foot):
            part.setVisible(not alone and name not in {UNLOCK, RECOVERY})

    def show_frame(self, view: "FrameView") -> None:
        """Show the frame and the screen of the present step."""
        before, self._view = self._view, view
        if before is None or (before.step, before.missing) != (view.step, view.missing):
            self._said = ""
        self._turn_to(view.step)
        from ui.widgets.identity import BannerFact
        from ui.widgets.rail import RailStep

        facts = [BannerFact(fact.label, fact.text, fact.main) for fact in view.facts]
        self.banner.show_person(view.name, facts)
        steps = [RailStep(step.id, step.title, step.state, step.spoken) for step in view.steps]
        self.rail.show_steps(steps)
        self._fold.show_steps(view.place, steps)
        self.show_notice(view.notice)
        self.foot.show_way(back=not view.first, on=not view.last, more_time=view.may_change)
        for part in (self.banner, self.foot):
            part.show()
        self._show_parts()

    def show_notice(self, sentence: str) -> None:
        """Show the standing notice at the foot, or when text is large above the page."""
        self.foot.notice.show_sentence(sentence)
        self._strip_notice.show_sentence(sentence)

    def show_clinician(self, name: str) -> None:
        """Show who is signed in, on the screens that are about no patient."""
        self._clinician = name
        if self._view is None:
            self.banner.show_house(name, library=self.screen_name != LIBRARY)

    def say_sentence(self, sentence: str, *, warns: bool = True) -> None:
        """Say something at the foot until the next step, or until what is missing changes."""
        self._said, self._said_warns = sentence, warns
        self._show_status()

    def say_saved(self, when: dt.datetime) -> None:
        """Say when the draft was saved."""
        self._saved, self._waits = say("Draft saved {time}", time=clock(when)), ""
        self._show_status()

    def say_waits(self, sentence: str) -> None:
        """Say that the draft waits to be saved, and why; it stays until it is saved."""
        self._waits = sentence
        self._show_status()

    def forget(self) -> None:
        """Blank all that was said of a patient, and close every dialog."""
        self._leaving.finish()
        self._view = None
        self._saved = self._waits = self._said = self._clinician = ""
        self.banner.forget()
        self.rail.show_steps(())
        self._fold.show_steps("", ())
        self._show_status()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._fold.close_list()

    @property
    def turned(self) -> bool:
        """Whether the patient's view stands in the place of the console."""
        return self._patient is not None

    def turn(self, patient: QWidget) -> None:
        """Show nothing but the patient's view; F9 or Esc ask to turn back."""
        self._left = self.focusWidget()
        self._patient = patient
        self._faces.addWidget(patient)
        self._faces.setCurrentWidget(patient)
        self._back_key.setEnabled(True)
        patient.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_back(self) -> None:
        """Show the console again, with the focus where it was; the patient's view is deleted."""
        patient, self._patient = self._patient, None
        left, self._left = self._left, None
        self._back_key.setEnabled(False)
        self._faces.setCurrentWidget(self._console)
        if patient is not None:
            self._faces.removeWidget(patient)
            patient.hide()
            patient.deleteLater()
        if left is None or not isValid(left) or not left.isVisible():
            page = self._stack.currentWidget() or self._console
            inside: QWidget | None = page.focusWidget()
            left = page if inside is None else inside
        left.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_patient_screen(self, *, on: bool) -> None:
        """Show whether the patient has a screen of their own."""
        self.banner.show_patient_screen(on=on)

    @property
    def page(self) -> QWidget | None:
        """What stands before the patient: a page, or their view in the place of the console."""
        return self._patient or self._stack.currentWidget()

    @property
    def places(self) -> tuple[str, ...]:
        """Where one is, for help: the part of the screen that is shown, then the screen."""
        shown = self._stack.currentWidget()
        part = shown.property(HELP) if shown is not None else None
        return (str(part or ""), self.screen_name)

    def act(self, name: str) -> None:
        """Do what a key of the list of keys does."""
        self._acts[name]()

    @property
    def walking(self) -> bool:
        """Whether a step of a consultation is shown."""
        return self._view is not None

    def let_go(self) -> None:
        """Close without asking any more."""
        self._may_close = True
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less at the foot."""
        super().resizeEvent(event)
        if self._furnished:
            self._show_status()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first: something may still have to be saved."""
        if not self._may_close:
            self.close_asked.emit()
        event.setAccepted(self._may_close)  # the answer may have come at once
        if self._may_close:
            self.gone.emit()

    def _turn_to(self, name: str) -> None:
        if self._stack.currentWidget() is not self._screens[name]:
            self.left.emit()
        self._screens[name].resize(self._stack.size())  # or it is laid out twice: small at first
        self._stack.setCurrentWidget(self._screens[name])

    @property
    def screen_name(self) -> str:
        """The name of the screen that is shown."""
        shown = self._stack.currentWidget()
        return next((name for name, screen in self._screens.items() if screen is shown), "")

    def _lay_out(self) -> None:
        self._beside.setSpacing(0)
        self._beside.addWidget(self._stack, 1)
        self._middle.setSpacing(0)
        self._middle.addLayout(self._beside, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._middle, 1)
        self._console.setLayout(self._column)

    def _lay_round(self) -> None:
        """Lay banner, rail and foot round the pages."""
        self._rail_place = Scroll()
        self._rail_place.setWidget(self.rail)
        self._strip = QWidget()
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(28, 6, 28, 4)
        strip.setSpacing(theme().px("xl"))
        strip.addWidget(self._fold)
        strip.addWidget(self._strip_notice, 1)
        self._column.insertWidget(0, self.banner)
        self._middle.insertWidget(0, self._rail_place)
        self._beside.insertWidget(0, self._strip)
        self._column.addWidget(self.foot)
        for part in (self._strip, self._rail_place, self.banner):
            part.lower()  # Qt lays children out in their order: what is above comes first

    def _connect(self) -> None:
        self.banner.lock_asked.connect(self.lock_asked)
        self.banner.library_asked.connect(self.library_asked)
        self.banner.clinician_asked.connect(self.clinician_asked)
        self.banner.vault_asked.connect(self.vault_asked)
        self.banner.turn_asked.connect(self.turn_asked)
        self.banner.patient_screen_asked.connect(self.patient_screen_asked)
        self.banner.look.pass_on(self)
        self.foot.words_asked.connect(self.words_asked)
        self.foot.aloud_asked.connect(self.aloud_asked)
        self.rail.picked.connect(self.step_picked)
        self._fold.picked.connect(self.step_picked)
        self.foot.more_time_asked.connect(self.more_time_asked)
        self.foot.back_asked.connect(self.back_asked)
        self.foot.continue_asked.connect(self.continue_asked)
        theme().themed.connect(self._show_parts)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _make_shortcuts(self) -> None:
        from spinecounsel.viewing.keys import Where, shortcuts

        for act, keys in shortcuts(Where.ALWAYS, Where.TALK):
            if act in self._acts:
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.activated.connect(self._acts[act])
        self._back_key = QShortcut(QKeySequence(dict(shortcuts(Where.TURNED))["turn back"]), self)
        self._back_key.setEnabled(False)
        self._back_key.activated.connect(self.turn_asked)

    def _show_parts(self) -> None:
        walking = self._view is not None
        self._rail_place.setVisible(walking and not theme().large_text)
        self._strip.setVisible(walking and theme().large_text)
        self._rail_place.setFixedWidth(self.rail.maximumWidth())
        self._show_status()

    def _show_status(self) -> None:
        missing = self._view.missing if self._view is not None else ""
        if self._waits:
            self.foot.show_status(self._waits, warns=True)
        elif self._said:
            self.foot.show_status(self._said, warns=self._said_warns)
        else:
            crowded = theme().large_text and self.width() < CROWDED * theme().text_scale
            saved = self._saved if self._view is not None and not crowded else ""
            self.foot.show_status(missing or saved)

    def _on_larger(self) -> None:
        self.text_size_changed.emit(next_size(theme().text_scale, +1))

    def _on_smaller(self) -> None:
        self.text_size_changed.emit(next_size(theme().text_scale, -1))

    def _on_plain(self) -> None:
        self.text_size_changed.emit(LEAST_SCALE)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep the keyboard out of the console that is turned away, and note where it goes."""
        if self._patient is not None and new is not None and self._console.isAncestorOf(new):
            self._left = new
            self._patient.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_continue_keys(self) -> None:
        if self._view is not None and not self._view.last and not self.turned:
            self.continue_asked.emit()

    def _on_back_keys(self) -> None:
        if self._view is not None and not self._view.first and not self.turned:
            self.back_asked.emit()

    def _on_undo_keys(self) -> None:
        if self._view is not None and not self.turned:
            self.undo_asked.emit()
