"""What the patient has decided, in three answers of equal weight, and the separate permissions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.decision import DecisionView
from spinecounsel.wording import say
from ui.pages.decision.details import DetailsCard
from ui.pages.decision.kinds import Kinds
from ui.pages.decision.permissions import PermissionsCard
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle, Text


class DecisionPage(Page):
    """Asks for the decision.

    ``kind_chosen(key)``, ``permitted(id, key)``, and the signals of ``DetailsCard``.
    """

    kind_chosen = Signal(str)
    option_ticked = Signal(str, bool)
    level_toggled = Signal(str, bool)
    side_chosen = Signal(str)
    why_chosen = Signal(str)
    reasoned = Signal(str)
    worded = Signal(str)
    permitted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("decision")
        self._kinds: Kinds | None = None
        self._details = DetailsCard()
        self._details.option_ticked.connect(self.option_ticked)
        self._details.level_toggled.connect(self.level_toggled)
        self._details.side_chosen.connect(self.side_chosen)
        self._details.why_chosen.connect(self.why_chosen)
        self._details.reasoned.connect(self.reasoned)
        self._details.worded.connect(self.worded)
        self._lay_out()

    def show_view(self, view: DecisionView) -> None:
        """Show what was decided; what is being written stays as it is."""
        if self._kinds is None:
            self._kinds = self._make_parts(view)
        self._kinds.show_chosen(view.kind)
        self._nothing.setVisible(not view.kind)
        self._details.setVisible(bool(view.kind))
        self._details.show_details(view)
        self._details.follow(self._kinds.last())
        self._permissions.show_permissions(view.permissions)

    def initial_focus(self) -> QWidget:
        """Give the answer that is chosen, else the first."""
        return self._kinds.first() if self._kinds else self

    def _lay_out(self) -> None:
        scroll, ground = Scroll(), QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(6, 6, 14, 16)
        self._column.setSpacing(theme().px("l"))
        self._column.addStretch(1)
        scroll.setWidget(ground)
        title = PageTitle(say("What have you decided?"))
        title.setContentsMargins(6, 0, 6, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(title)
        column.addWidget(scroll, 1)

    def _make_parts(self, view: DecisionView) -> Kinds:
        kinds = Kinds(view.kinds, name=say("What have you decided?"))
        kinds.chosen.connect(self.kind_chosen)
        self._nothing = Card(pad=18)
        how = say("No answer is better than another. You can change it until you sign.")
        self._nothing.add(Text(how, "patient"))
        self._permissions = PermissionsCard(view)
        self._permissions.permitted.connect(self.permitted)
        self._column.insertWidget(0, kinds)
        columns = Columns([[self._nothing, self._details], [self._permissions]], (3, 2), spacing=16)
        self._column.insertWidget(1, columns)
        return kinds
