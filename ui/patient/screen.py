"""The patient's screen: one sheet above a quiet foot, as large as the room lets it be."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from spinecounsel.viewing.patient import PatientView
from spinecounsel.wording import say
from ui.patient.measure import HEIGHT, WIDTH, Measure
from ui.patient.sheets import make_sheet
from ui.theme.theme import theme
from ui.widgets.card import column
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

LEAST, LARGEST = 0.3, 3.0  # how large everything is, 1.0 as drawn
LEAST_TYPE = 15  # px at 100 % text: smaller than this nothing is written
SIDE, UP, FOOT = 126, 36, 96  # px as drawn
SPARE = 30  # px as drawn: a line may wrap otherwise than was reckoned


class PatientScreen(QFrame):
    """Shows a ``PatientView``; what was shown before is deleted, not hidden.

    It holds nothing to press.  What does not fit at the smallest size is scrolled, by the keys too.
    ``way_back`` is a hint at the foot on how to turn back to the console, empty for none.
    """

    def __init__(self, view: PatientView, *, way_back: str = "") -> None:
        super().__init__()
        self.setObjectName("patient")
        self.setProperty("kind", "paper")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view, self._way_back = view, way_back
        self._scroll = Scroll()
        self._scroll.setObjectName("patient.scroll")
        self._foot = QWidget()
        self._column = column(self, spacing=0)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._foot)
        theme().themed.connect(self._make)

    def show_view(self, view: PatientView) -> None:
        """Show another view."""
        if view != self._view:
            self._view = view
            self._make()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make everything as large as there is room."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._make()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, should there be more than fits."""
        bar = self._scroll.verticalScrollBar()
        page, line = bar.pageStep(), bar.singleStep() * 3
        moves = {
            Qt.Key.Key_Down: line,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Space: page,
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + move)

    def _make(self) -> None:
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return  # it has no place yet
        base = max(LEAST, min(LARGEST, self.width() / WIDTH, self.height() / HEIGHT))
        foot = _foot(self._view, self._way_back, Measure(base, self.size()))
        self._column.replaceWidget(self._foot, foot)
        _delete(self._foot)
        self._foot = foot
        room = self.height() - foot.height() - round(SPARE * base)
        before = self._scroll.takeWidget()
        self._scroll.setWidget(self._fitting(base, room))
        if before is not None:
            _delete(before)

    def _fitting(self, base: float, room: int) -> QWidget:
        """Give the sheet as large as it fits, the text size asking for more; never too small."""
        scale = base * theme().text_scale
        sheet = self._sheet(scale, base, room)
        least = LEAST_TYPE / smallest_type(sheet) * scale
        if self._way_back:  # here keys scroll, so what people need to read is not made smaller
            least *= theme().text_scale
        while (high := _height(sheet, self.width())) > room and scale > least:
            _delete(sheet)
            scale = max(least, scale * min(0.97, (room / high) ** 0.5))
            sheet = self._sheet(scale, base, room)
        return sheet

    def _sheet(self, scale: float, base: float, room: int) -> QWidget:
        side, up = round(SIDE * base), round(UP * base)
        inner = QSize(self.width() - 2 * side, room - 2 * up)
        sheet = make_sheet(self._view, Measure(scale, inner))
        sheet.setContentsMargins(side, up, side, up)
        return sheet


def _height(sheet: QWidget, width: int) -> int:
    return max(sheet.heightForWidth(width), sheet.minimumSizeHint().height())


def smallest_type(sheet: QWidget) -> int:
    """Give the size of the smallest type on a sheet, px."""
    return min((text.font().pixelSize() for text in sheet.findChildren(Text)), default=LEAST_TYPE)


def _foot(view: PatientView, way_back: str, measure: Measure) -> QFrame:
    foot = QFrame()
    foot.setProperty("kind", "bar")
    foot.setFixedHeight(measure.px(FOOT))
    row = measure.row(foot, spacing=16)
    row.setContentsMargins(measure.px(SIDE), 0, measure.px(SIDE), 0)
    card = view.card
    if card is not None:
        row.addWidget(measure.mark(card.kind, 36))
        row.addWidget(measure.text(f"**{card.kind_word}**", "meta"))
        row.addSpacing(measure.px(48))
    row.addWidget(measure.text(say("Take your time. You can ask anything."), "meta", "ink2"), 1)
    if way_back:
        row.addWidget(measure.text(way_back, "meta", "ink2"))
        row.addSpacing(measure.px(48))
    if view.notice:
        row.addWidget(measure.mark("warning", 34))
        row.addWidget(measure.text(f"**{view.notice}**", "meta"))
    return foot


def _delete(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
