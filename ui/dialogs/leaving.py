"""The warning before the program locks itself: any key, click or touch stays."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from spinecounsel.wording import say, say_count
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.text import Heading, Text

WIDTH = 420  # px at 100 % text


class LeavingDialog(QDialog):
    """Counts the seconds down; every key closes it and does nothing else."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("leaving")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("SpineCounsel"))
        self._title = Heading("", "card_title")
        self._stay = Button(say("Stay here"), "primary")
        self._stay.setObjectName("leaving.stay")
        self._stay.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(theme().px("m"))
        column.addWidget(self._title)
        column.addWidget(
            Text(
                say("Nobody has touched anything for a while. The draft is saved. Press any key."),
                "body",
                "ink2",
            )
        )
        column.addWidget(self._stay, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(round(WIDTH * theme().text_scale))

    def show_seconds(self, seconds: int) -> None:
        """Say how long it is until the lock."""
        self._title.setText(say_count("Locking in {n} second", "Locking in {n} seconds", seconds))

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Stay, whichever key it was."""
        self.accept()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Stay."""
        self.accept()
