"""The documents that one record gives."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """Whom a document is for; the value stands in the file's keywords."""

    RECORD = "record"
    COPY = "copy"
    LARGE_PRINT = "large-print"
    LETTER = "letter"
