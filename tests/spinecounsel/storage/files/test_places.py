"""The files of a vault as they are found: whatever lies there in their place is told, or passed."""

import errno
import os

import pytest

from spinecounsel.storage import Condition, VaultDamaged, vault_state
from spinecounsel.storage.files.places import Places, has_log, read_small


@pytest.mark.parametrize("depth", [2_000, 400_000])
def test_a_key_file_with_brackets_in_brackets_is_damaged(shelf, depth):
    shelf.create().close()
    nested = b"[" * depth + b"]" * depth
    (shelf.folder / "clinic.keys").write_bytes(b'{"format":2,"x":' + nested + b"}")
    assert vault_state(shelf.path).condition is Condition.DAMAGED
    with pytest.raises(VaultDamaged, match="key file"):
        shelf.open()


def test_a_log_that_leads_nowhere_holds_nothing(tmp_path):
    places = Places.of(tmp_path / "clinic.vault")
    assert not has_log(places)
    places.log.symlink_to(places.log)
    assert not has_log(places)
    places.log.unlink()
    places.log.write_bytes(b"commits")
    assert has_log(places)


@pytest.mark.parametrize(
    ("number", "passed"), [(21, True), (123, True), (1921, True), (5, False), (None, False)]
)
def test_a_drive_that_is_not_there_holds_no_log(tmp_path, monkeypatch, number, passed):
    def gone(*_arguments, **_more):
        error = PermissionError(errno.EACCES, "refused")
        if number is not None:
            error.winerror = number  # as Windows says which
        raise error

    places = Places.of(tmp_path / "clinic.vault")
    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", gone)
        try:
            assert not has_log(places)
        except PermissionError:
            assert not passed
        else:
            assert passed


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "clinic.keys")
    with pytest.raises(OSError, match="no regular file"):
        read_small(tmp_path / "clinic.keys")


@pytest.mark.parametrize("end", ["vault", "keys", "anchor"])
def test_a_folder_in_the_place_of_a_file_is_a_sentence(shelf, end):
    shelf.create().close()
    place = shelf.folder / f"clinic.{end}"
    place.unlink()
    place.mkdir()
    with pytest.raises(VaultDamaged, match="is missing"):
        shelf.open()
    assert vault_state(shelf.path).condition is Condition.DAMAGED
