"""The consent record as a whole: all that was shown, said, decided and signed."""

from spinecounsel.document.closing import write_closing
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.front import write_front
from spinecounsel.document.options import write_options
from spinecounsel.document.sheet import Sheet
from spinecounsel.record.record import ConsentRecord


def written_record(fonts: Fonts, record: ConsentRecord) -> Sheet:
    """Write the record on a new sheet."""
    sheet = Sheet(fonts)
    write_front(sheet, record)
    write_options(sheet, record)
    write_closing(sheet, record)
    return sheet
