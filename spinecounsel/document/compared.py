"""Options side by side as pages of the patient's copy: upright, in the text size of the copy."""

from reportlab.platypus import CondPageBreak, Flowable

from spinecounsel.document.comparison_parts import key_of
from spinecounsel.document.comparison_table import TableLook, TableMaker
from spinecounsel.document.copy_rows import Rows
from spinecounsel.document.look import BODY, LABELS, PART
from spinecounsel.document.plain import CHAPTER
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.words import MARKS
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord
from spinecounsel.record.side_by_side import ComparedRow, SideBySide
from spinecounsel.wording import say

_NARROWEST = 100.0  # a column, at the usual size of text
_LEAST = 200.0  # heading, lead and the first row, at the usual size of text
_TEXT = replaced(BODY, leading=13.2, after=0)
_TITLE = replaced(PART, before=6, after=0)


def write_comparison(sheet: Sheet, record: ConsentRecord, rows: Rows) -> None:
    """Write what stood side by side; nothing where nobody looked.

    As a table where its columns are wide enough for words, else option below option.
    """
    table = record.comparison
    if table is None or not table.rows:
        return
    sheet.add(CondPageBreak(_LEAST * sheet.scale))
    sheet.section(say("Options side by side"), CHAPTER)
    width = sheet.page.width
    look = TableLook(width=width, titles=0, text=_TEXT, heads=_TEXT, pad=1.2)
    maker = TableMaker(sheet, table, look, rows.name)
    as_table = width / len(table.options) >= _NARROWEST * sheet.scale
    _write_lead(sheet, table, maker, as_table=as_table)
    if as_table:
        sheet.add(maker.table())
    else:
        for row in table.rows:
            _write_row(sheet, maker, table, row)
    _write_notes(sheet, maker)


def _write_lead(sheet: Sheet, table: SideBySide, maker: TableMaker, *, as_table: bool) -> None:
    how = (
        say("Only numbers on one tinted ground may be compared. The words say why.")
        if as_table
        else say("Numbers may be compared only where words such as “Same study” say so.")
    )
    words = [
        say("This is what you looked at. It does not advise for or against any option."),
        how,
        key_of(table),
        say("Dots show how sure a number is. The row leads to the list at the end."),
    ]
    if maker.tells_in_words:
        words.append(say("“Told in words”: the study gives no share of people. The list has it."))
    sheet.paragraph(" ".join(words), replaced(BODY, leading=13.4, after=6))


def _write_row(sheet: Sheet, maker: TableMaker, table: SideBySide, row: ComparedRow) -> None:
    """Write a row as a list: each option and what it says; those that say the same together."""
    parts: list[Flowable] = [sheet.heading_text(3, row.title, _TITLE, mark=MARKS.get(row.kind, ""))]
    if said := ", ".join(filter(None, (row.span, row.link))):
        parts.append(sheet.text(said, replaced(LABELS, after=0), sheet.node("P")))
    whole = sheet.node("L", attributes={"List": {"ListNumbering": "/None"}})
    across = len(row.cells) < len(table.options)
    empty: dict[str, list[str]] = {}
    for name, cell in zip(("",) if across else table.options, row.cells, strict=True):
        if name and cell.words and not cell.arms:
            empty.setdefault(cell.words, []).append(name)
            continue
        item = whole.child("LI")
        titled = any(arm.title for arm in cell.arms)
        if titled and name:
            parts.append(sheet.text(f"{name}:", _TEXT, item.child("Lbl")))
        own = "" if titled else name
        parts += maker.parts(item.child("LBody"), cell, row, sheet.page.width, own)
    spans = []
    for words, names in empty.items():
        spans += [(f"{', '.join(names)}: ", _TEXT), (f"{words.rstrip('.')}. ", LABELS)]
    if spans:
        parts.append(sheet.text(tuple(spans), BODY, whole.child("LI").child("LBody")))
    for each in parts[:-1]:
        each.keepWithNext = 1
    sheet.add(*parts)


def _write_notes(sheet: Sheet, maker: TableMaker) -> None:
    """Write who was studied, by letters."""
    notes = maker.notes()
    if notes:
        sheet.heading(3, say("Who was studied"))
    for note in notes:
        note.spaceAfter = 2 * sheet.scale
        sheet.add(note)
