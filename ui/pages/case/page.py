"""The case: five parts as tabs, each a question about the tumour or the patient."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
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
from ui.widgets.slices import Slices
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.text import PageTitle

SIDE = 26  # px, left and right
ROOM = 240  # px at 100 % text: with less beside the tabs, the title stands above them

_Part = TumourPart | LevelPart | NervesPart | FitnessPart | AimPart
_MAKERS: dict[Part, Callable[..., _Part]] = {
    Part.TUMOUR: TumourPart,
    Part.LEVEL: LevelPart,
    Part.NERVES: NervesPart,
    Part.FITNESS: FitnessPart,
    Part.AIM: AimPart,
}


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
        self._parts: dict[Part, _Part] = {}
        self._scrolls: dict[Part, Scroll] = {}
        self._rest = Slices(self)
        self._title = PageTitle()
        self._stack = QStackedWidget()
        self._head = QBoxLayout(SIDE_BY_SIDE)
        self._head.setSpacing(theme().px("m"))
        self._head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE, 0)
        column.setSpacing(2)
        self._head.setContentsMargins(6, 0, 0, 0)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        theme().themed.connect(self._fold)
        self._fold()

    def show_view(self, view: CaseView) -> None:
        """Show the case; the part that is seen is made at once, the others in idle time."""
        self._view = view
        if self._tabs is None:
            self._make_tabs(view)
        for part, made in self._parts.items():
            made.show_view(getattr(view, part), dict(view.problems))
        self._show_part()

    def show_early(self, view: CaseView) -> None:
        """Make it part by part in idle time, before it is entered."""
        self._view = view
        if self._tabs is None:
            self._make_tabs(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tabs below the title where they leave it little room."""
        super().resizeEvent(event)
        self._fold()

    def initial_focus(self) -> QWidget:
        """Give the control to begin with in the part that is seen."""
        return self if self._tabs is None else self._parts[self._part].first()

    def _make_tabs(self, view: CaseView) -> None:
        self._tabs = Tabs(_tabs(view), place="case")
        self._tabs.picked.connect(self._on_picked)
        self._head.addWidget(self._tabs)
        for part in Part:
            self._scrolls[part] = Scroll()
            self._stack.addWidget(self._scrolls[part])
        self._fold()
        self._rest.later(self._make_rest())

    def _make_rest(self) -> Iterator[None]:
        for part in Part:
            self._make(part)
            yield

    def _make(self, part: Part) -> None:
        view = self._view
        if view is None or part in self._parts:
            return
        made = self._parts[part] = _MAKERS[part](getattr(view, part), dict(view.problems))
        made.answered.connect(self.answered)
        if isinstance(made, TumourPart | FitnessPart | AimPart):
            made.written.connect(self.written)
        if isinstance(made, LevelPart | NervesPart | FitnessPart):
            made.score_asked.connect(self._on_score_asked)
        if not isinstance(made, AimPart):
            made.unfolded.connect(self._on_unfolded)
        if isinstance(made, LevelPart):
            made.level_toggled.connect(self.level_toggled)
        self._scrolls[part].setWidget(made)

    def _show_part(self) -> None:
        if self._view is None or self._tabs is None:
            return
        self._make(self._part)
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

    def _fold(self) -> None:
        tabs = self._tabs.sizeHint().width() if self._tabs is not None else 0
        room = self.width() - 2 * SIDE - tabs - self._head.spacing()
        folded = theme().large_text or room < ROOM * theme().text_scale
        self._head.setDirection(FOLDED if folded else SIDE_BY_SIDE)
        self._head.setStretch(0, 0 if folded else 1)


def _tabs(view: CaseView) -> list[Tab]:
    return [Tab(part.id, part.title, part.state) for part in view.parts]
