"""A vault that was changed, cut, mixed up or put back is named as damaged and left as it is."""

import contextlib
import shutil

import pytest

from spinecounsel.storage import Condition, OldKeys, VaultDamaged, vault_state
from spinecounsel.storage.database.schema import TRIGGERS
from spinecounsel.storage.doors.checking import inspect
from spinecounsel.storage.files.places import PAGE, Places, read_keys
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE, Shelf
from tests.spinecounsel.storage.test_opening import alter


def flipped(file, offset):
    def damage(folder):
        data = bytearray((folder / file).read_bytes())
        place = offset if isinstance(offset, int) else int(len(data) * offset)
        data[place] ^= 1
        (folder / file).write_bytes(data)

    return damage


def cut(file, keep):
    def damage(folder):
        size = (folder / file).stat().st_size
        with (folder / file).open("r+b") as handle:
            handle.truncate(keep(size))

    return damage


def replaced(file, data):
    return lambda folder: (folder / file).write_bytes(data)


def removed(*files):
    return lambda folder: [(folder / file).unlink() for file in files]


def put_back(*files):
    """From the folder with the older copy, made before the last draft was saved."""
    return lambda folder: [shutil.copy(folder / "older" / file, folder / file) for file in files]


def of_another(*files):
    return lambda folder: [
        shutil.copy(folder / file.replace("clinic", "other"), folder / file) for file in files
    ]


