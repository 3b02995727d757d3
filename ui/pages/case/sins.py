"""SINS as a panel: the total and what it says, six items with points, the scale with its bands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.case_level import SinsView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.band_scale import Band, BandScale
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.fold import FoldQuestion
from ui.widgets.text import Text

LEFT, RIGHT = 20, 14


class SinsPanel(Card):
    """Shows a ``SinsView``.

    ``answered(field, key)``; ``score_asked("sins")``; ``unfolded(widget)`` when the answers of an
    item show.
    """

    answered = Signal(str, str)
    score_asked = Signal(str)
    unfolded = Signal(QWidget)

    def __init__(self, view: SinsView, problems: dict[str, str]) -> None:
        super().__init__(pad=0, spacing=0)
        self._total = Text("", "number_item")
        self._title = Text("", "strong")
        self._sentence = Text("", "body", "ink2")
        self._folds: dict[str, FoldQuestion] = {}
        self._scale = BandScale()
        self._remark = Text("", "body")
        self._more = Button(say("Formula, source, limits"), "link", small=True)
        self._more.setObjectName("case.sins.more")
        self._more.setAccessibleName(say("{name}: formula, source, limits", name=view.name))
        self._more.clicked.connect(self._on_more)
        self.column.addWidget(self._head())
        for item in view.items:
            fold = FoldQuestion(item.question, place="case", sides=LEFT)
            fold.answered.connect(self.answered)
            fold.unfolded.connect(self._on_unfolded)
            self._folds[item.question.field] = fold
            self.add(Rule())
            self.add(fold)
        self.add(Rule())
        self.add(self._scale_part())
        self.column.addStretch(1)
        self.add(Rule())
        self.add(self._foot())
        self.show_view(view, problems)

    def show_view(self, view: SinsView, problems: dict[str, str]) -> None:
        """Show answers, points, total and band."""
        self._total.setText(view.total)
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        self._remark.setText(view.remark)
        self._remark.setVisible(bool(view.remark))
        for item in view.items:
            fold = self._folds[item.question.field]
            short = f"{item.short}. {item.taken}." if item.taken else item.short
            fold.show_view(item.question, short=short, end=item.points)
            fold.problem.show_words(problems.get(item.question.field, ""))
        bands = [Band(each.label, each.span, each.low, each.high, each.here) for each in view.bands]
        words = ". ".join(f"{each.label}: {each.span}" for each in view.bands)
        self._scale.show_bands(bands, view.value, name=f"{view.title}. {words}")

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(LEFT, 4, 10, 4)
        row.setSpacing(14)
        row.addWidget(self._total, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(Text(say("Points"), "label", "ink2"), 0, Qt.AlignmentFlag.AlignBottom)
        return head

    def _scale_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(LEFT, 6, LEFT, 4)
        column.setSpacing(theme().px("xs"))
        column.addWidget(self._scale)
        column.addWidget(self._remark)
        return part

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(LEFT, 0, RIGHT, 0)
        row.addWidget(Text(say("Of the bone, not the nerves. It never chooses."), "body"), 1)
        row.addWidget(self._more)
        return foot

    def _on_unfolded(self) -> None:
        opened = self.sender()
        for fold in self._folds.values():
            if fold is not opened:
                fold.fold()
        self.unfolded.emit(opened)

    def _on_more(self) -> None:
        self.score_asked.emit("sins")
