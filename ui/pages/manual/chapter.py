"""The text of a chapter: headings, sentences, lists, pictures, and ways to other chapters."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spinecounsel.viewing.manual import Chapter
from spinecounsel.viewing.manual_search import pieces
from spinecounsel.viewing.manual_text import Block, Kind
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, column
from ui.widgets.flow import Run
from ui.widgets.key_row import KeyRow
from ui.widgets.notice import Notice
from ui.widgets.picture import Picture
from ui.widgets.text import Text

WIDTH = 720  # px at 100 % text: longer lines are hard to read
MARK = 26  # px at 100 % text: the column of the signs of a list


class ChapterTitle(Text):
    """The title of a chapter; screen readers know it as a heading."""

    def __init__(self, text: str, role: str = "page_title") -> None:
        super().__init__(text, role)
        self.setAccessibleName(text)


class PartTitle(ChapterTitle):
    """The title of a part of a chapter."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "heading")


class ChapterText(QWidget):
    """Shows one chapter; ``link_picked(chapter)``."""

    link_picked = Signal(str)

    def __init__(self, picture: Callable[[str], Path]) -> None:
        """Take the pictures from where ``picture`` says that one lies."""
        super().__init__()
        self._picture = picture
        self._words: tuple[str, ...] = ()
        self._blocks: list[QWidget] = []
        self._links: dict[Button, str] = {}
        self._inside: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(32, 24, 32, 40)
        self._row.addStretch(1)

    def show_chapter(self, chapter: Chapter, words: Sequence[str] = ()) -> None:
        """Show ``chapter`` with ``words`` marked."""
        self._words = tuple(words)
        before, self._inside = self._inside, QWidget()
        self._links = {}
        lines = column(self._inside, spacing=theme().px("m"))
        lines.addWidget(ChapterTitle(chapter.title))
        self._blocks = [self._made(block) for block in chapter.blocks]
        for part in self._blocks:
            if isinstance(part, PartTitle):
                lines.addSpacing(theme().px("l"))
            lines.addWidget(part)
        lines.addStretch(1)
        if before is not None:
            self._row.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._row.insertWidget(0, self._inside, 1_000)
        self._show_width()
        self._inside.show()  # now: what is not shown yet takes no room that one could scroll to

    def place_of(self, block: int) -> QWidget | None:
        """Give the widget to be scrolled to for a block: its title, if that is above it.

        None for the beginning.
        """
        if not 0 < block < len(self._blocks):
            return None
        above = self._blocks[block - 1]
        return above if isinstance(above, PartTitle) else self._blocks[block]

    def settle(self) -> None:
        """Put everything in its place now, so that one can scroll to it."""
        for ground in (self, self._inside):
            layout = ground.layout() if ground is not None else None
            if layout is not None:
                layout.activate()

    def top_of(self, part: QWidget) -> int:
        """Give how far down a part begins, px."""
        return part.mapTo(self, QPoint()).y()

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return list(self._links)

    def _made(self, block: Block) -> QWidget:
        ways: dict[Kind, Callable[[Block], QWidget]] = {
            Kind.PART: self._part,
            Kind.ITEM: self._item,
            Kind.WARNING: self._warning,
            Kind.PICTURE: self._shown_picture,
            Kind.LINK: self._link,
            Kind.COMMAND: self._command,
            Kind.KEY: self._key,
            Kind.WORDS: self._line,
        }
        return ways[block.kind](block)

    def _part(self, block: Block) -> QWidget:
        title = PartTitle(block.text)
        title.show_runs(self._runs(block.text))
        return title

    def _line(self, block: Block) -> QWidget:
        line = Text("", "lead")
        line.show_runs(self._runs(block.text))
        return line

    def _key(self, block: Block) -> QWidget:
        return KeyRow(block.mark, *self._runs(block.text))

    def _shown_picture(self, block: Block) -> QWidget:
        return Picture(self._picture(block.target), block.text)

    def _item(self, block: Block) -> QWidget:
        item = QWidget()
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("s"))
        mark = Text(f"**{block.mark}**", "lead", "action")
        mark.setFixedWidth(round(MARK * theme().text_scale))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._line(block), 1, Qt.AlignmentFlag.AlignTop)
        return item

    def _link(self, block: Block) -> QWidget:
        link = Button(block.text, "link", icon="next")
        link.setObjectName(f"manual.link.{block.target}")
        link.clicked.connect(self._on_link)
        self._links[link] = block.target
        return link

    def _warning(self, block: Block) -> QWidget:
        notice = Notice(block.text)
        notice.sentence.show_runs(self._runs(block.text))
        return notice

    def _command(self, block: Block) -> QWidget:
        ground = Card("well", pad=theme().px("m"))
        ground.add(self._line(block))
        return ground

    def _runs(self, text: str) -> tuple[Run, ...]:
        return tuple(
            Run(each.text, bold=each.bold, found=each.found) for each in pieces(text, self._words)
        )

    def _show_width(self) -> None:
        if self._inside is not None:
            self._inside.setMaximumWidth(round(WIDTH * theme().text_scale))

    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, Button):
            self.link_picked.emit(self._links[link])
