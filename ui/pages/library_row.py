"""One consultation in the library: a row that is pressed as a whole."""

import re
import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from spinecounsel.viewing.library import LibraryRow
from spinecounsel.wording import say
from ui.widgets.flow import Run
from ui.widgets.icons import KindMark
from ui.widgets.row_button import RowButton
from ui.widgets.text import Text

MARKS = {"draft": "half", "provided": "seal", "refused": "hand", "postponed": "pause"}


class LibraryRowButton(RowButton):
    """Shows a ``LibraryRow``; ``picked(id, is_draft)`` when it is pressed."""

    picked = Signal(str, bool)

    def __init__(self, row: LibraryRow, searched: str) -> None:
        super().__init__(row.name, row.facts)
        self._row = row
        self.setObjectName(f"library.row.{row.id}")
        self.title.show_runs(found_runs(row.name, searched, bold=True))
        self.sentence.show_runs(found_runs(row.facts, searched))
        self.row.addLayout(_column(Text(row.when, "body_strong"), Text(row.ago, "row", "ink2")), 1)
        options = Text("", "row")
        options.show_runs(found_runs(row.options, searched))
        self.row.addWidget(options, 2)
        self.row.addLayout(_status(row), 1)
        self.row.addWidget(KindMark("next"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.setStretch(0, 2)
        for text in self.findChildren(Text):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        whole = (row.name, row.facts, row.when, row.ago, row.options, row.status_text)
        self.setAccessibleName(", ".join(part for part in whole if part))
        self.setToolTip(say("Take it up again") if row.is_draft else say("Open the record"))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.picked.emit(self._row.id, self._row.is_draft)


def found_runs(text: str, searched: str, *, bold: bool = False) -> tuple[Run, ...]:
    """Split ``text`` so that the beginnings of words that were searched for are marked."""
    words = [re.escape(_plain(word)) for word in searched.split()]
    plain = _plain(text)
    if not words or len(plain) != len(text):
        return (Run(text, bold=bold),) if text else ()
    runs: list[Run] = []
    past = 0
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(words)})", plain):
        runs.append(Run(text[past : match.start()], bold=bold))
        runs.append(Run(text[match.start() : match.end()], bold=True, found=True))
        past = match.end()
    runs.append(Run(text[past:], bold=bold))
    return tuple(run for run in runs if run.text)


def _plain(text: str) -> str:
    """Fold case and accents without changing the length, where that can be done."""
    return "".join(unicodedata.normalize("NFD", letter)[0].casefold() for letter in text)


def _column(upper: Text, lower: Text) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(upper)
    column.addWidget(lower)
    lower.setVisible(bool(lower.text()))
    return column


def _status(row: LibraryRow) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(KindMark(MARKS.get(row.status, "half")), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(Text(row.status_text, "body_strong"), 1)
    return line
