import datetime as dt
import re
import subprocess
import sys
import traceback

import pytest

from spinecounsel.errors import UserError
from spinecounsel.storage import (
    CannotCreate,
    Condition,
    VaultAbsent,
    VaultClosed,
    VaultDamaged,
    VaultInUse,
    VaultNewer,
    VaultPresent,
    WaitFirst,
    WeakPassphrase,
    WrongPassphrase,
    create_vault,
    open_vault,
    vault_state,
    wait_before_next_try,
)
from spinecounsel.storage.database import connection
from spinecounsel.storage.database.schema import SCHEMA, TRIGGERS
from spinecounsel.storage.files.places import Places, read_keys
from spinecounsel.storage.keys.costs import FLOOR, cost_of_this_machine
from spinecounsel.storage.keys.keys import unwrapped
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE, QUICK, ROOT, drafts_of


def test_a_new_vault_is_empty_and_open(shelf):
    assert vault_state(shelf.path).condition is Condition.ABSENT
    vault = shelf.create()
    assert vault.path == shelf.path
    assert drafts_of(vault) == ()
    assert vault.search() == ()
    assert [event.kind for event in vault.events("")] == ["vault created"]
    vault.close()
    state = vault_state(shelf.path)
    assert state.condition is Condition.PRESENT
    assert state.sentence == ""
    names = {file.name for file in shelf.folder.iterdir()}
    assert names == {"clinic.vault", "clinic.keys", "clinic.anchor", "clinic.lock"}


def test_only_the_owner_may_read_the_files(shelf):
    shelf.create()
    assert {file.stat().st_mode & 0o077 for file in shelf.folder.iterdir()} == {0}


def test_no_vault_is_a_sentence(shelf):
    with pytest.raises(VaultAbsent, match="There is no vault"):
        shelf.open()
    assert not shelf.folder.exists()


def test_a_vault_is_never_created_over_another(shelf):
    shelf.create().close()
    before = shelf.digests()
    with pytest.raises(VaultPresent, match="left as it is"):
        shelf.create()
    assert shelf.digests() == before


@pytest.mark.parametrize("left", ["clinic.vault", "clinic.keys", "clinic.anchor"])
def test_a_vault_is_never_created_over_a_piece_of_one(shelf, left):
    shelf.create().close()
    for name in {"clinic.vault", "clinic.keys", "clinic.anchor"} - {left}:
        (shelf.folder / name).unlink()
    before = shelf.digests()
    with pytest.raises(VaultPresent):
        shelf.create()
    assert shelf.digests() == before


def test_a_creation_that_was_cut_short_is_begun_again(shelf):
    shelf.create().close()
    (shelf.folder / "clinic.keys").rename(shelf.folder / "clinic.keys-begun")
    (shelf.folder / "clinic.vault").rename(shelf.folder / "clinic.vault-begun")
    assert vault_state(shelf.path).condition is Condition.ABSENT
    with pytest.raises(VaultAbsent):
        shelf.open()
    shelf.create("clinic", "quite another phrase").close()
    shelf.open("quite another phrase")
    assert not list(shelf.folder.glob("*begun*"))


def test_a_creation_that_was_cut_short_at_its_very_end_is_finished(shelf):
    shelf.create().close()
    (shelf.folder / "clinic.keys").rename(shelf.folder / "clinic.keys-begun")
    assert vault_state(shelf.path).condition is Condition.PRESENT
    with pytest.raises(VaultPresent):
        shelf.create()
    shelf.open().close()
    assert (shelf.folder / "clinic.keys").exists()
    assert not list(shelf.folder.glob("*begun*"))


def test_a_file_where_the_folder_should_be_is_a_sentence(tmp_path):
    (tmp_path / "folder").write_text("")
    with pytest.raises(CannotCreate, match="could not be created"):
        create_vault(tmp_path / "folder" / "clinic.vault", PASSPHRASE, now=NOON, cost=QUICK)


@pytest.mark.parametrize(
    "passphrase", ["", " ", "short", "123456789", "          ", "aaaaaaaaaaaaaa", "abababababab"]
)
def test_a_weak_passphrase_is_refused_before_anything_is_made(shelf, passphrase):
    with pytest.raises(WeakPassphrase):
        shelf.create(passphrase=passphrase)
    assert not shelf.folder.exists()


