"""Records and events cannot be changed, whatever statement is tried on the open vault."""

import shutil
from pathlib import Path

import pytest

from spinecounsel.storage import Setting
from spinecounsel.storage.database import connection, schema
from spinecounsel.storage.files.places import Places
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE, drafts_of

VAULTS = Path(__file__).parents[3] / "vaults"

ATTACKS = {
    "update a record": "UPDATE record SET body = x'00'",
    "delete a record": "DELETE FROM record",
    "delete all": "DELETE FROM record WHERE 1",
    "replace a record": "INSERT OR REPLACE INTO record VALUES (1, 'c1', '', '', x'00', x'00')",
    "replace it by number": "INSERT OR REPLACE INTO record VALUES (1, 'x', '', '', x'00', x'00')",
    "upsert a record": "INSERT INTO record VALUES (1, 'c1', '', '', x'00', x'00') "
    "ON CONFLICT(id) DO UPDATE SET body = x'00'",
    "update or replace": "UPDATE OR REPLACE record SET id = 'c1' WHERE id = 'c2'",
    "rename in the list": "UPDATE listing SET fields = '{}' WHERE sealed = 1",
    "take off the list": "DELETE FROM listing WHERE sealed = 1",
    "replace in the list": "INSERT OR REPLACE INTO listing "
    "SELECT place, id, 0, updated, consulted_on, status, '{}', words, options, '' FROM listing",
    "draft of a record": "INSERT INTO draft VALUES ('c1', '{}', x'00')",
    "update an event": "UPDATE event SET payload = '{}'",
    "delete an event": "DELETE FROM event",
    "replace an event": "INSERT OR REPLACE INTO event "
    "VALUES (1, '', '{}', zeroblob(32), randomblob(32))",
    "leave a gap": "INSERT INTO event VALUES (99, '', '{}', zeroblob(32), randomblob(32))",
    "break the chain": "INSERT INTO event SELECT max(number) + 1, '', '{}', zeroblob(32), "
    "randomblob(32) FROM event",
    "update a key of seals": "UPDATE seal_key SET body = x'00'",
    "delete a key of seals": "DELETE FROM seal_key",
    "replace a key of seals": "INSERT OR REPLACE INTO seal_key VALUES (1, '', x'00')",
    "delete an addition": "DELETE FROM addition",
    "update an addition": "UPDATE addition SET body = x'00'",
    "replace an addition": "INSERT OR REPLACE INTO addition "
    "VALUES (1, 'a1', 'c1', 'addendum', '{}', x'00', x'00')",
    "an addition to nothing": "INSERT INTO addition "
    "VALUES (9, 'a9', 'zz', 'addendum', '{}', x'00', x'00')",
    "an addition of another kind": "INSERT INTO addition "
    "VALUES (9, 'a9', 'c1', 'other', '{}', x'00', x'00')",
    "forget a person": "DELETE FROM person",
    "replace a person": "INSERT OR REPLACE INTO person SELECT id, '{}', '' FROM person",
    "a tombstone of nothing": "INSERT INTO erased VALUES ('zz', '')",
    "go back": "UPDATE vault SET generation = generation - 1",
    "be another": "UPDATE vault SET generation = generation + 1, ident = 'x'",
    "forget the vault": "DELETE FROM vault",
    "a second vault": "INSERT OR REPLACE INTO vault VALUES (1, 'x', '', 1)",
    "drop a trigger": "DROP TRIGGER record_kept",
    "drop a table": "DROP TABLE record",
    "rename a column": "ALTER TABLE record RENAME COLUMN body TO old",
    "drop a column": "ALTER TABLE record DROP COLUMN seal",
    "a new trigger": "CREATE TRIGGER t AFTER INSERT ON draft BEGIN SELECT 1; END",
    "a temporary trigger": "CREATE TEMP TRIGGER t AFTER INSERT ON draft BEGIN SELECT 1; END",
    "a new table": "CREATE TABLE t(a)",
    "the schema itself": "UPDATE sqlite_master SET sql = ''",
    "a migration undone": "DELETE FROM _sqlite_migrations",
    "writable schema": "PRAGMA writable_schema = ON",
    "quiet replacing": "PRAGMA recursive_triggers = OFF",
    "less durable": "PRAGMA synchronous = OFF",
    "temporary files": "PRAGMA temp_store = FILE",
    "another cipher": "PRAGMA cipher_hmac_pgno = be",
    "another key": "PRAGMA rekey = 'x'",
    "the key again": "PRAGMA key = 'x'",
    "older cipher": "PRAGMA cipher_migrate",
    "a lower version": "PRAGMA user_version = 0",
    "an attached file": "ATTACH ':memory:' AS plain KEY ''",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_statement_changes_what_is_kept(shelf, entry, attack):
    vault = shelf.create()
    for ident in ("c1", "c2"):
        vault.file_record(entry(ident), b"%PDF", "seal")
    vault.add_seal_key(b"a key", "abc", now=NOON)
    with vault._store.writing() as writing:
        writing.db.execute(
            "INSERT INTO addition VALUES (1, 'a1', 'c1', 'addendum', '{}', x'01', x'02')"
        )
    before = vault.record("c1"), vault.events(""), vault.search(), vault.seal_keys()
    problems = vault.check().problems
    assert ["was added" in problem for problem in problems] == [True]
    with vault._store.reading() as db:
        added = _kept_beside(db)
    with vault._store.reading() as db, pytest.raises(connection.sql_error()):
        db.execute(attack)
    with vault._store.reading() as db:
        assert _kept_beside(db) == added
    now = vault.record("c1"), vault.events(""), vault.search(), vault.seal_keys()
    assert now == before
    assert vault.check().problems == problems


def _kept_beside(db):
    tables = ("addition", "person", "erased")
    return [db.execute(f"SELECT * FROM {table}").fetchall() for table in tables]  # noqa: S608


def test_only_a_tombstone_lets_a_record_be_erased(shelf, entry):
    vault = shelf.create()
    vault.file_record(entry("c1"), b"%PDF", "seal")
    vault.file_record(entry("c2"), b"%PDF", "seal")
    with vault._store.writing() as writing:
        connection.restrict(writing.db, erasing=True)
        writing.db.execute("INSERT INTO erased VALUES ('c1', '2026')")
        writing.db.execute("DELETE FROM record WHERE id = 'c1'")
        writing.db.execute("DELETE FROM listing WHERE id = 'c1'")
        for statement in ("DELETE FROM record", "DELETE FROM listing", "DELETE FROM erased"):
            with pytest.raises(connection.sql_error()):
                writing.db.execute(statement)
        connection.restrict(writing.db)
    assert [row.id for row in vault.search()] == ["c2"]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("temp_store", 2),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ],
)
def test_the_connection_is_set_as_measured(shelf, pragma, value):
    vault = shelf.create()
    key = vault._store.copied_key()
    vault.close()
    db = connection.connect(shelf.path, key, mode="rw")
    assert db.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    assert db.execute("PRAGMA cipher_version").fetchone()
    db.close()


