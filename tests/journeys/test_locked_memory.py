"""What the locked window still holds of a whole consultation: no word of it, in memory or a dump.

Started as an installed program is on Linux, so that memory is wiped as it is freed.
"""

import hashlib
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from installer import wiped
from tests.spinecounsel.storage.proofs.test_memory import stretches

ROOT = Path(__file__).parents[2]
CASE = ROOT / "resources" / "examples" / "meningioma-beside-the-cord.toml"
PLAYER = ROOT / "tests" / "helpers" / "locked_window.py"
# what people enter and say in the case
ENTERED = (
    "Ελένη Παπαδοπούλου",
    "TEST-0002",
    "Dr Eva Esempio",
    "Example Neurology Practice",
    "Nikos Example",
    "Who calls me when the next scan is due?",
    "The clinic writes to you; you can ring the number on the letter.",
    "Being able to work in the shop",
    "I would rather wait and see.",
    "The patient read the letter before it was sent, and had nothing to change.",
)
BEGUN = "Qlanted"  # what all phrases begin with, and no other word

pytestmark = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc" or not Path("/proc/self/mem").exists(),
    reason="memory is wiped by the C library of Linux, and read there",
)


def planted(number):
    """Give a phrase that exists nowhere else."""
    return f"{BEGUN}{hashlib.sha256(str(number).encode()).hexdigest()[:24]}"


def forms(phrases):
    """Give each phrase in the ways in which it may lie about."""
    cased = {each for phrase in phrases for each in (phrase, phrase.lower(), phrase.upper())}
    return {each.encode(code) for each in cased for code in ("utf-8", "utf-16-le", "utf-32-le")}


def found(pid):
    """Give the phrases in the memory of a process, each as often as there is a stretch with it."""
    begun, words = forms([BEGUN]), forms(planted(number) for number in range(len(ENTERED)))
    suspect = (each for each in stretches(pid) if any(word in each for word in begun))
    return [word for stretch in suspect for word in words if word in stretch]


@pytest.fixture
def locked(tmp_path):
    """The program, locked, after a consultation in which the phrases were entered and said."""
    case = CASE.read_text()
    for number, words in enumerate(ENTERED):
        assert words in case
        case = case.replace(words, planted(number))
    (tmp_path / "case.toml").write_text(case)
    with subprocess.Popen(
        [sys.executable, str(PLAYER), str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | wiped.ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
    ) as process:
        yield process
        process.kill()


def test_no_word_of_a_consultation_is_left_in_the_locked_window(locked):
    assert locked.stdout.readline() == "open\n"
    assert len(found(locked.pid)) > 2 * len(ENTERED), "they are there while it is open"
    print(file=locked.stdin, flush=True)
    assert locked.stdout.readline() == "locked\n"
    assert found(locked.pid) == []
