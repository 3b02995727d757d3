"""What will be talked about: the chosen options in order, numbered."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.card import Card, Rule
from ui.widgets.text import Heading, Text


class TalkCard(Card):
    """Shows a title, the names one below the other, and a remark."""

    def __init__(self) -> None:
        super().__init__(pad=20, spacing=8)
        self._title = Heading()
        self._remark = Text("", "body", "ink2")
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._shown: tuple[str, ...] = ()
        self.add(self._title)
        self.column.addLayout(self._list)
        self.add(self._remark)

    def show_talk(self, title: str, names: tuple[str, ...], remark: str) -> None:
        """Show what was chosen so far."""
        self._title.setText(title)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        if names != self._shown:
            self._shown = names
            self._fill()

    def _fill(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for number, name in enumerate(self._shown, start=1):
            if number > 1:
                self._list.addWidget(Rule())
            self._list.addWidget(_Entry(number, name))


class _Entry(QWidget):
    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("m"))
        row.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(name, "row"), 1)


class _Number(QWidget):
    """A number in a disc."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setAccessibleName(str(number))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        side = round(26 * theme().text_scale)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("well"))
        painter.drawEllipse(QRectF(self.rect()))
        font = theme().font("label")
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme().colour("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
