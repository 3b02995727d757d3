"""One consultation in the library: a row that is pressed as a whole."""

import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spinecounsel.viewing.library import LibraryRow
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.flow import Run
from ui.widgets.icons import KindMark
from ui.widgets.row_button import RowButton
from ui.widgets.text import Text

MARKS = {
    "draft": "half",
    "provided": "seal",
    "refused": "hand",
    "postponed": "pause",
    "withdrawal": "warning",
    "supersession": "does_not_apply",
}


class LibraryRowButton(RowButton):
    """Shows a ``LibraryRow``; ``picked(id, is_draft)`` when it is pressed.

    ``moved(step)`` when an arrow key is to lead to the row before or after.  A draft has, for who
    may change it, a button that throws it away, ``discard_asked(id, name)``, and one that shows its
    earlier states, ``earlier_asked(id)``.  When text is large, day and options stand below the name
    instead of beside it.
    """

    picked = Signal(str, bool)
    discard_asked = Signal(str, str)
    earlier_asked = Signal(str)
    moved = Signal(int)

    def __init__(self, row: LibraryRow, searched: str) -> None:
        super().__init__(row.name, row.facts)
        self._row = row
        self.setObjectName(f"library.row.{row.id}")
        self.title.show_runs(found_runs(row.name, searched, bold=True))
        self.sentence.show_runs(found_runs(row.facts, searched))
        options = found_runs(row.options, searched)
        self._below = Text("", "row")
        self._below.show_runs((Run(row.when + (" · " if row.options else "")), *options))
        self.words.addWidget(self._below)
        self.words.insertStretch(0, 1)
        self.words.addStretch(1)
        ago = (Text(row.ago, "body", "ink2"),) if row.ago else ()
        self._when = _column(Text(row.when, "body_strong"), *ago)
        names = Text("", "row")
        names.show_runs(options)
        self._options = _column(names)
        self._add_columns()
        for text in self.findChildren(Text):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        whole = (row.name, row.facts, row.when, row.ago, row.options, row.status_text, row.again)
        self.setAccessibleName(", ".join(part for part in whole if part))
        draft = say("Take it up again") if row.may_change else say("Read the draft")
        self.setToolTip(draft if row.is_draft else row.again or say("Open the record"))
        self.clicked.connect(self._on_clicked)

        theme().themed.connect(self._on_large)
        self._on_large()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys lead on; else they would scroll."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def _add_columns(self) -> None:
        for part, stretch in ((self._when, 3), (self._options, 6), (_status(self._row), 4)):
            policy = part.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # so columns stand in line
            part.setSizePolicy(policy)
            self.row.addWidget(part, stretch)
        self.row.setStretch(0, 5)
        for button in (
            self._inset("earlier", "clock", say("Earlier states of this draft"), self._on_earlier),
            self._inset("discard", "remove", say("Throw the draft away"), self._on_discard),
        ):
            self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(KindMark("next"), 0, Qt.AlignmentFlag.AlignVCenter)

    def _inset(self, ident: str, icon: str, name: str, pressed: Callable[[], None]) -> Button:
        """Give a button that only a draft shows, to who may change it; its place stays free."""
        button = Button("", "inset", icon=icon, name=name)
        button.setObjectName(f"library.{ident}.{self._row.id}")
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.clicked.connect(pressed)
        if not self._row.may_change:  # shown without a parent, it would be a window of its own
            button.hide()
        return button

    def _on_clicked(self) -> None:
        self.picked.emit(self._row.id, self._row.is_draft)

    def _on_earlier(self) -> None:
        self.earlier_asked.emit(self._row.id)

    def _on_discard(self) -> None:
        self.discard_asked.emit(self._row.id, self._row.name)

    def _on_large(self) -> None:
        large = theme().large_text
        self.row.setStretch(0, 9 if large else 5)
        self._below.setVisible(large)
        self._when.setVisible(not large)
        self._options.setVisible(not large)


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


def _column(*parts: QWidget) -> QWidget:
    part = QWidget()
    part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addStretch(1)
    for each in parts:
        column.addWidget(each)
    column.addStretch(1)
    return part


def _status(row: LibraryRow) -> QWidget:
    status = _marked(MARKS.get(row.status, "half"), row.status_text)
    return _column(status, _marked("clock", say("To talk through again"))) if row.again else status


def _marked(mark: str, words: str) -> QWidget:
    part = QWidget()
    part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addWidget(KindMark(mark), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(Text(words, "body_strong"), 1)
    return part
