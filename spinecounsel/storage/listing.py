"""The list of drafts and records, and the search in it."""

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from spinecounsel.frozen import Frozen
from spinecounsel.storage import folding
from spinecounsel.storage.entry import Entry, Row

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_ROWS = 500


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
    )


def entry_of(row: Row, body: bytes) -> Entry:
    """Put a row and its bytes together again."""
    fields = {name: getattr(row, name) for name in Row.__struct_fields__ if name != "sealed"}
    return Entry(**fields, body=body)


def encoded(row: Row) -> str:
    """Give a row as it is stored."""
    return msgspec.json.encode(row).decode()


def decoded(fields: str) -> Row:
    """Read a row as it was stored."""
    return msgspec.json.decode(fields, type=Row)


def put(db: "Database", row: Row) -> None:
    """Put ``row`` into the list, in place of a draft with the same id."""
    words = folding.indexed(
        row.name,
        row.number,
        folding.joined(row.number),
        row.status,
        *row.options,
        folding.date_words(row.consulted.date()),
        folding.date_words(row.born),
    )
    columns: dict[str, str | int] = {
        "sealed": int(row.sealed),
        "updated": _sortable(row.updated),
        "consulted_on": row.consulted.date().isoformat(),
        "status": row.status,
        "fields": encoded(row),
        "words": words,
        "options": folding.indexed(*row.options),
        "id": row.id,
    }
    before = db.execute(
        "SELECT place, words, options FROM listing WHERE id = ?", [row.id]
    ).fetchone()
    if before is None:
        _insert(db, columns)
        return
    db.execute(
        "UPDATE listing SET sealed = :sealed, updated = :updated, consulted_on = :consulted_on, "
        "status = :status, fields = :fields, words = :words, options = :options WHERE id = :id",
        columns,
    )
    if before[1:] != (words, columns["options"]):
        db.execute("DELETE FROM listing_words WHERE rowid = ?", [before[0]])
        _index(db, row.id)


def remove(db: "Database", ident: str) -> None:
    """Take a draft out of the list."""
    db.execute(
        "DELETE FROM listing_words WHERE rowid IN (SELECT place FROM listing WHERE id = ?)", [ident]
    )
    db.execute("DELETE FROM listing WHERE id = ?", [ident])


class Question(Frozen, frozen=True, kw_only=True):
    """What is searched for; the fields are those of ``Vault.search``."""

    text: str
    status: str | None
    on: dt.date | None
    option: str | None
    limit: int
    after: Row | None


def search(db: "Database", question: Question) -> tuple[Row, ...]:
    """Give the rows that fit everything asked for, newest first."""
    conditions = _conditions(question)
    where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
    rows = db.execute(
        f"SELECT fields FROM listing {where}"  # noqa: S608 - the conditions are constants
        "ORDER BY updated DESC, id DESC LIMIT ?",
        [
            *(value for values in conditions.values() for value in values),
            max(1, min(question.limit, MOST_ROWS)),
        ],
    ).fetchall()
    return tuple(decoded(fields) for (fields,) in rows)


def _conditions(question: Question) -> dict[str, list[str]]:
    """Give each condition with the values for its places."""
    conditions: dict[str, list[str]] = {}
    asked = _asked(question.text, question.option)
    if asked:
        found = "SELECT rowid FROM listing_words WHERE listing_words MATCH ?"
        conditions[f"place IN ({found})"] = [asked]
    if question.status is not None:
        conditions["status = ?"] = [question.status]
    if question.on is not None:
        conditions["consulted_on = ?"] = [question.on.isoformat()]
    if question.after is not None:
        last = question.after
        conditions["(updated, id) < (?, ?)"] = [_sortable(last.updated), last.id]
    return conditions


def _insert(db: "Database", columns: dict[str, str | int]) -> None:
    db.execute(
        "INSERT INTO listing(id, sealed, updated, consulted_on, status, fields, words, options) "
        "VALUES (:id, :sealed, :updated, :consulted_on, :status, :fields, :words, :options)",
        columns,
    )
    _index(db, str(columns["id"]))


def _index(db: "Database", ident: str) -> None:
    db.execute(
        "INSERT INTO listing_words(rowid, words, options) "
        "SELECT place, words, options FROM listing WHERE id = ?",
        [ident],
    )


def _asked(text: str, option: str | None) -> str:
    asked = {"words": folding.query(text), "options": folding.query(option or "")}
    return " AND ".join(f"{column} : ({words})" for column, words in asked.items() if words)


def _sortable(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _whole(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
