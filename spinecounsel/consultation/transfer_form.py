"""The open form of exported records: a ZIP file that any program can read; docs/export-format.md.

``README.txt`` says all of this to whoever unpacks it.
"""

import datetime as dt

from spinecounsel.frozen import Frozen

NAME, VERSION = "SpineCounsel export", 1
SUFFIX = ".zip"
README, INDEX, ABOUT = "README.txt", "index.json", "about.json"
RECORD, DOCUMENT, EVENTS = "record.json", "record.pdf", "events.json"
ADDITION = "addition"
MOST_DIRECTORY = 64 * 1024 * 1024
MOST_INDEX = 64 * 1024 * 1024
MOST_ABOUT = 4 * 1024 * 1024
MOST_JSON = 16 * 1024 * 1024
MOST_DOCUMENT = 50_000_000
MOST_PACKED = 100  # times the size of the file: more is no honest text

README_TEXT = """\
Records of consent talks, exported from SpineCounsel
====================================================

NOT ENCRYPTED. Whoever has this file can read it. Keep it as you keep a patient's notes.

index.json     what is in here: each record with its folder, its number, and the SHA-256 of its
               about.json
records/N/     one folder for each record:
  about.json   whose record it is, and name, size and SHA-256 of the other files in the folder
  record.json  the record itself, all words and numbers that were said and signed. Its field
               "sha256" is the SHA-256 of the same JSON with keys sorted, no blanks, and "sha256"
               empty
  record.pdf   the signed document, with its seal, as it was filed
  events.json  what was done with the record, and when: the part of the audit trail that names it
  addition-1.json, addition-1.pdf ...
               what was added to the record later: an addendum, a withdrawal, a newer record

All JSON is UTF-8. Times are ISO 8601 with their offset from UTC. Names of people in events.json
stand in index.json under "people".

To bring the records into another vault: the screen "The vault", section "Backup", "Import".
"""


class FilePart(Frozen, frozen=True, kw_only=True):
    """One file in the folder of a record."""

    name: str
    size: int
    sha256: str


class AdditionPart(Frozen, frozen=True, kw_only=True):
    """What was added to a record later: its number, what it is, and its two files."""

    id: str
    kind: str
    body: FilePart
    document: FilePart


class About(Frozen, frozen=True, kw_only=True):
    """One record, by its outer facts."""

    id: str
    fingerprint: str
    name: str
    number: str
    born: dt.date | None
    consulted: dt.datetime
    sealed: dt.datetime
    status: str
    record: FilePart
    document: FilePart
    events: FilePart
    additions: tuple[AdditionPart, ...] = ()


class Listed(Frozen, frozen=True, kw_only=True):
    """A line of the list of contents."""

    folder: str
    id: str
    name: str
    about: FilePart


class Somebody(Frozen, frozen=True, kw_only=True):
    """Somebody who is named by id in events."""

    id: str
    name: str
    title: str


class Index(Frozen, frozen=True, kw_only=True):
    """The list of contents."""

    format: str
    version: int
    made: dt.datetime
    program: str
    vault: str
    people: tuple[Somebody, ...]
    records: tuple[Listed, ...]
