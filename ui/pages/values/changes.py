"""What came to matter more or less in the course of the talk: a short list behind a button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.values_history import ChangeLine
from spinecounsel.wording import say_count
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.flow import Run
from ui.widgets.text import Text


class Changes(QWidget):
    """Hides as long as nothing was changed after it was first said."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ChangeLine, ...] = ()
        self._fold = Button("", "quiet", icon="down", small=True)
        self._fold.setObjectName("values.changes")
        self._fold.setCheckable(True)
        self._fold.set_icon("down", when_checked="up")
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(14, 0, 0, 0)
        self._list.setSpacing(theme().px("s"))
        self._inside.hide()
        self._fold.toggled.connect(self._inside.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(Rule())
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._inside)
        self.hide()

    def show_changes(self, lines: Sequence[ChangeLine]) -> None:
        """Show ``lines``; new ones come below those that are there."""
        if tuple(lines) != self._lines:
            kept = self._lines == tuple(lines)[: len(self._lines)]
            for each in lines[len(self._lines) if kept else self._clear() :]:
                self._list.addWidget(_sentence(each))
            self._lines = tuple(lines)
            count = len(lines)
            self._fold.setText(
                say_count("What changed: {n} time", "What changed: {n} times", count)
            )
        self.setVisible(bool(lines))

    def _clear(self) -> int:
        """Take all lines out, and give the place of the first one to put in."""
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self._fold.setChecked(False)
        return 0


def _sentence(line: ChangeLine) -> Text:
    text = Text("", "row")
    text.show_runs(
        [Run(f"{line.when}  ", tone="ink2"), Run(line.change, bold=True), Run(f"  {line.short}")]
    )
    return text
