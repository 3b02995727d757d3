"""The full text of a score: items, points, grades, bands, how far it may be trusted, sources."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.case_scores import ScorePartView, ScoreTextView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, Text

WIDTH, HEIGHT, EDGE = 900, 640, 60


class ScoreDialog(QDialog):
    """Shows everything there is to say of a score; opened with ``open()``, it deletes itself."""

    def __init__(self, view: ScoreTextView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("case.score")
        self.setWindowTitle(view.name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(theme().px("m"))
        column.addWidget(Heading(view.name, "card_title"))
        scroll = Scroll()
        scroll.setObjectName("case.score.text")
        scroll.setAccessibleName(view.name)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = _text(view)
        scroll.setWidget(words)
        words.setAutoFillBackground(False)  # the ground of the dialog shows through
        column.addWidget(scroll, 1)
        column.addWidget(Rule())
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = Button(say("Close"), "primary")
        close.setObjectName("case.score.close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)
        close.setFocus()

        scale = theme().text_scale
        wished = QSize(round(WIDTH * scale), round(HEIGHT * scale))
        self.resize(wished.boundedTo(parent.window().size() - QSize(EDGE, EDGE)))


def _text(view: ScoreTextView) -> QWidget:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(6, 6, 16, 6)
    column.setSpacing(theme().px("m"))
    column.addWidget(Text(view.plain, "lead"))
    for part in view.parts:
        column.addSpacing(theme().px("s"))
        column.addWidget(Heading(part.title))
        if part.remark:
            column.addWidget(Text(part.remark, "body", "ink2"))
        column.addLayout(_rows(part))
    column.addStretch(1)
    return ground


def _rows(part: ScorePartView) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px("xl"))
    grid.setVerticalSpacing(theme().px("s"))
    both = any(right for _, right in part.rows)
    narrow = both and max(len(left) for left, _ in part.rows) < max(len(r) for _, r in part.rows)
    for place, (left, right) in enumerate(part.rows):
        top = Qt.AlignmentFlag.AlignTop
        if not both:
            grid.addWidget(Text(left, "row"), place, 0, 1, 2)
            continue
        grid.addWidget(Text(left, "body_strong" if narrow else "row"), place, 0, top)
        grid.addWidget(Text(right, "row", "ink" if narrow else "ink2"), place, 1, top)
    grid.setColumnStretch(0, 1 if narrow else 3)
    grid.setColumnStretch(1, 3 if narrow else 1)
    return grid
