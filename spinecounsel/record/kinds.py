"""The documents that one record gives, what can be added to it, and the file inside each."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """Whom a document is for; the value stands in the file's keywords."""

    RECORD = "record"
    COPY = "copy"
    LARGE_PRINT = "large-print"
    LETTER = "letter"


class AdditionKind(StrEnum):
    """What can be added to a record later; the value stands in the keywords of its document."""

    ADDENDUM = "addendum"
    WITHDRAWAL = "withdrawal"
    SUPERSESSION = "supersession"


def file_inside(kind: str) -> str:
    """Give the name of the file that lies in a document of a kind, for programs to read."""
    return "addition.json" if kind in set(AdditionKind) else "record.json"
