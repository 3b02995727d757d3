"""Who signs, as tabs, and a way to let somebody else sign too."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.sign import SignView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.text import Text


class SignerTabs(QWidget):
    """Shows a tab for each; ``picked(role)``, ``added(role)``."""

    picked = Signal(str)
    added = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._tabs: Tabs | None = None
        self._roles: list[str] = []
        self._shown = ""
        self._offers: list[Button] = []
        self._others: tuple[tuple[str, str], ...] = ()
        self._add = Button(say("Someone else"), "quiet", icon="plus")
        self._add.setObjectName("sign.add")
        self._add.setCheckable(True)
        self._add.clicked.connect(self._on_add)
        self._line = QBoxLayout(SIDE_BY_SIDE)
        self._line.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self._line.addStretch(1)
        self._offer = QWidget()
        self._offer_row = QHBoxLayout(self._offer)
        self._offer_row.setContentsMargins(8, 2, 6, 6)
        self._offer_row.setSpacing(theme().px("l"))
        self._offer_row.addWidget(Text(say("Who signs too?"), "row"))
        self._offer_row.addStretch(1)
        self._offer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addWidget(self._offer)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_signers(self, view: SignView) -> None:
        """Show who signs, who has signed, and whom one sees."""
        tabs = [Tab(each.role, each.title, each.state) for each in view.signers]
        if [tab.key for tab in tabs] != self._roles:
            self._make_tabs(tabs)
        if self._tabs is not None:
            self._tabs.show_tabs(tabs, view.shown)
        self._shown = view.shown
        if view.others != self._others:
            self._make_offers(view.others)
        self._add.setVisible(bool(view.others))
        if view.asking:
            self._fold()

    def first(self) -> QWidget | None:
        """Give the tab that is seen."""
        return self.findChild(QWidget, f"sign.tab.{self._shown}")

    def has_focus(self) -> bool:
        """Tell whether one of the tabs has the focus."""
        focused = QApplication.focusWidget()
        return bool(self._tabs and focused and self._tabs.isAncestorOf(focused))

    def _make_tabs(self, tabs: Sequence[Tab]) -> None:
        if self._tabs is not None:
            self._line.removeWidget(self._tabs)
            self._tabs.hide()
            self._tabs.setParent(None)
            self._tabs.deleteLater()
        self._roles = [tab.key for tab in tabs]
        self._tabs = Tabs(tabs, place="sign")
        self._tabs.picked.connect(self.picked)
        self._line.insertWidget(0, self._tabs)
        self._tabs.show()  # at once, so that the focus can go there
        QWidget.setTabOrder(self._tabs, self._add)

    def _make_offers(self, others: tuple[tuple[str, str], ...]) -> None:
        self._others = others
        self._fold()
        for button in self._offers:
            self._offer_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offers = []
        for place, (role, words) in enumerate(others, start=1):
            button = Button(words, small=True)
            button.setObjectName(f"sign.add.{role}")
            button.setProperty("role_added", role)
            button.clicked.connect(self._on_offer)
            self._offers.append(button)
            self._offer_row.insertWidget(place, button)

    def _fold(self) -> None:
        self._add.setChecked(False)
        self._offer.hide()

    def _on_add(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._offer.setVisible(on)
        if on and self._offers:
            self._offers[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_offer(self) -> None:
        role = str(self.sender().property("role_added"))
        self._fold()
        self.added.emit(role)

    def _on_themed(self) -> None:
        self._line.setDirection(FOLDED if theme().large_text else SIDE_BY_SIDE)
