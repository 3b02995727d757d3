"""Where the tumour lies, and whether the spine is stable: the drawn spine, the side, SINS."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.case.case import Side
from spinecounsel.viewing.case_level import LevelView
from spinecounsel.wording import say
from ui.pages.case.sins import SinsPanel
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule, column
from ui.widgets.columns import SIDE_BY_SIDE, Columns
from ui.widgets.fold import FoldQuestion
from ui.widgets.notice import Notice
from ui.widgets.spine.front import LEFT_OF_PATIENT, RIGHT_OF_PATIENT
from ui.widgets.spine.overview import Region
from ui.widgets.spine.picker import SpinePicker
from ui.widgets.spine.side import Lies
from ui.widgets.text import Text

SIDES: dict[str, tuple[float, ...]] = {
    Side.RIGHT: (RIGHT_OF_PATIENT,),
    Side.LEFT: (LEFT_OF_PATIENT,),
    Side.BOTH: (RIGHT_OF_PATIENT, LEFT_OF_PATIENT),
}


MARGIN = 6


class LevelPart(QWidget):
    """Shows a ``LevelView``.

    ``answered(field, key)``, ``level_toggled(level)``, ``score_asked(score)``,
    ``unfolded(widget)``.
    """

    answered = Signal(str, str)
    level_toggled = Signal(str)
    score_asked = Signal(str)
    unfolded = Signal(QWidget)

    def __init__(self, view: LevelView, problems: dict[str, str]) -> None:
        super().__init__()
        regions = [Region(each.id, each.name, each.levels) for each in view.regions]
        self._picker = SpinePicker(regions, place="case")
        self._picker.toggled.connect(self.level_toggled)
        self._levels = Text("", "control")
        self._notice = Notice()
        self._side = FoldQuestion(view.side, place="case")
        self._side.answered.connect(self.answered)
        self._side.unfolded.connect(self._on_unfolded)
        self._sins = SinsPanel(view.sins, problems)
        self._sins.answered.connect(self.answered)
        self._sins.score_asked.connect(self.score_asked)
        self._sins.unfolded.connect(self.unfolded)
        self._lay_out()
        self.show_view(view, problems)

    def show_view(self, view: LevelView, problems: dict[str, str]) -> None:
        """Show levels, side and SINS."""
        self._picker.show_marks(view.levels, Lies(view.lies), SIDES.get(view.side.chosen, ()))
        self._levels.setText(view.words)
        self._side.show_view(view.side)
        self._side.problem.show_words(problems.get("side", ""))
        self._sins.show_view(view.sins, problems)
        self._notice.show_sentence(problems.get("levels", ""))

    def first(self) -> QWidget:
        """Give the control to begin with."""
        return self._picker.first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the spine as high as what is seen, however long the column beside it grows."""
        super().resizeEvent(event)
        seen = self.parentWidget()
        room = seen.height() - 2 * MARGIN if seen and not self._columns.folded else 0
        self._picker.setFixedHeight(max(self._picker.minimumSizeHint().height(), room))

    def _lay_out(self) -> None:
        whole = column(self, spacing=theme().px("m"))
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.addWidget(self._notice)
        beside = QWidget()
        words = column(beside, spacing=6)
        words.addWidget(self._place())
        words.addWidget(self._sins)
        self._columns = Columns([[self._picker], [beside]], (52, 48))
        whole.addWidget(self._columns, 1)

    def _place(self) -> Card:
        """Level and side in words."""
        card = Card(pad=0, spacing=0)
        words = QVBoxLayout()
        words.setContentsMargins(20, 1, 12, 1)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(say("Level"), "label", "ink2"))
        words.addWidget(self._levels)
        words.addStretch(1)
        line = QBoxLayout(SIDE_BY_SIDE)
        line.setSpacing(0)
        line.addLayout(words, 1)
        line.addWidget(Rule(down=True))
        line.addWidget(self._side, 1)
        card.column.addLayout(line)
        return card

    def _on_unfolded(self) -> None:
        self.unfolded.emit(self._side)
