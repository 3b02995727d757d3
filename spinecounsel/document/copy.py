"""The patient's copy for home, in 12 points and in large print.

First a few pages to be read: what was decided, when to get help, each option in short, what was
looked at side by side and ahead, questions, what was signed.  Behind them what is looked up: every
number that was shown, once, and what else was told.
"""

from spinecounsel.document.ahead import write_ahead
from spinecounsel.document.compared import write_comparison
from spinecounsel.document.copy_closing import write_questions, write_signed
from spinecounsel.document.copy_front import write_front
from spinecounsel.document.copy_more import write_more, write_others
from spinecounsel.document.copy_numbers import write_numbers
from spinecounsel.document.copy_options import write_options
from spinecounsel.document.copy_rows import Rows
from spinecounsel.document.copy_sources import Sources, write_authors
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.look import BODY
from spinecounsel.document.page import COPY, LARGE
from spinecounsel.document.plain import CLOSE, Plain
from spinecounsel.document.sealed import write_seal
from spinecounsel.document.sheet import Sheet
from spinecounsel.record.record import ConsentRecord

SIZE, LARGE_SIZE = 12.0, 18.0


def written_copy(fonts: Fonts, record: ConsentRecord) -> Sheet:
    """Write the copy on a new sheet."""
    return _written(Plain(Sheet(fonts, SIZE / BODY.size, COPY), stacked=False), record)


def written_large_print(fonts: Fonts, record: ConsentRecord) -> Sheet:
    """Write the copy in large print: nothing is smaller than 18 points, or beside anything."""
    return _written(Plain(Sheet(fonts, LARGE_SIZE / BODY.size, LARGE), stacked=True), record)


def _written(plain: Plain, record: ConsentRecord) -> Sheet:
    sheet, sources, rows = plain.sheet, Sources(), Rows(record)
    write_front(plain, record)
    write_options(plain, record, rows)
    write_others(plain, record)
    write_comparison(sheet, record, rows)
    write_ahead(sheet, record, rows, sources)
    write_questions(plain, record)
    write_signed(plain, record)
    write_numbers(plain, record, rows, sources)
    write_more(plain, record)
    sources.write(plain)
    start = len(sheet.story)
    write_authors(plain, record.content)
    start = len(sheet.story) if plain.stacked else start  # both do not find room on one large page
    write_seal(sheet, record, text=CLOSE)
    for each in sheet.story[start:-1]:  # the last page does not hold a rest of the seal
        each.keepWithNext = 1
    return sheet
