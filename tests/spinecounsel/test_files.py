import errno
import os
import stat
import sys

import pytest

from spinecounsel import files
from spinecounsel.errors import UserError
from spinecounsel.files import CannotWrite, write_safely

POSIX = sys.platform != "win32"


def names(folder):
    return [file.name for file in folder.iterdir()]


def failing(number):
    def fail(*_arguments):
        raise OSError(number, os.strerror(number))

    return fail


def test_what_is_written_is_what_is_read(tmp_path):
    write_safely(tmp_path / "summary.pdf", b"\x00whole\r\n")
    assert (tmp_path / "summary.pdf").read_bytes() == b"\x00whole\r\n"
    assert names(tmp_path) == ["summary.pdf"]


def test_an_old_file_is_replaced(tmp_path):
    file = tmp_path / "summary.pdf"
    file.write_bytes(b"a much longer old file")
    write_safely(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.skipif(not POSIX, reason="rights are kept otherwise on Windows")
def test_only_the_owner_may_read_it_from_the_first_byte(tmp_path, monkeypatch):
    seen = []
    real = os.fsync

    def fsync(handle):
        seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        real(handle)

    monkeypatch.setattr(files.os, "fsync", fsync)
    write_safely(tmp_path / "summary.pdf", b"x")
    assert seen[0] == 0o600
    assert len(seen) == 2, "the file and its folder are both brought to the disk"
    assert stat.S_IMODE((tmp_path / "summary.pdf").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "part"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, "The drive stopped answering"),
        (errno.EFBIG, "larger than this drive takes"),
        (errno.ENOLCK, os.strerror(errno.ENOLCK)),
    ],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, number, part):
    file = tmp_path / "summary.pdf"
    file.write_bytes(b"old")
    monkeypatch.setattr(files.os, "fsync", failing(number))
    with pytest.raises(CannotWrite) as caught:
        write_safely(file, b"new")
    assert part in str(caught.value)
    assert "Nothing was lost." in str(caught.value)
    assert caught.value.path == file
    assert isinstance(caught.value, UserError)
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["summary.pdf"]


def test_a_file_that_another_program_holds_open_stays_and_is_named(tmp_path, monkeypatch):
    file = tmp_path / "summary.pdf"
    file.write_bytes(b"old")
    monkeypatch.setattr(files.Path, "replace", failing(errno.EACCES))
    with pytest.raises(CannotWrite, match=r"“summary\.pdf” was not replaced: it is open"):
        write_safely(file, b"new")
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["summary.pdf"]


def test_a_folder_that_cannot_be_brought_to_disk_does_not_undo_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "bring_to_disk", failing(errno.EINVAL))
    write_safely(tmp_path / "summary.pdf", b"new")
    assert (tmp_path / "summary.pdf").read_bytes() == b"new"


def test_a_failing_exchange_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(files.Path, "replace", failing(errno.ENOSPC))
    with pytest.raises(CannotWrite, match="The disk is full"):
        write_safely(tmp_path / "summary.pdf", b"new")
    assert names(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(CannotWrite, match="is not there") as caught:
        write_safely(tmp_path / "stick" / "summary.pdf", b"new")
    assert str(tmp_path / "stick") in str(caught.value)


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "stick").write_bytes(b"")
    with pytest.raises(CannotWrite):
        write_safely(tmp_path / "stick" / "summary.pdf", b"new")


def test_a_folder_of_that_name_is_kept(tmp_path):
    (tmp_path / "summary.pdf").mkdir()
    with pytest.raises(CannotWrite, match="is a folder"):
        write_safely(tmp_path / "summary.pdf", b"new")
    assert names(tmp_path) == ["summary.pdf"]


def test_a_name_no_disk_takes_is_refused(tmp_path):
    with pytest.raises(CannotWrite, match="too long"):
        write_safely(tmp_path / ("x" * 300), b"new")
    assert names(tmp_path) == []


@pytest.mark.skipif(not POSIX or os.geteuid() == 0, reason="root may write everywhere")
def test_a_closed_folder_is_named(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotWrite, match="cannot be written to"):
            write_safely(tmp_path / "summary.pdf", b"new")
    finally:
        tmp_path.chmod(0o700)
