"""Erasure leaves a tombstone and nothing else, in no byte of the file or its log."""

import datetime as dt
import zlib

import pytest

from spinecounsel.storage import CannotSave, Erased, Grounds, NotCompacted, NotInVault
from spinecounsel.storage.database import connection
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.files.private_place import private_place
from tests.helpers.raw_pages import plain_bytes
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE
from tests.spinecounsel.storage.doors.test_later import added

PLANTED = ("Quixwold", "ZZ-7781", "kyphotropia", "wallaby", "oboe", "harpsichord")
KEPT = ("Otherperson", "candlestick")


@pytest.fixture
def vault(shelf, entry):
    """A vault with two patients, and everything that can belong to one."""
    vault = shelf.create()
    for ident, name, word in (("c1", PLANTED[0], PLANTED[2]), ("k1", KEPT[0], KEPT[1])):
        number = PLANTED[1] if ident == "c1" else "A 1"
        who = {"name": f"Maria {name}", "number": number, "options": (word,)}
        draft = entry(ident, body=f"draft {word} ".encode() * 40, **who)
        vault.save_draft(draft)
        vault.save_draft(
            entry(ident, minutes=2, body=f"{ident}: {word} again".encode() * 900, **who)
        )
        vault.file_record(
            entry(ident, minutes=3, body=f"record {word} ".encode() * 900, **who),
            f"%PDF {word} ".encode() * 900,
            "seal",
        )
    who = {"name": "Maria Quixwold", "number": "zz 7781"}
    vault.later.file(added(body=b"wallaby", document=b"oboe" * 3000))
    vault.save_draft(entry("c2", body=b"harpsichord" * 500, **who))
    vault.save_draft(entry("c2", minutes=5, body=b"harpsichord again" * 500, **who))
    return vault


def key_of(vault):
    return vault._store.copied_key()


def test_a_patient_is_found_by_exactly_the_number_and_without_a_name(vault):
    found = vault.parting.find("zz-7781")
    assert [(each.id, each.sealed) for each in found] == [("c1", True), ("c2", False)]
    assert "Quixwold" not in repr(found)
    assert [each.id for each in vault.parting.find("k1")] == ["k1"]
    for number in ("ZZ-778", "Quixwold", "7781", " ", "ZZ-7781 A 1"):
        assert vault.parting.find(number) == ()


def test_no_byte_of_an_erased_patient_is_left_under_the_key(shelf, vault):
    key = key_of(vault)
    before = plain_bytes(shelf.path, key)
    for word in (*PLANTED, "quixwold", *KEPT):
        assert word.encode() in before, word
    vault.parting.erase(["c1", "c2"], Grounds.PATIENT, now=NOON)
    for closed in (False, True):
        after = plain_bytes(shelf.path, key).lower()
        for word in PLANTED:
            assert word.lower().encode() not in after, word
        for word in KEPT:
            assert word.lower().encode() in after, word
        if not closed:
            assert shelf.path.with_name("clinic.vault-wal").stat().st_size < 20_000
            vault.close()


def test_a_tombstone_stays_and_all_else_goes_on(shelf, vault, entry):
    vault.parting.erase(["c1", "c2"], Grounds.ORDER, now=NOON + dt.timedelta(days=1))
    for ask in (vault.record, vault.draft):
        for ident in ("c1", "c2"):
            with pytest.raises(Erased, match=r"25 November 2026.*court"):
                ask(ident)
    for ask in (vault.later.of, lambda ident: vault.later.file(added("a9", record_id=ident))):
        with pytest.raises(Erased):
            ask("c1")
    assert [row.id for row in vault.search()] == ["k1"]
    assert vault.parting.find("ZZ-7781") == ()
    assert vault.record("k1").entry.name == "Maria Otherperson"
    last = vault.events("c1")[-1]
    assert (last.kind, last.by) == ("erased", vault.person.id)
    assert last.payload == {"grounds": "a court or an authority ordered it", "what": "record"}
    assert vault.check().problems == ()
    vault.close()
    again = shelf.open(PASSPHRASE)
    assert again.check().problems == ()
    with again._store.reading() as db:
        assert db.execute("SELECT record_id FROM erased").fetchall() == [("c1",)]


