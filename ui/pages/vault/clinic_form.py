"""Who the clinic is: its name and its logo, as they stand on each paper."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from spinecounsel.viewing.settings import ClinicView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.field import LineField, ProblemLine
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

_SHOWN = QSize(280, 100)  # px at most: half of what is kept, sharp on screens with fine points
_MARGIN = 10  # px of paper round the logo


class ClinicForm(QWidget):
    """Shows a ``ClinicView``.

    ``name_given(typed)`` when the field was left, ``logo_asked()`` to choose a file for the logo,
    ``logo_removed()``.  The parts are named ``<place>.name``, ``<place>.logo``,
    ``<place>.logo.choose`` and ``<place>.logo.remove``.
    """

    name_given = Signal(str)
    logo_asked = Signal()
    logo_removed = Signal()

    def __init__(self, place: str) -> None:
        super().__init__()
        self.name = LineField(say("Name of the clinic"), f"{place}.name")
        self.name.left.connect(self._on_left)
        self._logo = _Logo()
        self._logo.setObjectName(f"{place}.logo")
        self._about = Text("", "body", "ink2")
        self._problem = ProblemLine()
        self._choose = self._button(f"{place}.logo.choose", "", self.logo_asked)
        self._remove = self._button(
            f"{place}.logo.remove", say("Remove the logo"), self.logo_removed
        )
        self._remove.set_role("quiet")
        self._lay_out()

    def show_view(self, view: ClinicView) -> None:
        """Show name and logo as they are set, or what is wrong with what was given."""
        self.name.show_words(view.name.text, view.name.problem, view.name.remark)
        self._logo.show_png(view.logo)
        self._about.setText(view.logo_words)
        self._problem.show_words(view.logo_problem)
        words = say("Choose another logo ...") if view.logo else say("Choose a logo ...")
        self._choose.setText(words)
        self._remove.setVisible(bool(view.logo))

    def _on_left(self) -> None:
        self.name_given.emit(self.name.text())

    def _button(self, name: str, words: str, pressed: SignalInstance) -> Button:
        button = Button(words)
        button.setObjectName(name)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("m"))
        line = QWidget()
        buttons = Wrapping(line, spacing=theme().px("m"))
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        column.addWidget(self.name)
        column.addWidget(Text(say("Logo"), "control"))
        column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (self._about, line, self._problem):
            column.addWidget(part)


class _Logo(QWidget):
    """The logo on a piece of paper, which is white in every look."""

    def __init__(self) -> None:
        super().__init__()
        self._png = b""
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("The logo of the clinic"))
        self.hide()

    def show_png(self, png: bytes) -> None:
        """Show a picture, nothing for none."""
        if png != self._png:
            self._png, self._picture = png, QPixmap()
            self._picture.loadFromData(png)
            self.updateGeometry()
            self.update()
        self.setVisible(bool(png))

    def sizeHint(self) -> QSize:
        """Give the size of the paper."""
        return self._shown() + QSize(2 * _MARGIN, 2 * _MARGIN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper and logo."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(theme().colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        place = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawPixmap(place, self._picture)
        painter.end()

    def _shown(self) -> QSize:
        size = self._picture.size()
        if size.width() <= _SHOWN.width() and size.height() <= _SHOWN.height():
            return size
        return size.scaled(_SHOWN, Qt.AspectRatioMode.KeepAspectRatio)
