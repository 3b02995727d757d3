"""The sealed record: preview, export, print, the patient's copy."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spinecounsel.viewing.finished import FinishedView, pages_read
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.icons import KindMark
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, PageTitle, Text

A4_RATIO = 297 / 210


class FinishedPage(Page):
    """Shows what was sealed.

    ``export_asked()``, ``print_asked()``, ``copy_given()``, ``closed()``.
    """

    export_asked = Signal()
    print_asked = Signal()
    copy_given = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("finished")
        self._title = PageTitle()
        self._facts = Card(pad=24, spacing=12)
        self._events = Text("", "row", "ink2")
        self._count = Text("", "row", "ink2")
        self._busy = Text("", "row", "ink2")
        self._pages: list[_PagePicture] = []
        self._export = self._button("export", say("Save as PDF"), "primary", self.export_asked)
        self._print = self._button("print", say("Print"), "secondary", self.print_asked)
        self._copy = self._button(
            "copy", say("Copy given to the patient"), "secondary", self.copy_given
        )
        self._close = self._button("close", say("Back to all consultations"), "quiet", self.closed)
        self._lay_out()

    def show_view(self, view: FinishedView) -> None:
        """Show a sealed record and what became of its paper."""
        self._title.setText(view.title)
        self._events.setText("\n".join(view.events))
        self._events.setVisible(bool(view.events))
        self._fill_facts(view)
        self._busy.setVisible(bool(self._busy.text()))

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show the document's pages, each a PNG."""
        self._empty_pages()
        for number, picture in enumerate(pages, start=1):
            page = _PagePicture(picture, say("Page {n} of {all}", n=number, all=len(pages)))
            self._pages.append(page)
            self._column.insertWidget(self._column.count() - 1, page)
        self._count.setText(pages_read(len(pages)) if pages else say("Making the preview ..."))

    def say_busy(self, sentence: str) -> None:
        """Say what is going on, or what went wrong; empty for nothing."""
        self._busy.setText(sentence)
        self._busy.setVisible(bool(sentence))

    def clear(self) -> None:
        """Forget the record, so that nothing about a patient stays behind a lock."""
        self._empty_pages()
        self._empty_facts()
        for text in (self._title, self._events, self._count, self._busy):
            text.setText("")

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._export

    def _button(self, ident: str, words: str, role: str, signal: SignalInstance) -> Button:
        button = Button(words, role)
        button.setObjectName(f"finished.{ident}")
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(34, 12, 32, 0)
        row.setSpacing(theme().px("xl"))
        left = Scroll()
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(6, 12, 12, 20)
        column.setSpacing(theme().px("l"))
        head = QHBoxLayout()
        head.setSpacing(theme().px("m"))
        head.addWidget(KindMark("done", size=30), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        for buttons in ((self._export, self._print), (self._copy, self._close)):
            line = QHBoxLayout()
            line.setSpacing(theme().px("l"))
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        column.addWidget(self._busy)
        column.addWidget(self._facts)
        column.addWidget(self._events)
        column.addStretch(1)
        left.setWidget(ground)
        row.addWidget(left, 1)
        row.addLayout(self._preview(), 1)

    def _preview(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setContentsMargins(0, 12, 0, 0)
        right.setSpacing(theme().px("s"))
        right.addWidget(self._count)
        scroll = Scroll(say("Preview of the document"))
        scroll.setObjectName("finished.preview")
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 12, 20)
        self._column.setSpacing(theme().px("m"))
        self._column.addStretch(1)
        scroll.setWidget(ground)
        right.addWidget(scroll, 1)
        return right

    def _fill_facts(self, view: FinishedView) -> None:
        self._empty_facts()
        self._facts.add(Heading(view.patient))
        for label, words in view.lines:
            self._facts.add(_fact(label, words, "lead"))
        self._facts.add(Rule())
        self._facts.add(_fact(say("Signed by"), "\n".join(view.signers), "body"))
        self._facts.add(_fact(say("Fingerprint of the record"), view.fingerprint, "label"))

    def _empty_facts(self) -> None:
        column = self._facts.column
        while column.count():
            item = column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()

    def _empty_pages(self) -> None:
        for page in self._pages:
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()


class _PagePicture(QWidget):
    """One page of paper, as wide as there is room."""

    def __init__(self, png: bytes, name: str) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._picture.loadFromData(png)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * A4_RATIO)

    def sizeHint(self) -> QSize:
        return QSize(560, self.heightForWidth(560))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._picture)
        painter.setPen(theme().colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def _fact(label: str, words: str, role: str) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(label, "label", "ink2"))
    column.addWidget(Text(words, role))
    return part
