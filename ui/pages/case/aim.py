"""What treatment is meant to reach, and notes of the clinician."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.case import AimView
from spinecounsel.wording import say
from ui.widgets.columns import Columns
from ui.widgets.field import NoteField
from ui.widgets.question import RowQuestion


class AimPart(QWidget):
    """Shows an ``AimView``: ``answered(field, key)``, ``written("notes", text)``."""

    answered = Signal(str, str)
    written = Signal(str, str)

    def __init__(self, view: AimView, problems: dict[str, str]) -> None:
        super().__init__()
        self._aim = RowQuestion(view.aim, place="case")
        self._aim.answered.connect(self.answered)
        self._notes = NoteField(say("Notes on the case"), "case.notes", lines=7)
        self._notes.written.connect(self._on_written)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 16)
        column.addWidget(Columns([[self._aim], [self._notes]], (50, 50)))
        column.addStretch(1)
        self.show_view(view, problems)

    def show_view(self, view: AimView, problems: dict[str, str]) -> None:
        """Show the answer and the notes."""
        self._aim.show_view(view.aim)
        self._notes.show_words(view.notes, problems.get("notes", ""))

    def first(self) -> QWidget:
        """Give the control to begin with."""
        return self._aim.first()

    def _on_written(self, text: str) -> None:
        self.written.emit("notes", text)