def test_a_key_of_another_length_is_refused(shelf):
    shelf.create().close()
    with pytest.raises(ValueError, match="32 bytes"):
        connection.connect(shelf.path, bytearray(31), mode="rw")


def test_opening_never_makes_a_file(tmp_path):
    with pytest.raises(connection.sql_error()):
        connection.connect(tmp_path / "none.vault", bytearray(32), mode="rw")
    assert not list(tmp_path.iterdir())


def test_the_file_is_not_a_plain_database(shelf):
    shelf.create()
    assert not shelf.path.read_bytes().startswith(b"SQLite format 3")


def test_there_is_a_vault_of_every_schema():
    folders = {folder.name for folder in VAULTS.iterdir() if folder.is_dir()}
    assert folders == {f"schema-{number}" for number in range(1, schema.SCHEMA + 1)}
    assert len(schema.migrations()._migrations) == schema.SCHEMA


@pytest.mark.parametrize("number", range(1, schema.SCHEMA + 1))
def test_a_vault_of_each_schema_opens_and_is_read(shelf, number):
    shutil.copytree(VAULTS / f"schema-{number}", shelf.folder)
    vault = shelf.open(passphrase=(VAULTS / "passphrase.txt").read_text().strip())
    assert vault.check().problems == ()
    (draft,) = drafts_of(vault)
    assert draft.name == "Zoë Beispiel"
    assert draft.body == b'{"draft":"an unfinished consultation"}'
    (row,) = vault.search("sample nh4017", status="provided")
    stored = vault.record(row.id)
    assert stored.entry.name == "Maria Sample"
    assert stored.entry.consulted == NOON
    assert stored.entry.options == ("Stereotactic radiosurgery", "Watching and waiting")
    assert stored.entry.body == b'{"record":"a finished consultation"}'
    assert stored.document == b"%PDF-1.7 a document\n"
    assert stored.sha256 == "5a" * 32
    assert [event.kind for event in vault.events(row.id)] == ["filed", "exported"]
    assert vault.settings.all() == {Setting.CLINIC: "Example Clinic"}
    keys = () if number == 1 else (b"a key",)
    assert vault.seal_keys() == keys
    vault.add_seal_key(b"another key", "def", now=NOON)
    assert vault.seal_keys() == (*keys, b"another key")
    vault.save_draft(draft)
    vault.close()
    assert drafts_of(shelf.open(passphrase=PASSPHRASE)) == (draft,)


def test_the_places_keep_a_name_with_dots():
    places = Places.of(Path("a") / "clinic.2026.vault")
    assert places.keys.name == "clinic.2026.keys"
    assert places.anchor.name == "clinic.2026.anchor"
    assert Places.of(Path("a") / "clinic.2026").keys.name == "clinic.2026.keys"
