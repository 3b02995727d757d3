"""The room of a practice: held while it lasts, gone afterwards, and nobody else's."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from spinecounsel.consultation.practice import PASSPHRASE, CannotPractise, Room, furnish, sweep
from spinecounsel.consultation.settings import settings
from spinecounsel.storage import open_vault
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import begun

ROOT = Path(__file__).parents[3]
HOLDING = """
import sys
from spinecounsel.consultation.practice import Room
room = Room.entered()
(room.folder / "consultations.vault").write_bytes(b"something")
print(room.folder, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """A folder for temporary files of its own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def holder(temporary):
    """Another process that practises, and its room."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process, Path(process.stdout.readline().strip())
        process.kill()


def test_a_room_is_for_its_owner_only_and_gone_afterwards(temporary):
    room = Room.entered()
    assert room.folder.parent == temporary
    assert os.name == "nt" or room.folder.stat().st_mode & 0o077 == 0
    (room.folder / "made").write_bytes(b"something")
    sweep()
    assert (room.folder / "made").exists()  # it is in use
    room.leave()
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_what_a_killed_practice_left_is_swept_and_one_that_lives_is_not(holder):
    process, folder = holder
    sweep()
    assert (folder / "consultations.vault").exists()
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert (folder / "consultations.vault").exists()
    sweep()
    assert not folder.exists()


def marked(folder):
    room = Room.entered()
    content = (room.folder / "made-for-practice.txt").read_bytes()
    room.leave()
    folder.mkdir()
    (folder / "made-for-practice.txt").write_bytes(content)
    return folder


def test_nothing_else_is_swept(temporary, tmp_path):
    mine = temporary / "spinecounsel-practice-notes"  # by the name alone
    mine.mkdir()
    (mine / "mine.txt").write_bytes(b"mine")
    other = temporary / "spinecounsel-practice-other"
    other.mkdir()
    (other / "made-for-practice.txt").write_bytes(b"written by somebody else")
    by_another_name = marked(temporary / "holiday")
    aim = marked(tmp_path / "elsewhere")
    link = temporary / "spinecounsel-practice-link"
    link.symlink_to(aim, target_is_directory=True)
    (temporary / "spinecounsel-practice-file").write_bytes(b"a file")
    before = sorted(temporary.rglob("*"))
    sweep()
    assert sorted(temporary.rglob("*")) == before
    assert (aim / "made-for-practice.txt").exists()
    assert by_another_name.exists()


def test_without_room_a_sentence_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(CannotPractise, match="no room for a practice"):
        Room.entered()
    sweep()


def test_the_vault_is_a_real_one_whose_papers_say_what_they_are(temporary):
    draft = begun().discussion
    path = temporary / "consultations.vault"
    furnish(path, shipped_pack(), [draft], clinician="Practice clinician", now=START)
    vault = open_vault(path, PASSPHRASE, now=START)
    assert [row.id for row in vault.search("", limit=9)] == [draft.id]
    assert settings(vault).clinic.name == "Practice, made-up patient"
    assert vault.people.has_recovery_code
    vault.close()
