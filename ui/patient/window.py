"""A window for the patient alone: on the second screen in full, else one that can be dragged."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QScreen
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.patient import PatientView
from spinecounsel.wording import say
from ui.patient.screen import PatientScreen
from ui.widgets.card import column
from ui.widgets.icons import icon

SIZE = QSize(960, 540)
LEAST_SIZE = QSize(640, 360)


class PatientWindow(QWidget):
    """Holds a ``PatientScreen`` and never takes the keyboard; ``closed()`` when it goes."""

    closed = Signal()

    def __init__(self, view: PatientView) -> None:
        super().__init__()
        self.setObjectName("patient.window")
        self.setWindowTitle(say("Patient's screen"))
        self.setWindowIcon(icon("brand"))
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(LEAST_SIZE)
        self.patient = PatientScreen(view)
        column(self, spacing=0).addWidget(self.patient)

    def show_on(self, screen: QScreen | None) -> None:
        """Fill ``screen``; without one, stand as an ordinary window."""
        if screen is None:
            self.resize(SIZE)
            self.show()
            return
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen() would ask for the keyboard

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it goes."""
        event.accept()
        self.closed.emit()
