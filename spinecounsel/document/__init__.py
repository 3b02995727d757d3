"""Paper: the only user of ReportLab and pikepdf, from a sealed record to a tagged PDF.

Importing this package is cheap: the libraries are loaded when the first document is made.
"""

from spinecounsel.document.kinds import DocumentKind
from spinecounsel.document.side_by_side import SideBySide
from spinecounsel.record.record import ConsentRecord

__all__ = ["DocumentKind", "compose", "compose_comparison", "pages_as_png"]


def compose(record: ConsentRecord, kind: DocumentKind = DocumentKind.RECORD) -> bytes:
    """Give a document of a record: a PDF after PDF/UA-1 and PDF/A-3a that waits for its seal.

    It carries the record itself (canonical JSON) and an empty signature field.  Always the same
    bytes for the same record.  ``CharacterMissing`` before anything is made when no bundled font
    can draw a character that is in it.
    """
    from spinecounsel.document.composing import composed

    return composed(record, kind)


def compose_comparison(table: SideBySide) -> bytes:
    """Give options side by side as one sheet, A4 across, a PDF like the other documents.

    ``DoesNotFit`` names the rows that find no room on it, ``CharacterMissing`` what no font draws.
    """
    from spinecounsel.document.comparison import composed_comparison

    return composed_comparison(table)


def pages_as_png(document: bytes, *, dots_per_inch: int) -> tuple[bytes, ...]:
    """Draw each page of a document as a PNG."""
    from spinecounsel.document.pictures import pictures

    return pictures(document, dots_per_inch)
