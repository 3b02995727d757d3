"""Words and what they mean, in a small window beside the word that was tapped."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from spinecounsel.viewing.glossary import WordView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule, column
from ui.widgets.scroll import Scroll, clear_ground
from ui.widgets.text import Text

WIDTH = 440  # px at 100 % text
GAP, EDGE = 6, 8  # px: to the word, and to the edge of the screen


class WordCard(QFrame):
    """Shows ``words`` under ``title`` until Escape, the button, or a press elsewhere closes it.

    The focus then goes back to where it was.  It deletes itself when it is closed.
    """

    def __init__(self, window: QWidget, words: Sequence[WordView], *, title: str = "") -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("words")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "group")
        spoken = " ".join(f"{each.term}: {each.plain}" for each in words)
        self.setAccessibleName(title or words[0].term)
        self.setAccessibleDescription(spoken)
        self._scroll = Scroll(f"{title}. {spoken}" if title else spoken)
        self._ground = QWidget()
        inside = column(self._ground, margin=theme().px("l"), spacing=theme().px("s"))
        if title:
            inside.addWidget(Text(title, "page_title"))
        for place, each in enumerate(words):
            if place:
                inside.addWidget(Rule())
            for text in (
                Text(f"**{each.term}**", "lead"),
                Text(each.plain, "lead"),
                Text(each.source, "label", "ink2"),
            ):
                inside.addWidget(text)
        inside.addStretch(1)
        self._scroll.setWidget(self._ground)
        clear_ground(self._scroll)
        self._close = Button(say("Close"), icon="clear", small=True)
        self._close.setObjectName("words.close")
        self._close.clicked.connect(self.close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 2, 2, theme().px("m"))
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addSpacing(theme().px("s"))
        foot = QVBoxLayout()
        foot.setContentsMargins(theme().px("l"), theme().px("s"), theme().px("l"), 0)
        foot.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addLayout(foot)

    def open_at(self, place: QRect) -> None:
        """Open below ``place`` on the screen, or above it where there is more room."""
        room = self.screen().availableGeometry().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        width = min(round(WIDTH * theme().text_scale), room.width())
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        inner = self._ground.layout()
        words = inner.totalHeightForWidth(width - bar - 4) if inner is not None else 0
        wanted = words + self._close.sizeHint().height() + theme().px("m") + 2 * theme().px("s") + 8
        below, above = room.bottom() - place.bottom() - GAP, place.top() - room.top() - GAP
        if wanted <= below or below >= above:
            height = min(wanted, max(below, 0))
            top = place.bottom() + GAP
        else:
            height = min(wanted, above)
            top = place.top() - GAP - height
        left = max(room.left(), min(place.left(), room.right() - width))
        self.resize(width, height)
        self.move(QPoint(left, top))
        self.show()
        self._scroll.setFocus(Qt.FocusReason.PopupFocusReason)
        event = QAccessibleAnnouncementEvent(self, self.accessibleDescription())
        QAccessible.updateAccessibility(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
