"""A restored vault takes the place of another: cut anywhere, one of them opens and all is kept."""

import contextlib
import datetime as dt
import functools
import hashlib
import os
import shutil

import pytest

from spinecounsel.storage import (
    CannotRead,
    CannotRestore,
    Condition,
    Stopped,
    VaultInUse,
    VaultPresent,
    restore_backup,
    vault_state,
)
from spinecounsel.storage.backup.setting_aside import settle
from spinecounsel.storage.files.places import Places
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE

LATER = NOON + dt.timedelta(days=2)
CHANGES = ("rename", "replace", "unlink", "rmdir", "mkdir")
MOST = 60


class Killed(BaseException):
    """The process is gone."""


@contextlib.contextmanager
def changing(happens):
    """Let ``happens(number)`` come before each change of a name on the disk."""
    done = [0]

    def change(real, *arguments, **more):
        done[0] += 1
        happens(done[0])
        return real(*arguments, **more)

    with pytest.MonkeyPatch.context() as patch:
        for name in CHANGES:
            patch.setattr(os, name, functools.partial(change, getattr(os, name)))
        yield


def killed_before(number):
    """Let the process be killed before the change with this number: none comes after it."""

    def die(now):
        if now >= number:
            raise Killed

    return changing(die)


def kills(work):
    """Do ``work`` with a kill before its first change, its second, and so on; give each time."""
    for number in range(1, MOST):
        try:
            with killed_before(number):
                work()
        except Killed:
            yield number
        else:
            return
    pytest.fail("there are more changes than were tried")


def held(folder):
    """Give the bytes of each file that is somewhere in there."""
    return {
        hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and file.stat().st_size
    }


def names(folder):
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def backup(shelf, tmp_path, entry):
    """Give a backup; what was written into the vault since lies in its log, as after a crash."""
    (tmp_path / "stick").mkdir()
    vault = shelf.create()
    vault.save_draft(entry("in both"))
    made, _ = vault.backups.make(tmp_path / "stick", now=NOON)
    vault.save_draft(entry("only here"))
    shutil.copytree(shelf.folder, tmp_path / "crashed")
    vault.close()
    shutil.rmtree(shelf.folder)
    (tmp_path / "crashed").rename(shelf.folder)
    assert (shelf.folder / "clinic.vault-wal").stat().st_size
    return made.path


@pytest.fixture
def again(shelf, tmp_path):
    """Put everything back as it is now, each time this is called."""
    kept = tmp_path / "kept"

    def put_back():
        if kept.exists():
            shutil.rmtree(shelf.folder)
        else:
            shutil.copytree(shelf.folder, kept)
        if kept.exists() and not shelf.folder.exists():
            shutil.copytree(kept, shelf.folder)

    return put_back


def drafts(shelf):
    vault = shelf.open(now=LATER)
    assert vault.check().problems == ()
    found = {row.id for row in vault.search()}
    vault.close()
    return found


def restored(shelf, backup, progress=lambda _share: True):
    restore_backup(backup, shelf.path, PASSPHRASE, now=LATER, replacing=True, progress=progress)


def old_ones(shelf):
    """Give what lies in the vaults that were set aside whole."""
    place, found = shelf.path, []
    for keys in sorted(shelf.folder.glob("clinic-set-aside-*/clinic.keys")):
        shelf.path = keys.with_suffix(".vault")
        found.append(drafts(shelf))
    shelf.path = place
    return found


def test_the_old_one_is_set_aside_whole(shelf, backup):
    restored(shelf, backup)
    aside = "clinic-set-aside-2026-11-26T120000"
    assert names(shelf.folder) == [
        aside, "clinic.anchor", "clinic.keys", "clinic.lock", "clinic.vault",
    ]  # fmt: skip
    restored(shelf, backup)
    assert f"{aside}-2" in names(shelf.folder)
    assert drafts(shelf) == {"in both"}
    assert old_ones(shelf) == [{"in both", "only here"}, {"in both"}]


