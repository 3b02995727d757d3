"""What a sheet with options side by side says, as plain values."""

import datetime as dt

from spinecounsel.frozen import Frozen


class SheetNote(Frozen, frozen=True, kw_only=True):
    """What stands behind a number: who was studied, how sure it is, the range, the source."""

    people: str
    certainty: str
    range: str
    source: str


class SheetArm(Frozen, frozen=True, kw_only=True):
    """A ``number`` and the ``text`` that goes on behind it, or one sentence (``text`` alone).

    ``count`` of ``out_of`` people are drawn, if they are.  ``title`` tells it from the other arm of
    a cell; ``span`` is its time span.
    """

    text: str
    number: str = ""
    span: str = ""
    note: SheetNote
    title: str = ""
    count: int | None = None
    out_of: int = 100


class SheetCell(Frozen, frozen=True, kw_only=True):
    """What one option says in a row: its numbers, else the ``words`` that say why there is none.

    ``link`` says in words what joins it to the other numbers of the row; it is tinted then.
    """

    arms: tuple[SheetArm, ...] = ()
    words: str = ""
    link: str = ""


class SheetRow(Frozen, frozen=True, kw_only=True):
    """One outcome in one time span; a row with a single cell stands over all columns."""

    title: str
    span: str
    kind: str
    cells: tuple[SheetCell, ...]


class SideBySide(Frozen, frozen=True, kw_only=True):
    """The whole sheet; ``when`` is aware, ``content`` says what was shown in which version."""

    options: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    red_flag: str
    content: str
    approved: bool
    when: dt.datetime
    program: str
