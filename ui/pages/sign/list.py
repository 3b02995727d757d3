"""The list of what is there, what is worth a second look, and what is missing."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.sign_list import CheckLine
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.icons import KindMark
from ui.widgets.text import Text


class CheckList(Card):
    """Shows the lines; ``step_asked(step)`` for one that is cured elsewhere."""

    step_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(pad=0, spacing=0)
        self._lines: dict[str, _Line] = {}

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show the lines; those that were there stay as they are."""
        if [line.key for line in lines] != list(self._lines):
            self._arrange(lines)
        for place, line in enumerate(lines):
            self._lines[line.key].show_line(line)
            self._lines[line.key].rule.setVisible(place > 0)

    def _arrange(self, lines: Sequence[CheckLine]) -> None:
        old, self._lines = self._lines, {}
        for line in lines:
            shown = old.pop(line.key, None) or self._new_line()
            self._lines[line.key] = shown
            self.add(shown)
        for shown in old.values():
            if shown.isAncestorOf(QApplication.focusWidget() or self):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.column.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        for above, below in pairwise(each.look for each in self._lines.values()):
            QWidget.setTabOrder(above, below)

    def _new_line(self) -> "_Line":
        line = _Line()
        line.step_asked.connect(self.step_asked)
        return line


class _Line(QWidget):
    step_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._step = ""
        self.rule = Rule()
        self._mark = KindMark("to_do", size=22)
        self._title, self._sentence = Text("", "control"), Text("", "body", "ink2")
        self.look = Button(say("Look"), "link", small=True)
        self.look.clicked.connect(self._on_look)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(18, 9, 16, 9)
        self._row.setSpacing(theme().px("m"))
        self._row.addWidget(self._mark)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rule)
        column.addLayout(self._row)

    def show_line(self, line: CheckLine) -> None:
        """Show a line."""
        self._step = line.step
        self._mark.show_kind(line.mark, line.spoken)
        self._title.setText(line.title)
        self._sentence.setText(line.sentence)
        self._sentence.setVisible(bool(line.sentence))
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._mark, top if line.sentence else middle)
        self.look.setObjectName(f"sign.look.{line.key}")
        self.look.setAccessibleName(say("Look: {title}", title=line.title))
        self.look.setVisible(bool(line.step))

    def _on_look(self) -> None:
        self.step_asked.emit(self._step)
