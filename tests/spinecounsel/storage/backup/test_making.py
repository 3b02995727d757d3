"""Whole or not at all, read back before it is called good; a sentence for whatever goes wrong."""

import json
import shutil
import zipfile

import pytest

from spinecounsel.files import CannotWrite
from spinecounsel.storage import CannotBackUp, Stopped
from spinecounsel.storage.backup import making as backup_making
from spinecounsel.storage.backup.form import KEYS, MANIFEST, VAULT
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE
from tests.spinecounsel.storage.test_crash import WORDS, hits

NAME = "clinic-2026-11-24T120000.spinebackup"


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "STICK (E)"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(shelf, entry):
    vault = shelf.create()
    vault.save_draft(entry("one", name="Zyxomma Quillfeather", body=b"Quillfeather" * 9_000))
    vault.file_record(entry("two", name="Zyxomma"), b"%PDF Quillfeather", "seal")
    return vault


def files(folder):
    return sorted(file.name for file in folder.iterdir())


def told(process):
    out, _ = process.communicate()
    assert process.returncode == 0, out
    return dict(line.split(" ", 1) for line in out.splitlines())


def test_a_backup_is_one_stored_archive_that_says_nothing_of_patients(filled, stick):
    before = filled.events("")
    made, gone = filled.backups.make(stick, now=NOON)
    assert (made.path, gone) == (stick / NAME, ())
    assert files(stick) == [NAME]
    with zipfile.ZipFile(made.path) as archive:
        assert {part.compress_type for part in archive.infolist()} == {zipfile.ZIP_STORED}
        assert set(archive.namelist()) == {VAULT, KEYS, MANIFEST}
        manifest = json.loads(archive.read(MANIFEST))
    assert manifest.keys() == {
        "format", "vault", "made", "schema", "program", "generation", "events", "head", "parts",
        "seal",
    }  # fmt: skip
    assert manifest["events"] == len(before) + 2, "the vault's, a draft begun, a record filed"
    assert not hits(stick, (*WORDS, PASSPHRASE))
    (event,) = [event for event in filled.events("") if event.kind == "backup made"]
    assert event.payload == {"manifest": made.name, "size": made.size, "deleted": 0}
    assert event.by == filled.person.id


def test_it_never_takes_the_place_of_a_file(filled, stick):
    job = filled.backups.begin(stick, now=NOON)
    (stick / NAME).write_bytes(b"an earlier one")
    with pytest.raises(CannotWrite, match="Nothing was lost"):
        job.run()
    assert (stick / NAME).read_bytes() == b"an earlier one"
    assert files(stick) == [NAME]


def test_how_far_it_is_goes_forward_only_and_the_vault_works_on_meanwhile(filled, stick, entry):
    told = []

    def progress(share):
        if not told:
            filled.save_draft(entry("three"))
        told.append(share)
        return True

    made, _ = filled.backups.make(stick, now=NOON, progress=progress)
    assert told == sorted(told)
    assert all(0.0 <= share <= 1.0 for share in told)
    assert filled.backups.check(made.path, now=NOON).records == 1
    assert filled.draft("three").id == "three"


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.75, 0.95])
def test_stopping_at_any_time_leaves_nothing(filled, stick, shelf, share):
    with pytest.raises(Stopped):
        filled.backups.make(stick, now=NOON, progress=lambda done: done < share)
    assert files(stick) == []
    assert not [name for name in files(shelf.folder) if name.startswith(".")]
    assert filled.backups.state(now=NOON).last is None


@pytest.mark.parametrize("share", [0.3, 0.5, 0.75])
def test_a_stick_that_is_pulled_out_half_way(filled, stick, shelf, share):
    def progress(done):
        if done >= share:
            shutil.rmtree(stick, ignore_errors=True)
        return True

    with pytest.raises((CannotWrite, CannotBackUp)) as caught:
        filled.backups.make(stick, now=NOON, progress=progress)
    assert "plug the drive in" in str(caught.value) or "Plug it in" in str(caught.value)
    assert filled.check().problems == ()
    assert not [name for name in files(shelf.folder) if name.startswith(".")]


@pytest.mark.parametrize("place", ["beside the vault", "on the stick"])
def test_where_no_more_fits_it_is_said_and_nothing_is_left(filled, stick, shelf, worker, place):
    made, _ = filled.backups.make(stick, now=NOON)
    most = 9_000 if place == "beside the vault" else made.size - 500
    made.path.unlink()
    filled.close()
    said = told(worker("back_up_without_room", str(shelf.path), str(stick), str(most)))
    name, sentence = said["backup"].split(" ", 1)
    if place == "beside the vault":
        assert name == "CannotBackUp"
        assert "disk of the vault has no room" in sentence
    else:
        assert name == "CannotWrite"
        assert "larger than this drive takes" in sentence
    assert said["left"] == "[]"
    assert said["again"] == "done"
    assert not [name for name in files(shelf.folder) if name.startswith(".")]


def test_too_little_room_is_said_before_anything_is_written(filled, stick, monkeypatch):
    usage = type("Usage", (), {"total": 10**9, "free": 12_000_000})
    monkeypatch.setattr(backup_making.shutil, "disk_usage", lambda _folder: usage)
    monkeypatch.setattr(backup_making, "_ROOM", 40_000_000)
    with pytest.raises(CannotBackUp, match=r"needs 41 MB.*has 12 MB free"):
        filled.backups.make(stick, now=NOON)
    assert files(stick) == []


def test_a_backup_is_refused_where_it_is_of_no_use(filled, shelf, stick):
    for folder in (shelf.folder, shelf.folder / "below", stick / "not there"):
        if folder.name == "below":
            folder.mkdir()
        with pytest.raises(CannotBackUp) as caught:
            filled.backups.make(folder, now=NOON)
        assert str(folder) in str(caught.value)


def test_what_the_drive_gives_back_otherwise_is_no_backup(filled, stick, monkeypatch):
    def spoil(written):
        data = bytearray(written.read_bytes())
        data[len(data) // 2] ^= 1
        written.write_bytes(data)

    monkeypatch.setattr(backup_making, "_forget_cached", spoil)
    with pytest.raises(CannotBackUp, match="not what was written"):
        filled.backups.make(stick, now=NOON)
    assert files(stick) == []
    assert filled.backups.state(now=NOON).last is None


@pytest.mark.parametrize("share", [0.0, 0.6, 0.9])
def test_a_kill_leaves_the_vault_and_the_next_backup_clears_up(filled, stick, shelf, worker, share):
    filled.close()
    process = worker("back_up", str(shelf.path), str(stick), str(share))
    assert process.stdout.readline() == "half-way\n"
    process.kill()
    process.wait()
    assert not [name for name in files(stick) if name.endswith(".spinebackup")]
    assert not hits(shelf.folder, WORDS)
    vault = shelf.open()
    assert vault.check().problems == ()
    (stick / ".backup-of-somebody-else.part").write_bytes(b"theirs")
    vault.backups.make(stick, now=NOON)
    assert files(stick) == [".backup-of-somebody-else.part", NAME]
    assert not [name for name in files(shelf.folder) if name.startswith(".")]


def test_two_in_one_second_have_two_names(filled, stick):
    for _ in range(2):
        filled.backups.make(stick, now=NOON)
    assert files(stick) == ["clinic-2026-11-24T120000-2.spinebackup", NAME]
