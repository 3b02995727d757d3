"""Options side by side as pages of the patient's copy: upright, in the text size of the copy."""

from reportlab.platypus import CondPageBreak

from spinecounsel.document.comparison_table import TableLook, TableMaker
from spinecounsel.document.look import BODY, LABELS, STRONG
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.words import MARKS
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord
from spinecounsel.record.side_by_side import ComparedRow, SideBySide
from spinecounsel.wording import say

_NARROWEST = 100.0  # a column, at the usual size of text
_LEAST = 200.0  # heading, lead and the first row, at the usual size of text
_TEXT = replaced(BODY, after=0)


def write_comparison(sheet: Sheet, record: ConsentRecord) -> None:
    """Write what stood side by side; nothing where nobody looked.

    As a table where its columns are wide enough for words, else option below option.
    """
    table = record.comparison
    if table is None or not table.rows:
        return
    sheet.add(CondPageBreak(_LEAST * sheet.scale))
    sheet.section(say("Options side by side"))
    width = sheet.page.width
    look = TableLook(width=width, titles=0, text=_TEXT, heads=_TEXT, pad=3)
    maker = TableMaker(sheet, table, look)
    if width / len(table.options) >= _NARROWEST * sheet.scale:
        _write_lead(
            sheet,
            say(
                "Numbers on one tinted ground may be compared: the words behind the title say why. "
                "All others stand apart."
            ),
        )
        sheet.add(maker.table())
    else:
        _write_lead(
            sheet,
            say(
                "Numbers may be compared only where words below them say why, such as “Same "
                "study”. All others stand apart."
            ),
        )
        for row in table.rows:
            _write_row(sheet, maker, table, row)
    _write_notes(sheet, maker)


def _write_lead(sheet: Sheet, how: str) -> None:
    sheet.paragraph(
        say("This is what you looked at. It does not advise for or against any option.")
    )
    sheet.paragraph(how)
    sheet.paragraph(
        say("Dots show how sure a number is. Letters lead to who was studied."),
        replaced(BODY, after=6),
    )


def _write_row(sheet: Sheet, maker: TableMaker, table: SideBySide, row: ComparedRow) -> None:
    """Write a row as a list: each option and what it says."""
    sheet.heading(3, row.title, mark=MARKS.get(row.kind, ""))
    sheet.paragraph(row.span, replaced(LABELS, keep=True))
    whole = sheet.node("L", attributes={"List": {"ListNumbering": "/None"}})
    across = len(row.cells) < len(table.options)
    for name, cell in zip(("",) if across else table.options, row.cells, strict=True):
        item = whole.child("LI")
        if name and cell.words:
            spans = ((f"{name}: ", STRONG), (cell.words, LABELS))
            sheet.add(sheet.text(spans, BODY, item.child("LBody")))
            continue
        if name:
            label = sheet.text(name, STRONG, item.child("Lbl"))
            label.keepWithNext = 1
            sheet.add(label)
        body = item.child("LBody")
        sheet.add(*maker.parts(body, cell, row, sheet.page.width))
        if row.link and cell.link:
            sheet.add(sheet.text(cell.link, LABELS, body.child("P")))


def _write_notes(sheet: Sheet, maker: TableMaker) -> None:
    """Write who was studied, by letters."""
    notes = maker.notes()
    if notes:
        sheet.heading(3, say("Who was studied"))
    for note in notes:
        note.spaceAfter = 2 * sheet.scale
        sheet.add(note)
