"""Files from elsewhere: is each as it was sealed, and by whom?  Below, what seals here."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.verify import VerifyRow, VerifyView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.pages.verify.row import VerifyCard
from ui.pages.verify.sealer import SealerCard
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.look import Look
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle, Text

SIDE = 40  # px, left and right


class VerifyPage(Page):
    """Shows what a check of files found.

    ``choose_asked()``, ``files_given(paths)`` when files were dropped on it, ``closed()``.
    ``look`` is there for a page that stands alone, at the door.
    """

    choose_asked = Signal()
    files_given = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verify")
        self.setAcceptDrops(True)
        self._cards: list[VerifyCard] = []
        self._choose = Button(say("Choose files"), "primary", icon="doc")
        self._choose.setObjectName("verify.choose")
        self._choose.clicked.connect(self.choose_asked)
        self._close = Button("", "quiet")
        self._close.setObjectName("verify.close")
        self._close.clicked.connect(self.closed)
        self.sealer = SealerCard()
        self.sealer.told.connect(self._on_told)
        self._status = Text("", "body_strong")
        self._status.setObjectName("verify.status")
        self.look = Look("verify")
        self._lay_out()
        self.stand_alone(alone=False)

    def stand_alone(self, *, alone: bool) -> None:
        """Stand at the door, without banner and foot, or among the pages of an open vault."""
        self.look.setVisible(alone)
        self._close.setText(
            say("Go to the first page") if alone else say("Back to all consultations")
        )

    def show_view(self, view: VerifyView) -> None:
        """Show the files; rows that were shown already stay as they are."""
        self._status.setText(view.status)
        self._status.setVisible(bool(view.status))
        shown = tuple(card.row for card in self._cards)
        if view.rows[: len(shown)] != shown:
            self._empty()
            shown = ()
        for row in view.rows[len(shown) :]:
            self._add(row)

    def lead_to_rows(self) -> None:
        """Give the first file the focus, so that what was found is read out."""
        if self._cards and (self._choose.hasFocus() or self.look.isVisible()):
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Forget the files: their names may be those of patients."""
        self._empty()
        self._status.setText("")
        self._status.hide()

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._choose

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that lie on this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped."""
        urls = event.mimeData().urls()
        self.files_given.emit(tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile()))
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(theme().px("l"))
        self._scroll = Scroll()
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(SIDE, 0, SIDE, 24)
        self._column.setSpacing(theme().px("l"))
        self._column.addWidget(PageTitle(say("Check a PDF")))
        self._column.addWidget(
            Text(
                say(
                    "Is a document of SpineCounsel still as it was sealed? Choose one or more "
                    "files, or drop them on this page. They are only read, and nothing leaves "
                    "this computer."
                ),
                "lead",
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px("l"))
        buttons.addWidget(self._choose)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addWidget(self._status)
        self._column.addWidget(self.sealer)
        self._column.addStretch(1)
        self._status.hide()
        self._scroll.setWidget(ground)
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE, 0, 32, 20)
        foot.addStretch(1)
        foot.addWidget(self.look)
        column.addLayout(foot)

    def _on_told(self) -> None:
        self._scroll.make_room(self.sealer.said)
        self._scroll.ensureWidgetVisible(self.sealer.said)

    def _add(self, row: VerifyRow) -> None:
        card = VerifyCard(row, len(self._cards) + 1)
        self._cards.append(card)
        self._column.insertWidget(self._column.indexOf(self.sealer), card)
        card.show()  # at once, so that it can take the focus

    def _empty(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards.clear()
