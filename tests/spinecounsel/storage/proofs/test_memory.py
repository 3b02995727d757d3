"""What a locked program still holds: none of the words that were in the vault, in memory or files.

A core dump of it would hold the same.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.spinecounsel.storage.proofs.conftest import HERE, environment
from tests.spinecounsel.storage.proofs.writer import PHRASES, phrase_of

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="the memory of a process cannot be read here"
)
_READABLE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r.*(?<!\[vvar\])(?<!\[vsyscall\])$")


def planted():
    """Each phrase in the ways in which it may lie about, also as the folded words of the search."""
    phrases = [phrase_of(number) for number in range(PHRASES)]
    forms = [form for phrase in phrases for form in (phrase, phrase.removeprefix("planted "))]
    return {form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-32-le")}


def stretches(pid):
    """Give the memory of a process, stretch by stretch."""
    process = Path(f"/proc/{pid}")
    with (process / "maps").open() as maps, (process / "mem").open("rb", 0) as memory:
        for found in filter(None, (_READABLE.match(line.rstrip()) for line in maps)):
            start, end = (int(found[number], 16) for number in (1, 2))
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except (OSError, OverflowError):
                continue


@pytest.fixture
def locked(new_vault, tmp_path):
    """A process that worked in a vault, made a backup and locked."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with subprocess.Popen(
        [sys.executable, str(HERE / "writer.py"), "lock", str(new_vault)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(TMPDIR=str(temporary), SQLITE_TMPDIR=str(temporary)),
    ) as process:
        assert process.stdout.readline().startswith("found"), "the phrases were there"
        assert process.stdout.readline() == "locked\n"
        yield process
        process.kill()


def test_no_word_is_left_in_memory_or_in_any_file(locked, tmp_path, figures):
    words = planted()
    left = sum(word in stretch for stretch in stretches(locked.pid) for word in words)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.parent.name == "stick" for file in files), "there is a backup"
    in_files = [file for file in files for word in words if word in file.read_bytes()]
    assert (left, in_files) == (0, [])
    figures(
        f"{PHRASES} phrases: {left} in the memory of the locked process, 0 in {len(files)} files"
    )


def test_the_search_finds_what_is_there():
    word = phrase_of(PHRASES).encode()
    assert any(word in stretch for stretch in stretches(os.getpid()))
