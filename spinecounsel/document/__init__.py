"""Paper: the only user of ReportLab and pikepdf, from a sealed record to a tagged PDF.

Importing this package is cheap: the libraries are loaded when the first document is made.
"""

from spinecounsel.document.passage import Passage
from spinecounsel.document.sheet_across import ComparisonSheet
from spinecounsel.document.shown import shown
from spinecounsel.record.addition import Addition
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord

__all__ = [
    "DocumentKind",
    "Passage",
    "compose",
    "compose_addition",
    "compose_comparison",
    "page_as_png",
    "page_sizes",
    "pages_as_png",
    "passages",
    "shown",
]


def compose(record: ConsentRecord, kind: DocumentKind = DocumentKind.RECORD) -> bytes:
    """Give a document of a record: a PDF after PDF/UA-1 and PDF/A-3a that waits for its seal.

    It carries the record itself (canonical JSON) and an empty signature field.  Always the same
    bytes for the same record.  ``CharacterMissing`` before anything is made when no bundled font
    can draw a character that is in it.
    """
    from spinecounsel.document.composing import composed

    return composed(record, kind)


def compose_addition(addition: Addition) -> bytes:
    """Give the page of what was added to a record, a PDF like those of the record itself.

    ``CharacterMissing`` names what no font draws.
    """
    from spinecounsel.document.addition import composed_addition

    return composed_addition(addition)


def compose_comparison(paper: ComparisonSheet) -> bytes:
    """Give options side by side, A4 across, a PDF like the other documents.

    ``CharacterMissing`` names what no font draws.
    """
    from spinecounsel.document.comparison import composed_comparison

    return composed_comparison(paper)


def pages_as_png(document: bytes, *, dots_per_inch: int) -> tuple[bytes, ...]:
    """Draw each page of a document as a PNG."""
    from spinecounsel.document.pictures import pictures

    return pictures(document, dots_per_inch)


def page_sizes(document: bytes) -> tuple[tuple[float, float], ...]:
    """Give width and height of each page, in points."""
    from spinecounsel.document.pictures import sizes

    return sizes(document)


def page_as_png(document: bytes, number: int, *, width: int) -> bytes:
    """Draw page ``number`` (from 0) of a document as a PNG, ``width`` pixels wide."""
    from spinecounsel.document.pictures import picture

    return picture(document, number, width)


def passages(document: bytes) -> tuple[Passage, ...]:
    """Give what a document says to a listener, read back from the file itself."""
    from spinecounsel.document.reading import read

    return read(document)
