"""How the consent record is set: small but open, in two columns, with nothing said twice."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from reportlab.platypus import CondPageBreak, Flowable

from spinecounsel.document.columns import Chapter, Columns, column_of
from spinecounsel.document.flow import Row, Rule, Text, Whole
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.lines import Spans
from spinecounsel.document.look import BODY, Style
from spinecounsel.document.page import RECORD
from spinecounsel.document.sheet import Sheet, TableShape
from spinecounsel.document.tagging import Node
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line
from spinecounsel.wording import say

SIZE = 8.5  # points of the text where there is much of it
SCALE = SIZE / BODY.size
_LARGER = 1.04
_HIGH = 4  # a heading that is higher than this part of a page runs over pages in a column


def _style(size: float, leading: float, before: float = 0, after: float = 0) -> Style:
    """Give a style by its points where there is much text: the sheet enlarges what is in it."""
    return Style(
        size=size / SCALE, leading=leading / SCALE, before=before / SCALE, after=after / SCALE
    )


def _heading(style: Style, colour: str = "ink") -> Style:
    return replaced(style, bold=True, keep=True, colour=colour)


TEXT = _style(8.5, 10.4, after=1.7)
BOLD = replaced(TEXT, bold=True)
QUIET = replaced(TEXT, colour="ink2")
LEAD = replaced(_style(9.8, 12.8, after=1.5), bold=True)
NOTE = replaced(_style(8.5, 9.6, after=1.6), colour="ink2")
NOTE_BOLD = replaced(NOTE, bold=True)
TINY = replaced(_style(8.5, 9.3, after=1), colour="ink2")
NAME = replaced(_style(13.5, 17, after=3), bold=True)
HEAD = _heading(_style(19, 23, after=1))
OPTION = _heading(_style(12.5, 15.5, after=1), "action")
PART = _heading(_style(10.6, 13.4, before=7, after=2), "action")
KIND = _heading(_style(9.4, 11.8, before=4, after=0.6))
TOPIC = _heading(_style(8.6, 10.6, before=2.5, after=0.2))


class Compact:
    """Writes on the sheet of a record; ``column`` is the width of one of its two columns.

    Where it is ``dense`` the text is as small as it may be.
    """

    def __init__(self, fonts: Fonts, *, dense: bool) -> None:
        self.dense = dense
        self.sheet = Sheet(fonts, SCALE * (1 if dense else _LARGER), RECORD)
        self.width = RECORD.width
        self.column = column_of(self.width)
        self.whole = RECORD.height - self.scaled(60)

    def scaled(self, length: float) -> float:
        """Give a length as large as the text is."""
        return length * self.sheet.scale / SCALE

    @contextmanager
    def columns(
        self, head: Flowable | None = None, again: Flowable | None = None
    ) -> Iterator[None]:
        """Put all that is written inside into two columns, below ``head``."""
        story, self.sheet.story = self.sheet.story, []
        yield
        items, self.sheet.story = self.sheet.story, story
        if head and head.wrap(self.width, RECORD.height)[1] > RECORD.height / _HIGH:
            items, head, again = [head, *items], None, None
        made = Columns(items, RECORD.height, head, again)
        made.spaceBefore = self.scaled(9)
        story.append(made)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep a section that is written inside on one page, with a line below its heading."""
        story, self.sheet.story = self.sheet.story, []
        yield
        head, *items = [e for e in self.sheet.story if not isinstance(e, CondPageBreak)]
        self.sheet.story = story
        made = Whole([self._ruled(head), *items], self.whole)
        made.spaceBefore = self.scaled(9)
        story.append(made)

    def option_head(self, title: str) -> tuple[Flowable, Flowable]:
        """Begin a section; give its heading, and the one over its next pages."""
        self.sheet.begin()
        head = self.sheet.heading_text(2, title, OPTION)
        return self._ruled(head), self._ruled(self._continued(title))

    def chapter(self, title: str) -> None:
        """Begin a section with a heading in a column, which is told again over its next pages."""
        head, again = self.option_head(title)
        made = Chapter([head], self.whole)
        if head.wrap(self.column, RECORD.height)[1] < RECORD.height / _HIGH:
            made.again = again
        made.keepWithNext, made.spaceBefore = 1, self.scaled(10)
        made.spaceAfter = head.getSpaceAfter()
        self.sheet.add(made)

    def part(self, title: str) -> None:
        """Begin a section with a heading in a column."""
        self.sheet.begin()
        self.sheet.heading(2, title, PART)

    def text(self, text: str | Spans, style: Style, kind: str = "P") -> Text:
        """Give a text that is not put on the sheet yet."""
        return self.sheet.text(text, style, self.sheet.node(kind))

    def told(self, label: str, text: str, style: Style = TEXT) -> Text:
        """Give a label and what it says, in one run of words."""
        if not label:
            return self.text(text, style)
        between = " " if label.endswith(("?", ":")) else ": "
        return self.text(((label + between, replaced(style, bold=True)), (text, style)), style)

    def run(self, lines: Sequence[Line]) -> list[Text]:
        """Give labels and what they say, the labels in bold.

        Each in a paragraph of its own, so that the eye finds it.
        """
        return [self.told(each.label, each.text) for each in lines]

    def fact(
        self, label: str, text: str, width: float, share: float = 0.36, style: Style = TEXT
    ) -> Row:
        """Give a label and what stands beside it, as one paragraph to a listener."""
        node = self.sheet.node("P")
        first, column = width * share, width * share + self.scaled(7)
        quiet = replaced(style, colour="ink2", bold=False)
        cells = (
            (0.0, first, self.sheet.text(label, quiet, node.child("Span"))),
            (column, width - column, self.sheet.text(text, style, node.child("Span"))),
        )
        made = Row(cells)
        made.spaceAfter = self.scaled(1.6)
        return made

    def facts(self, lines: Iterable[Line], share: float = 0.36) -> None:
        """Put facts in a column, those without a text left out."""
        self.sheet.add(
            *(self.fact(each.label, each.text, self.column, share) for each in lines if each.text)
        )

    def table(
        self, title: str, heads: tuple[str, str], lines: Sequence[Line], share: float = 0.64
    ) -> None:
        """Put a table of two columns below its title; the first column names the row."""
        self.part(title)
        gap = self.scaled(7)
        column = self.column * share + gap
        shape = TableShape(
            width=self.column, column=column, gap=gap, pad=self.scaled(1.4), text=TEXT, heads=NOTE
        )
        made = self.sheet.table(heads, lines, shape)
        made.whole, made.least = RECORD.height / _HIGH, 2
        made.title_again(self._continued(title))
        self.sheet.add(made)

    def _continued(self, title: str) -> Text:
        words = say("{title}, continued", title=title)
        return self.sheet.text(words, NOTE_BOLD, Node("Artifact"))

    def _ruled(self, text: Flowable) -> Whole:
        rule = Rule()
        rule.spaceBefore = 0
        made = Whole([text, rule], self.whole)
        made.spaceAfter = self.scaled(3.5)
        return made