def test_an_open_one_is_not(shelf, backup):
    vault = shelf.open()
    with pytest.raises(VaultInUse):
        restored(shelf, backup)
    vault.close()
    assert drafts(shelf) == {"in both", "only here"}


def test_killed_before_any_change_the_old_one_opens_or_the_new_one(shelf, backup, again):
    again()
    before, seen = held(shelf.folder), []
    for _ in kills(lambda: restored(shelf, backup)):
        assert before <= held(shelf.folder)
        assert vault_state(shelf.path).people
        found = drafts(shelf)
        seen.append(found)
        if found == {"in both"}:
            assert old_ones(shelf) == [{"in both", "only here"}]
        assert not list(shelf.folder.glob("clinic-being-*"))
        again()
    assert {"in both", "only here"} in seen
    assert {"in both"} in seen


def test_killed_and_restored_once_more_nothing_is_lost(shelf, backup, again):
    again()
    before = held(shelf.folder)
    for _ in kills(lambda: restored(shelf, backup)):
        restored(shelf, backup)
        assert before <= held(shelf.folder)
        assert drafts(shelf) == {"in both"}
        assert {"in both", "only here"} in old_ones(shelf)
        again()


def test_killed_again_while_it_is_put_right_nothing_is_lost(shelf, backup, again, tmp_path):
    again()
    before, places = held(shelf.folder), Places.of(shelf.path)
    for _ in kills(lambda: restored(shelf, backup)):
        cut = tmp_path / "cut"
        shutil.copytree(shelf.folder, cut)
        for _ in kills(lambda: settle(places, now=LATER)):
            assert before <= held(shelf.folder)
            assert vault_state(shelf.path).condition is Condition.PRESENT
            settle(places, now=LATER)
            assert before <= held(shelf.folder)
            assert places.is_whole
            assert not list(shelf.folder.glob("clinic-being-*"))
            shutil.rmtree(shelf.folder)
            shutil.copytree(cut, shelf.folder)
        assert drafts(shelf) in ({"in both"}, {"in both", "only here"})
        shutil.rmtree(cut)
        again()


def gone_but_for_its_log(shelf):
    for end in ("vault", "keys", "anchor"):
        (shelf.folder / f"clinic.{end}").unlink()


def without_its_keys(shelf):
    (shelf.folder / "clinic.keys").unlink()


def cut_to_pieces(shelf):
    (shelf.folder / "clinic.vault").write_bytes(b"spoilt")


@pytest.mark.parametrize("damage", [gone_but_for_its_log, without_its_keys, cut_to_pieces])
def test_so_it_is_with_what_is_left_of_a_vault(shelf, backup, again, damage):
    damage(shelf)
    again()
    before, condition = held(shelf.folder), vault_state(shelf.path).condition
    for _ in kills(lambda: restored(shelf, backup)):
        assert before <= held(shelf.folder)
        assert vault_state(shelf.path).condition in (condition, Condition.PRESENT)
        restored(shelf, backup)
        assert before <= held(shelf.folder)
        assert drafts(shelf) == {"in both"}
        again()


def test_stopped_whenever_it_asks_nothing_is_changed(shelf, backup, again):
    again()
    before, there, told = held(shelf.folder), names(shelf.folder), []
    restored(shelf, backup, progress=lambda share: told.append(share) is None)
    assert max(told) > 0.8
    for number in range(1, len(told) + 1):
        again()
        asked = iter(range(1, number))
        with pytest.raises(Stopped, match="Nothing was changed"):
            restored(shelf, backup, progress=lambda _share, asked=asked: next(asked, 0) > 0)
        assert (held(shelf.folder), names(shelf.folder)) == (before, there)
    assert drafts(shelf) == {"in both", "only here"}


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_a_file_that_cannot_be_moved_leaves_all_as_it_was(shelf, backup, again, lasting):
    again()
    before, there = held(shelf.folder), names(shelf.folder)
    errors = []
    for number in range(1, MOST):

        def refuse(now, number=number):
            if now == number or (lasting and now > number):
                raise PermissionError(13, "in use")

        with changing(refuse):
            failed = False
            try:
                restored(shelf, backup)
            except CannotRestore as error:
                failed = True
                errors.append(str(error))
        assert before <= held(shelf.folder)
        assert vault_state(shelf.path).condition is Condition.PRESENT
        if failed and not lasting:
            left = [name for name in names(shelf.folder) if not name.startswith(".copy-of")]
            assert left == there
        found = drafts(shelf)
        assert found == ({"in both", "only here"} if failed else {"in both"})
        again()
    assert errors
    assert all("Nothing was restored, and nothing was lost" in error for error in errors)