@pytest.mark.parametrize(
    ("chosen", "typed"),
    [
        ("vier wörter genügen", "vier wo\u0308rter genu\u0308gen"),  # composed or not
        ("\uff46\uff55\uff4c\uff4c width words", "full width words"),
        ("四つの言葉で開くはず", "四つの言葉で開くはず"),
        ("half a pair \ud83d here", "half a pair \ud83d here"),
    ],
)
def test_one_passphrase_typed_on_another_keyboard_is_the_same(shelf, chosen, typed):
    shelf.create(passphrase=chosen).close()
    shelf.open(typed)


def test_the_true_cost_is_the_default(shelf):
    shelf.folder.mkdir()
    create_vault(shelf.path, PASSPHRASE, now=NOON).close()
    (own,) = [entry for entry in read_keys(Places.of(shelf.path)).entries if entry.name == ""][:1]
    true = cost_of_this_machine()
    assert (own.kdf, own.time_cost, own.memory_kib) == ("argon2id", true.time_cost, true.memory_kib)
    assert true.work >= FLOOR.work
    shelf.open()


def test_a_wrong_passphrase_loses_nothing_and_gives_no_hint(shelf):
    shelf.create().close()
    before = shelf.digests()
    sentences = set()
    for typed in ("four words of trial ", "", "x", "Four words of trial"):
        with pytest.raises(WrongPassphrase) as caught:
            shelf.open(typed, now=NOON + dt.timedelta(hours=len(sentences)))
        sentences.add(str(caught.value))
        (shelf.folder / "clinic.attempts").unlink()
    assert len(sentences) == 1
    assert "Nothing was lost" in sentences.pop()
    assert shelf.digests() == before
    shelf.open()


def test_the_wait_grows_and_survives_a_restart(shelf):
    shelf.create().close()
    now, waits = NOON, []
    for _ in range(13):
        wait = wait_before_next_try(shelf.path, now)
        waits.append(wait)
        if wait:
            with pytest.raises(WaitFirst) as caught:
                shelf.open(now=now)
            assert caught.value.seconds == wait
            assert "Nothing was lost" in str(caught.value)
        now += dt.timedelta(seconds=wait)
        with pytest.raises(WrongPassphrase):
            shelf.open("not this one", now=now)
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert wait_before_next_try(shelf.path, now + dt.timedelta(seconds=100)) == 200
    asked = [sys.executable, "-c", ASK, str(shelf.path), now.isoformat()]
    answer = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=ROOT)
    assert float(answer.stdout) == 300


ASK = """
import datetime, pathlib, sys
from spinecounsel.storage import wait_before_next_try
print(wait_before_next_try(pathlib.Path(sys.argv[1]), datetime.datetime.fromisoformat(sys.argv[2])))
"""


def test_the_right_passphrase_makes_the_next_tries_free(shelf):
    shelf.create().close()
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            shelf.open("not this one")
    shelf.open(now=NOON + dt.timedelta(seconds=2)).close()
    assert wait_before_next_try(shelf.path, NOON) == 0


@pytest.mark.parametrize("noise", [b"", b"{}", b"\xff", b'{"failed":-1,"last":"2026-11-24"}'])
def test_an_unreadable_count_locks_nobody_out(shelf, noise):
    shelf.create().close()
    (shelf.folder / "clinic.attempts").write_bytes(noise)
    assert wait_before_next_try(shelf.path, NOON) == 0
    shelf.open()


def test_a_clock_set_back_locks_nobody_out(shelf):
    shelf.create().close()
    for day in range(5):
        with pytest.raises(WrongPassphrase):
            shelf.open("not this one", now=NOON + dt.timedelta(days=day))
    shelf.open(now=NOON - dt.timedelta(days=300))


def test_a_second_opening_in_this_process_is_refused(shelf):
    vault = shelf.create()
    with pytest.raises(VaultInUse, match="another window"):
        shelf.open()
    vault.close()
    shelf.open()


def test_a_second_process_is_refused_until_the_first_ends(shelf, worker):
    shelf.create().close()
    process = worker("hold", str(shelf.path))
    assert process.stdout.readline() == "open\n"
    with pytest.raises(VaultInUse):
        shelf.open()
    process.kill()
    process.wait()
    shelf.open()


def test_keys_of_a_newer_version_are_named_as_newer(shelf):
    shelf.create().close()
    file = shelf.folder / "clinic.keys"
    file.write_bytes(file.read_bytes().replace(b'"format": 2', b'"format": 3, "more": true'))
    state = vault_state(shelf.path)
    assert state.condition is Condition.NEWER
    assert "newer version" in state.sentence
    before = shelf.digests()
    with pytest.raises(VaultNewer, match="nothing was lost"):
        shelf.open()
    assert shelf.digests() == before


