"""Whatever bytes are called a ZIP: an error of one kind, no hang, no more memory than agreed."""

import io
import os
import struct
import tracemalloc
import zipfile

import hypothesis.strategies as st
import pytest
from hypothesis import given

from spinecounsel import archives
from spinecounsel.archives import Unsound, open_archive


def made(files, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


GOOD = made([("a.json", b'{"a": 1}' * 50), ("b/c.bin", os.urandom(300))])


def read_all(path):
    with open_archive(path) as archive:
        return {name: archive.read(name, 100_000) for name in archive.names}


def test_what_is_whole_is_read(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(GOOD)
    assert read_all(path)["a.json"] == b'{"a": 1}' * 50
    with open_archive(path) as archive:
        assert archive.unpacked_size == 700
        assert not archive.is_stored("a.json")
        with pytest.raises(Unsound):
            archive.read("a.json", 399)
        with pytest.raises(Unsound):
            archive.size("../../etc/passwd")


@given(st.data())
def test_any_change_is_noticed_or_changes_nothing(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "fuzzed.zip"
    path.write_bytes(GOOD)
    whole = read_all(path)
    changed = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(GOOD) - 1))
        changed[place] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        changed = changed[: data.draw(st.integers(0, len(GOOD)))]
    path.write_bytes(changed)
    try:
        found = read_all(path)
    except Unsound:
        return
    assert set(found.values()) <= set(whole.values()), "a name may have changed, never the bytes"


@given(st.binary(max_size=400))
def test_any_bytes_are_no_archive(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "bytes.zip"
    path.write_bytes(data)
    with pytest.raises(Unsound):
        read_all(path)


def test_two_files_of_one_name_are_refused(tmp_path):
    path = tmp_path / "two.zip"
    with pytest.warns(UserWarning, match="Duplicate"):
        path.write_bytes(made([("a", b"1"), ("a", b"2")]))
    with pytest.raises(Unsound):
        read_all(path)


def test_a_bomb_takes_no_memory(tmp_path):
    path = tmp_path / "bomb.zip"
    data = bytearray(made([("a", bytes(60_000_000))]))
    path.write_bytes(data)
    with open_archive(path) as archive, pytest.raises(Unsound):
        archive.read("a", 1_000_000)
    # it says that it has 1,000 bytes, in both places, and has 60,000,000
    for place in (22, data.rindex(b"PK\x01\x02") + 24):
        data[place : place + 4] = struct.pack("<L", 1_000)
    path.write_bytes(data)
    tracemalloc.start()
    try:
        with open_archive(path) as archive, pytest.raises(Unsound):
            archive.read("a", 1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_a_huge_list_of_contents_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "CHUNK", 1_000)
    path = tmp_path / "many.zip"
    path.write_bytes(made([(f"file {number}", b"") for number in range(2_000)]))
    with pytest.raises(Unsound):
        read_all(path)
    with open_archive(path, most_directory=1_000_000) as archive:
        assert len(archive.names) == 2_000


def test_what_is_no_file_is_told_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "nothing"):
        with pytest.raises(OSError, match=r".+"), open_archive(path):
            pass