def test_a_door_that_cannot_put_it_right_says_so_and_opens_nothing(shelf, backup):
    with contextlib.suppress(Killed), killed_before(8):
        restored(shelf, backup)
    assert list(shelf.folder.glob("clinic-being-*"))

    def refuse(_number):
        raise PermissionError(13, "in use")

    with changing(refuse), pytest.raises(CannotRead, match="Nothing was lost"):
        shelf.open()
    assert drafts(shelf) == {"in both", "only here"}


def test_a_folder_that_cannot_get_its_last_name_keeps_nobody_out(shelf, backup):
    restored(shelf, backup)
    (aside,) = shelf.folder.glob("clinic-set-aside-*")
    aside.rename(shelf.folder / "clinic-being-replaced")
    real = os.rename

    def in_use(source, target):
        if source.is_dir():
            raise PermissionError(13, "in use")
        real(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "rename", in_use)
        assert drafts(shelf) == {"in both"}
        with pytest.raises(CannotRestore, match="Close what uses it"):
            restored(shelf, backup)
        assert drafts(shelf) == {"in both"}
    assert drafts(shelf) == {"in both"}
    assert old_ones(shelf) == [{"in both", "only here"}]


def test_what_an_earlier_program_left_half_set_aside_is_found(shelf, backup):
    left = shelf.folder / "clinic-being-set-aside"
    left.mkdir()
    for end in ("keys", "vault", "vault-wal", "vault-shm", "anchor"):
        (shelf.folder / f"clinic.{end}").rename(left / f"clinic.{end}")
    assert vault_state(shelf.path).people
    assert drafts(shelf) == {"in both", "only here"}
    assert not left.exists()


def test_beside_a_vault_that_came_since_it_gets_a_name_of_its_own(shelf, backup):
    left = shelf.folder / "clinic-being-set-aside"
    left.mkdir()
    for end in ("keys", "vault", "vault-wal", "vault-shm", "anchor"):
        (shelf.folder / f"clinic.{end}").rename(left / f"clinic.{end}")
    kept = held(left)
    shelf.path = shelf.folder.with_name("elsewhere") / "clinic.vault"
    restored(shelf, backup)
    for file in shelf.path.parent.glob("clinic.*"):
        file.rename(shelf.folder / file.name)
    shelf.path = shelf.folder / "clinic.vault"
    assert drafts(shelf) == {"in both"}
    restored(shelf, backup)
    assert kept <= held(shelf.folder)
    assert {"in both", "only here"} in old_ones(shelf)


def test_the_log_of_a_vault_that_is_gone_is_set_aside_and_not_played_into_a_new_one(shelf, entry):
    vault = shelf.create()
    vault.save_draft(entry())
    log = (shelf.folder / "clinic.vault-wal").read_bytes()
    vault.close()
    for end in ("vault", "keys", "anchor"):
        (shelf.folder / f"clinic.{end}").unlink()
    (shelf.folder / "clinic.vault-wal").write_bytes(log)
    shelf.create().close()
    assert shelf.open().check().problems == ()
    (aside,) = shelf.folder.glob("clinic-set-aside-*")
    assert (aside / "clinic.vault-wal").read_bytes() == log


def test_a_vault_is_not_created_over_one_that_a_restore_left_half_moved(shelf):
    shelf.create().close()
    before, left = shelf.digests(), shelf.folder / "clinic-being-replaced"
    left.mkdir()
    for name in before:
        (shelf.folder / name).rename(left / name)
    with pytest.raises(VaultPresent):
        shelf.create()
    assert shelf.digests() == before
    assert not left.exists()
