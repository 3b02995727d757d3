"""A document as pictures of its pages, drawn when they come into sight."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.scroll import Scroll

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
FIT = ZOOMS.index(1.0)
SETTLE_MS = 40


class Preview(Scroll):
    """Pages below one another, as wide as there is room, or larger and smaller.

    ``page_wanted(number, width)`` asks for the picture of a page (from 0), ``width`` pixels of the
    screen wide; ``moved()`` says that another page is in sight or another size is shown.
    """

    page_wanted = Signal(int, int)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__(say("Preview of the document"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._zoom = FIT
        self._sheets: list[_Sheet] = []
        self._ground = QWidget()
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(0, 0, 0, theme().px("l"))
        self._column.setSpacing(theme().px("m"))
        self._column.addStretch(1)
        self.setWidget(self._ground)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 without any."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return sum(top <= middle for top in self._tops())

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    @property
    def may_grow(self) -> bool:
        """Whether there is a larger size."""
        return self._zoom < len(ZOOMS) - 1

    @property
    def may_shrink(self) -> bool:
        """Whether there is a smaller size."""
        return self._zoom > 0

    def show_document(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show blank pages of these sizes (points); their pictures come by ``show_page``."""
        for sheet in self._sheets:
            self._column.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        self._sheets = [
            _Sheet(size, say("Page {n} of {all}", n=number, all=len(sizes)))
            for number, size in enumerate(sizes, start=1)
        ]
        for sheet in self._sheets:
            self._column.insertWidget(
                self._column.count() - 1, sheet, 0, Qt.AlignmentFlag.AlignHCenter
            )
        self.verticalScrollBar().setValue(0)
        self._fit()

    def show_page(self, number: int, picture: bytes) -> None:
        """Show the picture (PNG) of page ``number`` (from 0)."""
        if number < len(self._sheets):
            self._sheets[number].show_picture(picture)

    def grow(self) -> None:
        """Show the pages larger."""
        self._zoom_to(self._zoom + 1)

    def shrink(self) -> None:
        """Show the pages smaller."""
        self._zoom_to(self._zoom - 1)

    def fit(self) -> None:
        """Show the pages as wide as there is room."""
        self._zoom_to(FIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by the usual keys; Home and End go to the first and last page."""
        zooms = {
            QKeySequence.StandardKey.ZoomIn: self.grow,
            QKeySequence.StandardKey.ZoomOut: self.shrink,
        }
        for keys, act in zooms.items():
            if event.matches(keys):
                act()
                return
        bar = self.verticalScrollBar()
        key = event.key()
        if key == Qt.Key.Key_0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fit()
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _tops(self) -> list[int]:
        """Give where each page begins, whether the layout has placed it yet or not."""
        gap, y, made = self._column.spacing(), 0, []
        for sheet in self._sheets:
            made.append(y)
            y += sheet.height() + gap
        return made

    def _zoom_to(self, zoom: int) -> None:
        if zoom in range(len(ZOOMS)) and zoom != self._zoom:
            bar = self.verticalScrollBar()
            place = bar.value() / max(1, self._ground.height())
            self._zoom = zoom
            self._fit()
            self._ground.adjustSize()
            bar.setValue(round(place * self._ground.height()))

    def _fit(self) -> None:
        widest = max((sheet.points[0] for sheet in self._sheets), default=1)
        bar = self.verticalScrollBar().sizeHint().width()
        room = max(120, self.width() - bar - theme().px("s")) * ZOOMS[self._zoom]
        for sheet in self._sheets:
            across, down = sheet.points
            sheet.setFixedSize(round(room * across / widest), round(room * down / widest))
        self._settling.start()
        self.moved.emit()

    def _on_scrolled(self, _value: int) -> None:
        self._settling.start()
        self.moved.emit()

    def _ask(self) -> None:
        """Ask for what is in sight, and the page before and behind."""
        top, high = self.verticalScrollBar().value(), self.viewport().height()
        seen = QRect(0, top - high // 2, 1, 2 * high)
        for number, (place, sheet) in enumerate(zip(self._tops(), self._sheets, strict=True)):
            width = round(sheet.width() * self.devicePixelRatioF())
            if seen.intersects(QRect(0, place, 1, sheet.height())) and sheet.wants(width):
                self.page_wanted.emit(number, width)
        self.moved.emit()


class _Sheet(QWidget):
    """One page of paper; white until its picture is there."""

    def __init__(self, points: tuple[float, float], name: str) -> None:
        super().__init__()
        self.points = points
        self._picture = QPixmap()
        self._asked = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def wants(self, width: int) -> bool:
        """Whether a picture of ``width`` was not asked for yet; it is now."""
        asked, self._asked = self._asked, width
        return asked != width

    def show_picture(self, png: bytes) -> None:
        """Take the picture."""
        self._picture.loadFromData(png)
        self.update()

    def sizeHint(self) -> QSize:
        """Give its size."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._picture.isNull():
            painter.drawPixmap(self.rect(), self._picture)
        painter.setPen(theme().colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