CLOSED = {
    "salt": flipped("clinic.vault", 3),
    "first page": flipped("clinic.vault", 700),
    "seal of the first page": flipped("clinic.vault", 4090),
    "one byte cut": cut("clinic.vault", lambda size: size - 1),
    "half a page cut": cut("clinic.vault", lambda size: size - PAGE // 2),
    "two pages cut": cut("clinic.vault", lambda size: size - 2 * PAGE),
    "half cut": cut("clinic.vault", lambda size: size // 2 // PAGE * PAGE),
    "nothing left": cut("clinic.vault", lambda _: 0),
    "a text instead": replaced("clinic.vault", b"To whom it may concern" * 400),
    "zeros instead": replaced("clinic.vault", bytes(20 * PAGE)),
    "a plain database instead": replaced("clinic.vault", b"SQLite format 3\0" * PAGE),
    "the vault gone": removed("clinic.vault"),
    "the keys gone": removed("clinic.keys"),
    "the anchor gone": removed("clinic.anchor"),
    "only the anchor left": removed("clinic.vault", "clinic.keys"),
    "an old vault put back": put_back("clinic.vault"),
    "another vault": of_another("clinic.vault"),
    "another vault and its anchor": of_another("clinic.vault", "clinic.anchor"),
    "another anchor": of_another("clinic.anchor"),
    "both slots of the anchor": replaced("clinic.anchor", bytes(1024)),
    "the anchor cut": cut("clinic.anchor", lambda _: 100),
    "a byte of the keys": flipped("clinic.keys", 0.5),
    "the keys cut": cut("clinic.keys", lambda size: size // 2),
    "no keys in the keys": replaced("clinic.keys", b"[1]"),
    "no text in the keys": replaced("clinic.keys", b"\xff\xfe\0"),
}
LEFT_OPEN = {
    "the log gone": removed("clinic.vault-wal"),
    "the log cut to half": cut("clinic.vault-wal", lambda size: size // 2),
    "the last commit cut off the log": cut("clinic.vault-wal", lambda size: size - 2000),
    "a byte of the log": flipped("clinic.vault-wal", 0.5),
    "the head of the log": flipped("clinic.vault-wal", 10),
}


@pytest.fixture(scope="module")
def templates(tmp_path_factory, draw_up):
    """Two folders, made once: a vault as closed, and the same as a crash leaves it.

    Each has an older copy of the vault, and another vault beside it.
    """
    folder = tmp_path_factory.mktemp("templates")
    shelf = Shelf(folder / "closed")
    vault = shelf.create()
    vault.file_record(draw_up("r1", body=b"one" * 5000), b"%PDF one" * 3000, "seal")
    for number in range(6):
        vault.save_draft(draw_up(f"d{number}", body=b"x" * 9000))
    vault.close()
    shutil.copytree(shelf.folder, shelf.folder / "older")
    vault = shelf.open()
    vault.save_draft(draw_up("last"))
    vault.close()
    shelf.create("other").close()
    shutil.copytree(shelf.folder, folder / "crashed")
    vault = shelf.open()
    for number in range(4):
        vault.save_draft(draw_up(f"d{number}", body=b"y" * 9000))
    for end in ("vault", "vault-wal", "keys", "anchor"):
        shutil.copy(shelf.folder / f"clinic.{end}", folder / "crashed")
    vault.close()
    shutil.rmtree(shelf.folder)
    shutil.copytree(folder / "crashed", shelf.folder)
    shelf.open().close()
    return folder


@pytest.fixture
def filled(shelf, templates):
    """A vault with a record and drafts, properly closed."""
    shutil.copytree(templates / "closed", shelf.folder)
    return shelf


@pytest.fixture
def crashed(shelf, templates):
    """The same with its last commits in the log alone."""
    shutil.copytree(templates / "crashed", shelf.folder)
    assert (shelf.folder / "clinic.vault-wal").stat().st_size
    return shelf


def refused_and_left_alone(shelf):
    before = shelf.digests()
    with pytest.raises(VaultDamaged) as caught:
        shelf.open()
    assert "is damaged" in str(caught.value)
    assert "left as it is" in str(caught.value)
    assert shelf.digests() == before
    return caught.value


@pytest.mark.parametrize("damage", CLOSED.values(), ids=CLOSED.keys())
def test_damage_is_named_and_nothing_is_overwritten(filled, damage):
    whole = {file: file.read_bytes() for file in filled.folder.glob("clinic.*")}
    damage(filled.folder)
    refused_and_left_alone(filled)
    for file, data in whole.items():
        file.write_bytes(data)
    assert filled.open().draft("last").name == "Maria Sample", "put back whole, it opens"


@pytest.mark.parametrize("damage", LEFT_OPEN.values(), ids=LEFT_OPEN.keys())
def test_a_lost_log_is_noticed(crashed, damage):
    whole = {file: file.read_bytes() for file in crashed.folder.glob("clinic.*")}
    damage(crashed.folder)
    refused_and_left_alone(crashed)
    for file, data in whole.items():
        file.write_bytes(data)
    vault = crashed.open()
    assert vault.draft("d3").body == b"y" * 9000
    assert vault.check().problems == ()


@pytest.mark.parametrize("place", [0.5, -2000])
def test_a_bad_page_is_named_by_the_check_and_never_read_as_if_it_were_good(filled, place):
    vault = filled.open()
    before = {row.id: read(vault, row) for row in vault.search()}
    vault.close()
    flipped("clinic.vault", place)(filled.folder)
    vault = filled.open()
    assert any("bytes" in problem for problem in vault.check().problems)
    for row in vault.search():
        with contextlib.suppress(VaultDamaged):
            assert read(vault, row) == before[row.id]


def read(vault, row):
    return vault.record(row.id) if row.sealed else vault.draft(row.id)


def test_a_bad_page_is_named_or_was_written_again_in_the_log(crashed):
    """A crash while the log is brought into the file tears pages there; the log still has them."""
    whole = {file: file.read_bytes() for file in crashed.folder.glob("clinic.*")}
    healed = refused = named = 0
    for page in range(len(whole[crashed.path]) // PAGE):
        flipped("clinic.vault", page * PAGE + 100)(crashed.folder)
        try:
            vault = crashed.open()
        except VaultDamaged:
            refused += 1
        else:
            if vault.check().problems:
                named += 1
            else:
                healed += 1
                assert vault.draft("d3").body == b"y" * 9000
            vault.close()
        for file in crashed.folder.glob("clinic.vault*"):
            file.unlink()
        for file, data in whole.items():
            file.write_bytes(data)
    assert healed
    assert refused
    assert named


def test_one_torn_slot_of_the_anchor_is_a_crash_not_damage(filled):
    flipped("clinic.anchor", 30)(filled.folder)
    filled.open().close()
    flipped("clinic.anchor", 542)(filled.folder)
    assert filled.open().check().problems == ()


def test_a_moved_vault_opens_where_it_is(filled, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for end in ("vault", "keys", "anchor"):
        shutil.move(filled.folder / f"clinic.{end}", elsewhere)
    assert vault_state(filled.path).condition is Condition.ABSENT
    filled.path = elsewhere / "clinic.vault"
    assert filled.open().draft("last").id == "last"


def test_what_is_damaged_is_said_before_the_passphrase_is_asked(filled):
    removed("clinic.keys")(filled.folder)
    state = vault_state(filled.path)
    assert state.condition is Condition.DAMAGED
    assert "clinic.keys" in state.sentence


def test_a_key_file_that_was_put_back_is_named_before_a_byte_is_written(shelf):
    """It is a true one of this vault, and its old passphrase opens it: so the vault has to know."""
    vault = shelf.create()
    places = Places.of(shelf.path)
    before = places.keys.read_bytes()
    vault.change_passphrase(PASSPHRASE, "other words of trial", now=NOON)
    key = vault._store.copied_key()
    vault.close()
    places.keys.write_bytes(before)
    digests = shelf.digests()
    with pytest.raises(OldKeys):
        inspect(places, read_keys(places), key)
    assert shelf.digests() == digests


def test_damage_under_an_open_vault_is_found_by_the_check(filled):
    vault = filled.open()
    assert vault.check().problems == ()
    flipped("clinic.vault", 0.5)(filled.folder)
    assert any("bytes" in problem for problem in vault.check().problems)


def test_an_anchor_changed_under_an_open_vault_is_found_by_the_check(filled, entry):
    vault = filled.open()
    replaced("clinic.anchor", bytes(1024))(filled.folder)
    assert any("anchor" in problem for problem in vault.check().problems)
    vault.save_draft(entry("more"))
    vault.save_draft(entry("more still"))
    assert vault.check().problems == ()


def test_the_check_counts(filled):
    vault = filled.open()
    report = vault.check()
    assert (report.records, report.drafts) == (1, 7)
    assert report.events == vault.head[1]


def test_a_trail_that_was_changed_beyond_the_note_is_damage(shelf):
    """The note may lag behind; what was written since is followed link by link."""
    shelf.create().close()
    noted = (shelf.folder / "clinic.anchor").read_bytes()
    vault = shelf.open()
    for kind in ("exported", "printed"):
        vault.append_event("r", kind, {}, now=NOON)
    vault.close()
    (shelf.folder / "clinic.anchor").write_bytes(noted)
    shelf.open().close()
    (shelf.folder / "clinic.anchor").write_bytes(noted)
    lie = "UPDATE event SET payload = replace(payload, 'exported', 'shown') WHERE record_id = 'r'"
    alter(shelf, "DROP TRIGGER event_kept", lie, TRIGGERS["event_kept"])
    with pytest.raises(VaultDamaged, match="audit trail is broken"):
        shelf.open()