def test_the_earlier_states_of_a_draft_go_with_it(shelf, vault, entry):
    """They lie packed in the file, so no search of its bytes for words finds them."""
    for minutes, body in ((0, b"candlestick"), (5, b"candlestick again")):
        vault.save_draft(entry("k2", minutes=minutes, body=body))

    def kept():
        with vault._store.reading() as db:
            return dict(db.execute("SELECT draft_id, body FROM revision").fetchall())

    before, key = kept(), key_of(vault)
    words = {ident: zlib.decompress(packed) for ident, packed in before.items()}
    assert words == {"c2": b"harpsichord" * 500, "k2": b"candlestick"}
    vault.parting.erase(["c2"], Grounds.PATIENT, now=NOON)
    assert kept() == {"k2": before["k2"]}
    after = plain_bytes(shelf.path, key)
    assert before["k2"] in after
    assert before["c2"] not in after


def test_what_a_killed_backup_left_goes_with_what_was_erased(shelf, vault):
    left = shelf.folder / ".copy-of-clinic-killed00"
    left.mkdir()
    left.joinpath("backup.vault").write_bytes(b"the vault as it was")
    assert vault.parting.copies() == (left.name,)
    vault.parting.erase(["c1"], Grounds.PATIENT, now=NOON)
    assert not left.exists()
    assert vault.parting.copies() == ()


def test_what_cannot_be_cleared_of_it_is_named(shelf, vault):
    """Somebody else holds it, such as a backup that is being made."""
    with private_place(shelf.path) as held:
        held.joinpath("backup.vault").write_bytes(b"the vault as it was")
        vault.parting.erase(["c1"], Grounds.PATIENT, now=NOON)
        assert vault.parting.copies() == (held.name,)
        assert held.joinpath("backup.vault").exists()


def test_copies_beside_the_vault_are_named(shelf, vault):
    assert vault.parting.copies() == ()
    for name in ("clinic-of-schema-2.spinebackup", "clinic-set-aside-2026-11-24", "other-1.vault"):
        shelf.folder.joinpath(name).mkdir()
    assert vault.parting.copies() == (
        "clinic-of-schema-2.spinebackup",
        "clinic-set-aside-2026-11-24",
    )


def test_nothing_is_erased_when_one_of_them_is_not_there(vault):
    with pytest.raises(NotInVault):
        vault.parting.erase(["c1", "zz"], Grounds.MISTAKE, now=NOON)
    assert vault.record("c1").entry.id == "c1"
    assert len(vault.later.of("c1")) == 1


def test_records_are_protected_again_at_once(vault):
    with pytest.raises(NotInVault):
        vault.parting.erase(["zz"], Grounds.MISTAKE, now=NOON)
    vault.parting.erase(["c2"], Grounds.MISTAKE, now=NOON)
    with vault._store.reading() as db:
        for statement in ("DELETE FROM record", "PRAGMA secure_delete = OFF", "VACUUM"):
            with pytest.raises(
                connection.sql_error(), match=r"not authorized|authorization denied"
            ):
                db.execute(statement).fetchall()


def test_an_erased_record_is_not_filed_again(vault, entry):
    vault.parting.erase(["c1"], Grounds.PATIENT, now=NOON)
    with pytest.raises(connection.sql_error(), match="it was erased"):
        vault.file_record(entry("c1"), b"%PDF", "seal")


def test_without_room_the_erasure_holds_and_is_finished_later(vault, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(Store, "compact", _no_room(CannotSave))
        with pytest.raises(NotCompacted):
            vault.parting.erase(["c1"], Grounds.PATIENT, now=NOON)
    with pytest.raises(Erased):
        vault.record("c1")
    assert vault.parting.unfinished
    vault.parting.finish()
    assert not vault.parting.unfinished


def _no_room(error):
    def compact(_store):
        raise error("The disk is full.")

    return compact
