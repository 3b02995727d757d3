"""Options side by side on paper of their own, A4 across; nobody's name stands on it."""

import io
from collections.abc import Sequence
from functools import partial
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate

from spinecounsel.dates import day
from spinecounsel.document.comparison_parts import key_of
from spinecounsel.document.comparison_table import TableLook, TableMaker
from spinecounsel.document.composing import missing_characters
from spinecounsel.document.finish import finished
from spinecounsel.document.flow import Framed, Row, Stack
from spinecounsel.document.fonts import BASE, Fonts
from spinecounsel.document.look import FINE, HAIRLINE, SECTION, colour
from spinecounsel.document.marks import draw_mark
from spinecounsel.document.metadata import About
from spinecounsel.document.sheet import Sheet, marked
from spinecounsel.document.sheet_across import ComparisonSheet
from spinecounsel.document.tagging import TaggedCanvas
from spinecounsel.document.words import not_approved
from spinecounsel.frozen import replaced
from spinecounsel.wording import say

PAGE: tuple[float, float] = landscape(A4)
MARGIN, TOP, BOTTOM = 14 * mm, 15 * mm, 17 * mm
WIDTH, HEIGHT = PAGE[0] - 2 * MARGIN, PAGE[1] - TOP - BOTTOM
LANGUAGE = "en"
GAP = 14.0  # between two columns of notes

TEXT = replaced(FINE, colour="ink", leading=10.2, after=0)
LOOK = TableLook(
    width=WIDTH,
    titles=50 * mm,
    text=TEXT,
    heads=replaced(TEXT, size=9.5, leading=11.6),
    pad=1.9,
)


def composed_comparison(paper: ComparisonSheet) -> bytes:
    """Give the sheet; ``CharacterMissing`` before anything is made."""
    fonts = Fonts()
    sheet = Sheet(fonts)
    _write(sheet, paper)
    if fonts.missing:
        raise missing_characters(fonts.missing)
    rl_config.useA85 = 0
    out = io.BytesIO()
    frame = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
    template = BaseDocTemplate(out, pagesize=PAGE, lang=LANGUAGE, invariant=1)
    template.addPageTemplates([PageTemplate(frames=[frame])])
    template.build(sheet.story, canvasmaker=partial(_Canvas, paper))
    return finished(out.getvalue(), sheet.root, _about(paper))


def _about(paper: ComparisonSheet) -> About:
    return About(
        title=say("Options side by side"),
        subject=", ".join(paper.table.options),
        author=paper.program,
        program=paper.program,
        producer="ReportLab, pikepdf",
        language=LANGUAGE,
        keywords="side by side",
        when=paper.when,
    )


def _write(sheet: Sheet, paper: ComparisonSheet) -> None:
    style = replaced(SECTION, size=14, leading=17, before=0, after=2)
    sheet.heading(1, say("Options side by side"), style)
    words = say(
        "This sheet does not advise for or against any option. Numbers on one tinted ground may "
        "be compared. Dots: how sure. Letters: who was studied."
    )
    sheet.paragraph(f"{words} {key_of(paper.table)}", replaced(LOOK.quiet, after=4))
    maker = TableMaker(sheet, paper.table, LOOK)
    sheet.add(maker.table())
    if paper.red_flag:
        sheet.add(*_red_flag(sheet, paper.red_flag))
    if notes := maker.notes():
        sheet.add(_in_two(notes))


def _red_flag(sheet: Sheet, words: str) -> list[Flowable]:
    """Give the box that says when to get help at once, whole on one page."""
    head = sheet.text(say("Get help at once"), LOOK.bold, sheet.node("P"))
    head.sign = marked("warning", 9)
    framed = Framed(Stack([head, sheet.text(words, TEXT, sheet.node("P"))]), "amber_edge")
    framed.spaceAfter = 0
    return [CondPageBreak(framed.wrap(WIDTH, HEIGHT)[1] + framed.getSpaceBefore()), framed]


def _in_two(notes: Sequence[Flowable]) -> Row:
    """Give notes in two columns, as nearly alike in height as may be."""
    wide = (WIDTH - GAP) / 2
    tall = [each.wrap(wide, HEIGHT)[1] for each in notes]
    cut, used = 0, 0.0
    while cut < len(tall) and used + tall[cut] / 2 <= sum(tall) / 2:
        used += tall[cut]
        cut += 1
    halves = (Stack(notes[:cut]), Stack(notes[cut:]))
    made = Row([(place * (wide + GAP), wide, half) for place, half in enumerate(halves)])
    made.spaceBefore = 5
    return made


class _Canvas(TaggedCanvas):
    page = PAGE

    def __init__(self, paper: ComparisonSheet, *args: Any, **kwargs: Any) -> None:
        super().__init__(BASE, *args, **kwargs)
        self._paper = paper

    def furniture(self, number: int, pages: int) -> None:
        """Draw head and foot."""
        self.setFont(BASE, FINE.size)
        self.setFillColor(colour("ink2"))
        if not self._paper.approved:
            y = PAGE[1] - 10 * mm
            draw_mark(self, "warning", MARGIN, y - 2, 10)
            self.setFillColor(colour("ink2"))
            self.drawString(MARGIN + 14, y, not_approved())
        self.setStrokeColor(colour("line"))
        self.setLineWidth(HAIRLINE)
        self.line(MARGIN, 13 * mm, PAGE[0] - MARGIN, 13 * mm)
        made = say(
            "Made on {day}  ·  {content}  ·  {program}",
            day=day(self._paper.when.date()),
            content=self._paper.content,
            program=self._paper.program,
        )
        self.drawString(MARGIN, 9 * mm, made)
        page = say("Page {number} of {pages}", number=number, pages=pages)
        self.drawRightString(PAGE[0] - MARGIN, 9 * mm, page)