def alter(shelf, *statements):
    """Change the database behind the vault's back, as another program with the key could."""
    places = Places.of(shelf.path)
    _, key = unwrapped(read_keys(places), PASSPHRASE, shelf.path)
    db = connection.connect(shelf.path, key, mode="rw")
    for statement in statements:
        db.execute(statement)
    db.close()


def test_a_database_of_a_newer_version_is_named_as_newer_and_left_alone(shelf):
    shelf.create().close()
    alter(shelf, f"PRAGMA user_version = {SCHEMA + 1}")
    before = shelf.digests()
    with pytest.raises(VaultNewer):
        shelf.open()
    assert shelf.digests() == before


@pytest.mark.parametrize(
    "change",
    [
        "DROP TRIGGER record_kept",
        "CREATE TRIGGER extra AFTER INSERT ON draft BEGIN DELETE FROM draft; END",
        "PRAGMA application_id = 7",
        "ALTER TABLE vault RENAME TO strongbox",
    ],
)
def test_a_changed_schema_is_damage(shelf, change):
    shelf.create().close()
    alter(shelf, change)
    with pytest.raises(VaultDamaged):
        shelf.open()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET payload = replace(payload, 'vault created', 'nothing')",
        "DELETE FROM event WHERE number = 2",
        "DELETE FROM event WHERE number = 3",
        "UPDATE event SET number = 9 WHERE number = 3",
    ],
)
def test_a_changed_audit_trail_is_damage(shelf, change):
    vault = shelf.create()
    for kind in ("opened", "exported"):
        vault.append_event("r", kind, {}, now=NOON)
    vault.close()
    dropped = [f"DROP TRIGGER {name}" for name in ("event_kept", "event_stays")]
    put_back = [TRIGGERS[name] for name in ("event_kept", "event_stays")]
    alter(shelf, *dropped, change, *put_back)
    try:
        problems = shelf.open().check().problems
    except VaultDamaged as error:
        problems = (str(error),)
    assert re.search(r"audit trail|older", problems[0])


def chain_of(error):
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def test_neither_passphrase_nor_key_is_ever_in_an_error(shelf, caplog):
    shelf.create().close()
    key = unwrapped(read_keys(Places.of(shelf.path)), PASSPHRASE, shelf.path)[1].hex()
    typed = "a wrong passphrase \udcff"
    found = []
    (shelf.folder / "broken.keys").write_bytes(b"{")
    actions = [
        lambda: shelf.open(typed),
        lambda: shelf.create(passphrase=typed),
        lambda: create_vault(shelf.path, "short", now=NOON),
        lambda: alter(shelf, "PRAGMA nonsense syntax error"),
    ]
    data = bytearray(shelf.path.read_bytes())
    data[700] ^= 1
    shelf.path.write_bytes(data)
    actions.append(shelf.open)
    for action in actions:
        with pytest.raises(Exception) as caught:  # noqa: PT011 - all kinds
            action()
        for error in chain_of(caught.value):
            found += [str(error), repr(error), *map(repr, error.args)]
        found += traceback.format_exception(caught.value, chain=True)[-1:]
    text = "\n".join(found) + caplog.text
    for secret in (PASSPHRASE, "a wrong passphrase", key, "short'"):
        assert secret not in text


def test_all_errors_are_sentences_for_people(shelf):
    for error in (VaultAbsent, VaultPresent, VaultNewer, VaultInUse):
        sentence = str(error(shelf.path))
        assert issubclass(error, UserError)
        assert "clinic.vault" in sentence
        assert sentence.endswith(".")


def test_a_closed_vault_says_that_it_is_locked(shelf, entry):
    vault = shelf.create()
    vault.close()
    vault.close()
    for use in (vault.search, vault.check, lambda: vault.save_draft(entry())):
        with pytest.raises(VaultClosed, match="locked"):
            use()


def test_a_vault_is_loaded_only_when_it_is_opened():
    heavy = "{'sqlite3', 'sqlcipher3', 'sqlite_utils', 'argon2', 'cryptography'}"
    code = f"import sys, spinecounsel.storage; assert not {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_open_vault_takes_a_relative_path(shelf, monkeypatch):
    shelf.create().close()
    monkeypatch.chdir(shelf.folder)
    from pathlib import Path

    open_vault(Path("clinic.vault"), PASSPHRASE, now=NOON).close()
