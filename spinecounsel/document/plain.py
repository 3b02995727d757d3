"""How a patient's copy is set: beside one another in 12 points, one below the other in large print.

Sizes are those of the record's paper; the sheet enlarges them.
"""

from collections.abc import Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from spinecounsel.document.flow import Row, Sign, Whole
from spinecounsel.document.lines import Spans
from spinecounsel.document.look import BODY, HAIRLINE, SECTION, Style, colour
from spinecounsel.document.marks import STAR, draw_star
from spinecounsel.document.sheet import Sheet, TableShape, marked
from spinecounsel.document.tagging import Drawn, Node
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line

CHAPTER = replaced(SECTION, before=11, after=4)
SAID = replaced(BODY, leading=13.8, after=4.5)
QUIET = replaced(SAID, colour="ink2")
BOLD = replaced(SAID, bold=True)
LEAD = replaced(BOLD, size=14, leading=18.5, after=6)
ITEM = replaced(BODY, leading=13.8, after=3.5)
CLOSE = replaced(BODY, leading=12.3, after=0)  # for what is looked up, not read through
CLOSE_BOLD = replaced(CLOSE, bold=True)
CLOSE_QUIET = replaced(CLOSE, colour="ink2")
_ENDS = (".", "?", "!", ":", "…")  # behind them a label needs no colon
_BETWEEN = 1.4  # items of a list
_LABEL = 0.27  # of the width, for labels
_MEASURE = 0.6  # of the width, for the first column of a table


class Plain:
    """Writes on the sheet of a copy; ``stacked`` where nothing may stand beside anything else."""

    def __init__(self, sheet: Sheet, *, stacked: bool) -> None:
        self.sheet, self.stacked = sheet, stacked
        self.width = sheet.page.width
        self._column = self.width * _LABEL

    def scaled(self, length: float) -> float:
        """Give a length as large as the text is."""
        return length * self.sheet.scale

    def sign(self, mark: str) -> Sign:
        """Give the mark of a kind, as large as the text."""
        return marked(mark, self.scaled(BODY.size * 1.05))

    def star(self) -> Sign:
        """Give the star of what matters to the patient, as large as the text."""
        larger = self.scaled(BODY.size) / STAR * 1.1

        def paint(canvas: Canvas, x: float, y: float) -> None:
            canvas.saveState()
            canvas.translate(x, y)
            canvas.scale(larger, larger)
            draw_star(canvas, 0, 0)
            canvas.restoreState()

        return Sign(paint, self.scaled(15))

    def signed(self, mark: str, text: str) -> None:
        """Put a paragraph behind a mark."""
        made = self.sheet.text(text, SAID, self.sheet.node("P"))
        made.sign = self.sign(mark)
        self.sheet.add(made)

    def fact(self, label: str, text: str) -> Flowable:
        """Give a label and what is said under it, or beside it; one paragraph to a listener."""
        sheet = self.sheet
        if not self.stacked:
            return sheet.fact(label, text, ITEM, column=self._column)
        node = sheet.node("P")
        return sheet.text(((f"{label}\n", QUIET), (text, BODY)), SAID, node)

    def facts(self, lines: Iterable[Line]) -> None:
        """Put facts on the sheet, those without a text left out."""
        self.sheet.add(*(self.fact(each.label, each.text) for each in lines if each.text))

    def pairs(self, heads: tuple[str, str], lines: Sequence[Line]) -> None:
        """Put labels with values on the sheet: a table, or a list in large print."""
        if not self.stacked:
            shape = TableShape(width=self.width, column=self.width * _MEASURE)
            self.sheet.add(self.sheet.table(heads, lines, shape))
            return
        whole = self.sheet.node("L", attributes={"List": {"ListNumbering": "/None"}})
        for line in lines:
            item = whole.child("LI")
            label = self.sheet.text(line.label, ITEM, item.child("Lbl"))
            label.keepWithNext, label.spaceAfter = 1, 0
            self.sheet.add(label, self.sheet.text(line.text, BOLD, item.child("LBody")))

    def numbered(self, texts: Iterable[str], style: Style = BODY) -> None:
        """Put a numbered list on the sheet."""
        whole = self.sheet.node("L", attributes={"List": {"ListNumbering": "/Decimal"}})
        for number, words in enumerate(texts, 1):
            item = whole.child("LI")
            self.sheet.add(self._beside_number(f"{number}.", words, item, style))

    def named(self, lines: Iterable[Line]) -> None:
        """Put a list on the sheet: a name in bold, and behind it what is said of it."""
        whole = self.sheet.node("L", attributes={"List": {"ListNumbering": "/None"}})
        for line in lines:
            made = self.sheet.text(_named(line), CLOSE, whole.child("LI").child("LBody"))
            made.spaceAfter = self.scaled(ITEM.after)
            self.sheet.add(made)

    def run_in(self, lines: Iterable[Line]) -> None:
        """Put names in bold with what is said of them on the sheet, all in one paragraph."""
        spans = [span for line in lines for span in (*_named(line), (" ", CLOSE))]
        self.sheet.paragraph(tuple(spans[:-1]), replaced(CLOSE, after=4))

    def kept(self, flowables: Sequence[Flowable]) -> None:
        """Put flowables on the sheet that stay on one page if they can."""
        for each in flowables[:-1]:
            each.keepWithNext = 1
        self.sheet.add(*flowables)

    def writing_lines(self, count: int) -> list[Flowable]:
        """Give lines to write on."""
        return [WritingLine(self.scaled(25)) for _ in range(count)]

    def blank(self, label: str) -> Flowable:
        """Give a label with a line to write on."""
        sheet = self.sheet
        node = sheet.node("P")
        above = sheet.text(label, QUIET, node)
        if self.stacked:
            return Whole([above, WritingLine(self.scaled(20))], sheet.page.height)
        line = WritingLine(self.scaled(14))
        wide = (self.width - self._column) * 0.6
        made = Row([(0, self._column - 8, above), (self._column, wide, line)])
        made.spaceAfter = self.scaled(5)
        return made

    def _beside_number(self, number: str, words: str, item: Node, style: Style) -> Flowable:
        sheet = self.sheet
        label = sheet.text(number, style, item.child("Lbl"))
        body = sheet.text(words, style, item.child("LBody"))
        first = self.scaled(24)
        made = Row([(0, first, label), (first, self.width - first, body)])
        made.spaceAfter = self.scaled(_BETWEEN)
        return made


class WritingLine(Drawn):
    """A line to write on, with room above it."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the width."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw it."""
        with self.paper.decoration():
            self.paper.setStrokeColor(colour("edge"))
            self.paper.setLineWidth(HAIRLINE)
            self.paper.line(0, 0, self.width, 0)


def _named(line: Line) -> Spans:
    if not (line.text and line.label):
        return ((line.label, CLOSE_BOLD), (line.text, CLOSE))
    parted = " " if line.label.endswith(_ENDS) else ": "
    return ((line.label + parted, CLOSE_BOLD), (line.text, CLOSE))
