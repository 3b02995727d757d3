"""The case: five parts as tabs, each a question about the tumour or the patient."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from spinecounsel.viewing.case import CaseView, Part
from ui.pages.case.aim import AimPart
from ui.pages.case.fitness import FitnessPart
from ui.pages.case.level import LevelPart
from ui.pages.case.nerves import NervesPart
from ui.pages.case.score import ScoreDialog
from ui.pages.case.tumour import TumourPart
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.scroll import Scroll
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.text import PageTitle

_Part = TumourPart | LevelPart | NervesPart | FitnessPart | AimPart


class CasePage(Page):
    """Shows a ``CaseView``.

    ``answered(field, key)``; ``written(field, text)`` while text is being written;
    ``level_toggled(level)``.  Which part is seen is the page's own affair.
    """

    answered = Signal(str, str)
    written = Signal(str, str)
    level_toggled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("case")
        self._part = Part.TUMOUR
        self._view: CaseView | None = None
        self._tabs: Tabs | None = None
        self._title = PageTitle()
        self._stack = QStackedWidget()
        self._head = QBoxLayout(SIDE_BY_SIDE)
        self._head.setSpacing(theme().px("m"))
        self._head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 8, 26, 0)
        column.setSpacing(2)
        self._head.setContentsMargins(6, 0, 0, 0)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: CaseView) -> None:
        """Show the case; the parts are made with the first view."""
        self._view = view
        problems = dict(view.problems)
        if self._tabs is None:
            self._make_parts(view, problems)
        self._tumour.show_view(view.tumour, problems)
        self._level.show_view(view.level, problems)
        self._nerves.show_view(view.nerves, problems)
        self._fitness.show_view(view.fitness, problems)
        self._aim.show_view(view.aim, problems)
        self._show_part()

    def initial_focus(self) -> QWidget:
        """Give the control to begin with in the part that is seen."""
        return self if self._tabs is None else self._parts[self._part].first()

    def _make_parts(self, view: CaseView, problems: dict[str, str]) -> None:
        self._tabs = Tabs(_tabs(view), place="case")
        self._tabs.picked.connect(self._on_picked)
        self._head.addWidget(self._tabs)
        self._tumour = TumourPart(view.tumour, problems)
        self._level = LevelPart(view.level, problems)
        self._nerves = NervesPart(view.nerves, problems)
        self._fitness = FitnessPart(view.fitness, problems)
        self._aim = AimPart(view.aim, problems)
        self._parts: dict[Part, _Part] = {
            Part.TUMOUR: self._tumour,
            Part.LEVEL: self._level,
            Part.NERVES: self._nerves,
            Part.FITNESS: self._fitness,
            Part.AIM: self._aim,
        }
        self._scrolls = {part: Scroll() for part in self._parts}
        for part, widget in self._parts.items():
            widget.answered.connect(self.answered)
            self._scrolls[part].setWidget(widget)
            self._stack.addWidget(self._scrolls[part])
        for writing in (self._tumour, self._fitness, self._aim):
            writing.written.connect(self.written)
        for scored in (self._level, self._nerves, self._fitness):
            scored.score_asked.connect(self._on_score_asked)
        for folding in (self._tumour, self._level, self._nerves, self._fitness):
            folding.unfolded.connect(self._on_unfolded)
        self._level.level_toggled.connect(self.level_toggled)

    def _show_part(self) -> None:
        if self._view is None or self._tabs is None:
            return
        shown = next(part for part in self._view.parts if part.id == self._part)
        self._title.setText(shown.question)
        self._tabs.show_tabs(_tabs(self._view), self._part)
        self._stack.setCurrentWidget(self._scrolls[self._part])

    def _on_picked(self, key: str) -> None:
        self._part = Part(key)
        self._show_part()

    def _on_unfolded(self, widget: QWidget) -> None:
        self._opened = widget
        QTimer.singleShot(0, self, self._scroll_to_opened)

    def _scroll_to_opened(self) -> None:
        self._scrolls[self._part].ensureWidgetVisible(self._opened, 0, 12)

    def _on_score_asked(self, ident: str) -> None:
        if self._view is not None:
            text = next(each for each in self._view.scores if each.id == ident)
            ScoreDialog(text, self).open()

    def _on_themed(self) -> None:
        large = theme().large_text
        self._head.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._head.setStretch(0, 0 if large else 1)


def _tabs(view: CaseView) -> list[Tab]:
    return [Tab(part.id, part.title, part.state) for part in view.parts]
