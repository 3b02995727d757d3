"""The last step: what is there and what is missing, the signatures, and sealing."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.sign import SignView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.pages.sign.list import CheckList
from ui.pages.sign.seal import SealFoot
from ui.pages.sign.signer import SignerPanel, Taken
from ui.pages.sign.tabs import SignerTabs
from ui.theme.theme import theme
from ui.widgets.card import Card
from ui.widgets.notice import Notice
from ui.widgets.plain_questions import PlainQuestions
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle

AROUND = 60  # px above and below what is scrolled to
LEAST_BESIDE = 900  # px: with less room, the list stands above the signatures


class SignPage(Page):
    """Takes signatures and asks for sealing.

    ``step_asked(step)``; ``sure_answered(field, key)``, the key empty when it was taken back;
    ``signer_picked(role)``, ``signer_added(role)``; ``taken(Taken)`` and
    ``cleared(role)`` for a signature; ``seal_asked()``, ``confirmed(passphrase)``,
    ``cancelled()``.
    """

    step_asked = Signal(str)
    sure_answered = Signal(str, str)
    signer_picked = Signal(str)
    signer_added = Signal(str)
    taken = Signal(object)
    cleared = Signal(str)
    seal_asked = Signal()
    confirmed = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sign")
        self._view: SignView | None = None
        self._panels: dict[str, SignerPanel] = {}
        self._title = PageTitle(say("Sign"))
        self._list = CheckList()
        self._list.step_asked.connect(self.step_asked)
        self._sure = PlainQuestions("sign.sure", say("Before you sign"))
        self._sure.answered.connect(self.sure_answered)
        self._sure.step_asked.connect(self.step_asked)
        self._tabs = SignerTabs()
        self._tabs.picked.connect(self.signer_picked)
        self._tabs.added.connect(self.signer_added)
        self._barred, self._notice, self._red_flag = Notice(), Notice(), Notice()
        self._barred.setObjectName("sign.barred")
        self._card = Card(pad=16, spacing=0)
        self._card.column.setContentsMargins(16, 12, 16, 12)
        self._foot = SealFoot()
        self._foot.next_asked.connect(self._on_next)
        self._foot.seal_asked.connect(self.seal_asked)
        self._foot.confirmed.connect(self.confirmed)
        self._foot.cancelled.connect(self.cancelled)
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: SignView) -> None:
        """Show list, signers and what can be done; ink that is not signed yet stays."""
        moved = self._view is not None and view.shown != self._view.shown
        self._view = view
        self._title.setText(view.title)
        self._list.show_lines(view.lines)
        self._sure.show_view(view.sure)
        self._tabs.show_signers(view)
        self._barred.show_sentence(view.barred)
        self._notice.show_sentence(view.notice)
        self._red_flag.show_sentence(view.red_flag)
        for signer in view.signers:
            if signer.role not in self._panels:
                self._add_panel(signer.role, SignerPanel(signer))
            panel = self._panels[signer.role]
            panel.show_signer(signer, view.statements, is_open=view.is_open)
        for role, panel in self._panels.items():
            panel.setVisible(role == view.shown)
        self._foot.show_view(view)
        if moved and not view.asking and not self._tabs.has_focus():
            self._lead_to(self._panels[view.shown].first())
        elif view.asking:
            self._scroll_to_focus()

    def initial_focus(self) -> QWidget:
        """Give the plain questions, or once they are all answered yes, who signs first."""
        return (self._tabs.first() or self) if self._sure.is_folded() else self._sure.first()

    def forget(self) -> None:
        """Empty the passphrase."""
        self._foot.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what has the focus into sight: in large text, the list stands above it."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._scroll_to_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the columns."""
        super().resizeEvent(event)
        self._on_themed()

    def _add_panel(self, role: str, panel: SignerPanel) -> None:
        panel.taken.connect(self._on_taken)
        panel.cleared.connect(self.cleared)
        self._panels[role] = panel
        self._card.add(panel, 1)

    def _lay_out(self) -> None:
        self._list_place, self._main = Scroll(), Scroll()
        self._list_ground, ground = QWidget(), QWidget()
        beside = QVBoxLayout(self._list_ground)
        beside.setContentsMargins(6, 6, 6, 16)
        beside.setSpacing(theme().px("m"))
        beside.addWidget(self._red_flag)
        beside.addWidget(self._list)
        beside.addStretch(1)
        self._ground = QVBoxLayout(ground)
        self._ground.setContentsMargins(6, 6, 6, 2)
        self._ground.setSpacing(theme().px("xs"))
        for part in (self._sure, self._tabs, self._notice):
            self._ground.addWidget(part)
        self._ground.addWidget(self._card, 1)
        self._main.setWidget(ground)
        self._right = QVBoxLayout()
        self._right.setSpacing(theme().px("xs"))
        self._right.addWidget(self._main, 1)
        row = QHBoxLayout()
        row.setSpacing(theme().px("m"))
        row.addWidget(self._list_place, 4)
        row.addLayout(self._right, 7)
        self._title.setContentsMargins(6, 0, 6, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(self._title)
        column.addWidget(self._barred)
        column.addLayout(row, 1)

    def _on_taken(self, taken: Taken) -> None:
        """Hand it on, and lead to what comes next: the same key again takes nothing back."""
        self.taken.emit(taken)
        stop = self._foot.next_stop()
        if stop is not None and self._is_signed(taken.role):
            self._lead_to(stop)

    def _is_signed(self, role: str) -> bool:
        signers = self._view.signers if self._view is not None else ()
        return any(each.signed for each in signers if each.role == role)

    def _lead_to(self, stop: QWidget) -> None:
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll_to_focus()

    def _scroll_to_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._main.isAncestorOf(focused):
            self._main.make_room(focused)
            self._main.ensureWidgetVisible(focused, 0, AROUND)

    def _on_next(self) -> None:
        if self._view is not None:
            self.signer_picked.emit(self._view.following)

    def _on_themed(self) -> None:
        """Put list and foot into the one scrolling column when text is large or room is scarce."""
        large = theme().large_text or self.width() < LEAST_BESIDE
        below = self._ground.indexOf(self._foot) >= 0
        if large and not below:
            self._list_place.takeWidget()
            self._ground.insertWidget(0, self._list_ground)
            self._ground.addWidget(self._foot)
            self._list_ground.show()
        elif not large and self._list_place.widget() is None:
            self._ground.removeWidget(self._list_ground)
            self._list_place.setWidget(self._list_ground)
            self._right.addWidget(self._foot)
        self._list_place.setVisible(not large)
