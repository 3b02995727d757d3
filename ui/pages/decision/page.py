"""What the patient has decided, in three answers of equal weight, and the separate permissions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.decision import DecisionView
from spinecounsel.wording import say
from ui.pages.decision.details import DetailsCard
from ui.pages.decision.kinds import Kinds
from ui.pages.decision.leaning import LeaningCard
from ui.pages.decision.permissions import PermissionsCard
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.notice import Notice
from ui.widgets.plain_questions import PlainQuestions
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle, Text


class DecisionPage(Page):
    """Asks for the decision.

    ``sure_answered(field, key)`` with an empty key for an answer that was taken back;
    ``step_asked(step)`` for what helps; ``leaned(option, on)``, ``none_leaned(on)``;
    ``kind_chosen(key)``, ``permitted(id, key)``, and the signals of ``DetailsCard``.
    """

    sure_answered = Signal(str, str)
    step_asked = Signal(str)
    leaned = Signal(str, bool)
    none_leaned = Signal(bool)
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
        self._sure = PlainQuestions("decision.sure", say("Before you decide"))
        self._sure.answered.connect(self.sure_answered)
        self._sure.step_asked.connect(self._on_step_asked)
        self._red_flag = Notice()
        self._leaning = LeaningCard()
        self._leaning.leaned.connect(self.leaned)
        self._leaning.none_chosen.connect(self.none_leaned)
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
        self._sure.show_view(view.sure)
        self._leaning.show_leaning(view.leaning)
        self._leaning.follow(self._sure.last())
        self._kinds.show_chosen(view.kind)
        self._nothing.setVisible(not view.kind)
        self._details.setVisible(bool(view.kind))
        self._details.show_details(view)
        self._details.follow(self._kinds.last())
        self._permissions.show_permissions(view.permissions)
        self._red_flag.show_sentence(view.red_flag)

    def initial_focus(self) -> QWidget:
        """Give the answer that is chosen, else the plain questions, else the first answer."""
        if self._kinds is None:
            return self
        first = self._kinds.first() if self._sure.is_folded() else self._sure.first()
        return self._kinds.chosen_row() or first

    def _lay_out(self) -> None:
        scroll, ground = Scroll(), QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(6, 6, 14, 16)
        self._column.setSpacing(theme().px("l"))
        self._column.addWidget(self._sure)
        self._column.addWidget(self._leaning)
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
        self._column.insertWidget(2, kinds)
        self._column.insertWidget(3, self._red_flag)
        columns = Columns([[self._nothing, self._details], [self._permissions]], (3, 2), spacing=16)
        self._column.insertWidget(4, columns)
        return kinds

    def _on_step_asked(self, step: str) -> None:
        """Lead to another page; what waits here is the last of the three answers."""
        if step == "decision" and self._kinds is not None:
            self._kinds.last().setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.step_asked.emit(step)
