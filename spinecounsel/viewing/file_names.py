"""Names of the files that people save; every system takes them, whatever a record says."""

import datetime as dt
import re
import unicodedata

LONGEST_STEM = 80
_NUMBER = 8  # characters of the record's number


def pdf_name(on: dt.date, paper: str, record_id: str, who: str = "") -> str:
    """Give day, document and the beginning of the record's number, then ``who`` if asked for."""
    plain = " ".join((f"{on:%Y-%m-%d}", paper, record_id[:_NUMBER], who))
    stem = re.sub(r"[^\w .-]+", "-", unicodedata.normalize("NFC", plain)).strip(" .-")
    return f"{stem[:LONGEST_STEM].rstrip()}.pdf"
