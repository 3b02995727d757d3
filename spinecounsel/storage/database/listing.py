"""The list of drafts and records, and the search in it."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from spinecounsel.frozen import Frozen, replaced
from spinecounsel.storage.database import folding
from spinecounsel.storage.entry import Entry, Json, Row

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_ROWS = 500
_BEGINNING = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_SECOND = dt.timedelta(seconds=1)
_BESIDE = {"sealed", "later"}


def row_of(entry: Entry, *, sealed: bool) -> Row:
    """Give what lists show of ``entry``; half a surrogate pair becomes "�"."""
    return Row(
        id=entry.id,
        name=_whole(entry.name),
        number=_whole(entry.number),
        born=entry.born,
        consulted=entry.consulted,
        updated=entry.updated,
        status=_whole(entry.status),
        options=tuple(map(_whole, entry.options)),
        sealed=sealed,
        replaces=entry.replaces,
        confirm_after=entry.confirm_after,
    )


def entry_of(row: Row, body: bytes) -> Entry:
    """Put a row and its bytes together again."""
    fields = {name: getattr(row, name) for name in Row.__struct_fields__ if name not in _BESIDE}
    return Entry(**fields, body=body)


def encoded(row: Row) -> str:
    """Give a row as it is stored."""
    return msgspec.json.encode(row).decode()


def decoded(fields: str) -> Row:
    """Read a row as it was stored."""
    return msgspec.json.decode(fields, type=Row)


def put(db: "Database", row: Row) -> None:
    """Put ``row`` into the list, in place of a draft with the same id."""
    found = db.execute("SELECT place, fields FROM listing WHERE id = ?", [row.id]).fetchone()
    if found is None:
        _insert(db, row)
        return
    before = decoded(found[1])
    place = found[0] if _is_newest(db, found[0]) else _free_place(db, row)
    if place == found[0] and is_same(before, row):
        return
    db.execute("DELETE FROM listing_words WHERE rowid = ?", [found[0]])
    db.execute(
        "UPDATE listing SET (place, id, sealed, updated, consulted_on, status, fields, words, "
        "options) = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?",
        [place, *columns_of(row), row.id],
    )
    _index(db, place)


def is_same(listed: Row, row: Row) -> bool:
    """Whether a line of the list says what ``row`` does.

    Of a draft that is being written it keeps the time at which it came to the top: to write it anew
    with each save would cost as much again.
    """
    return replaced(listed, updated=row.updated) == row and (not row.sealed or listed == row)


def remove(db: "Database", ident: str) -> None:
    """Take a draft out of the list."""
    db.execute(
        "DELETE FROM listing_words WHERE rowid IN (SELECT place FROM listing WHERE id = ?)", [ident]
    )
    db.execute("DELETE FROM listing WHERE id = ?", [ident])


def columns_of(
    row: Row, indexed: Callable[..., str] = folding.indexed
) -> tuple[str, int, str, str, str, str, str, str]:
    """Give what the columns of the list hold for ``row``, from its id to its options."""
    words = indexed(row.name), indexed(row.number), indexed(folding.joined(row.number))
    dates = folding.date_words(row.consulted.date()), folding.date_words(row.born)
    options = " ".join(filter(None, map(indexed, row.options)))
    parts = (*words, indexed(row.status), options, *map(indexed, dates))
    return (
        row.id,
        int(row.sealed),
        _sortable(row.updated),
        row.consulted.date().isoformat(),
        row.status,
        encoded(row),
        " ".join(filter(None, parts)),
        options,
    )


def place_of(updated: dt.datetime) -> int:
    """Give the place of what was last changed at ``updated``: the newest has the highest.

    The words are found in the order of places, so a page of them is read without sorting, however
    many there are.
    """
    return (updated - _BEGINNING) // _SECOND


class Question(Frozen, frozen=True, kw_only=True):
    """What is searched for; the fields are those of ``Vault.search``."""

    text: str
    status: str | None
    on: dt.date | None
    option: str | None
    limit: int
    after: Row | None
    sealed: bool | None = None


def search(db: "Database", question: Question) -> tuple[Row, ...]:
    """Give the rows that fit everything asked for, newest first."""
    place, what, values = _found(db, question)
    rows = db.execute(
        f"SELECT listing.fields, listing.later {what} ORDER BY {place} DESC LIMIT ?",
        [*values, max(1, min(question.limit, MOST_ROWS))],
    ).fetchall()
    return tuple(_listed(fields, later) for fields, later in rows)


def _listed(fields: str, later: str) -> Row:
    row = decoded(fields)
    return replaced(row, later=tuple(later.split())) if later else row


def count(db: "Database", question: Question) -> int:
    """Count the rows that fit everything asked for, ``limit`` at most."""
    _, what, values = _found(db, question)
    counted = db.execute(
        f"SELECT count(*) FROM (SELECT 1 {what} LIMIT ?)",  # noqa: S608 - as above
        [*values, question.limit],
    ).fetchone()
    return int(counted[0])


def _found(db: "Database", question: Question) -> tuple[str, str, list[Json]]:
    """Give the name of the place of what fits, what is asked of the database, and the values."""
    asked = _asked(question)
    place = "found.rowid" if asked else "listing.place"
    conditions: dict[str, Json] = {}
    if asked:
        conditions["found.listing_words MATCH ?"] = asked
    if question.status is not None:
        conditions["listing.status = ?"] = question.status
    if question.on is not None:
        conditions["listing.consulted_on = ?"] = question.on.isoformat()
    if question.sealed is not None:
        conditions["listing.sealed = ?"] = int(question.sealed)
    if question.after is not None:
        conditions[f"{place} < ?"] = _place_after(db, question.after)
    tables = "listing_words AS found CROSS JOIN listing ON place = found.rowid"
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return place, f"FROM {tables if asked else 'listing'}{where}", [*conditions.values()]


def _place_after(db: "Database", last: Row) -> int:
    """Give the place that a page ended with, also when its last row has moved up since."""
    found = db.execute("SELECT place, updated FROM listing WHERE id = ?", [last.id]).fetchone()
    if found is not None and found[1] == _sortable(last.updated):
        return int(found[0])
    return place_of(last.updated)


def _is_newest(db: "Database", place: int) -> bool:
    """Whether nothing was changed later, so that a draft under way need not move."""
    return bool(db.execute("SELECT max(place) FROM listing").fetchone() == (place,))


def _free_place(db: "Database", row: Row) -> int:
    """Give the first free place from the one that is due."""
    place = place_of(row.updated)
    taken = "SELECT 1 FROM listing WHERE place = ? AND id <> ?"
    while db.execute(taken, [place, row.id]).fetchone():
        place += 1
    return place


def _insert(db: "Database", row: Row) -> None:
    place = _free_place(db, row)
    db.execute(
        "INSERT INTO listing(place, id, sealed, updated, consulted_on, status, fields, words, "
        "options) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [place, *columns_of(row)],
    )
    _index(db, place)


def _index(db: "Database", place: int) -> None:
    db.execute(
        "INSERT INTO listing_words(rowid, words, options) "
        "SELECT place, words, options FROM listing WHERE place = ?",
        [place],
    )


def _asked(question: Question) -> str:
    """Give the words to look for.

    Those of a status or a day are among them, so that few rows are looked at where few fit.
    """
    words = folding.query(question.text)
    if words:
        exactly = [question.status or "", question.on.isoformat() if question.on else ""]
        words = " ".join(filter(None, (words, *map(folding.query, exactly))))
    asked = {"words": words, "options": folding.query(question.option or "")}
    return " AND ".join(f"{column} : ({words})" for column, words in asked.items() if words)


def _sortable(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _whole(text: str) -> str:
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
