import json
import random
from pathlib import Path

import pytest

from spinecounsel.storage import Setting
from tests.spinecounsel.storage.conftest import NOON

KILLS = 5


def kill_after(process, lines):
    """Read so many acknowledgements, kill, and give them with those still in the pipe."""
    told = [process.stdout.readline() for _ in range(lines)]
    process.kill()
    told += process.stdout.read().splitlines(keepends=True)
    process.wait()
    return [line.split() for line in told if line.endswith("\n")]


def test_everything_acknowledged_before_a_kill_is_there(shelf, worker):
    shelf.create().close()
    dice = random.Random(11)  # noqa: S311 - the same in each run
    newest, filed, hot = 0, set(), 0
    for _ in range(KILLS):
        process = worker("write", str(shelf.path), str(newest + 1))
        told = kill_after(process, dice.randrange(1, 40))
        newest = max([newest, *(int(version) for kind, version in told if kind == "draft")])
        filed |= {int(version) for kind, version in told if kind == "record"}
        hot += (shelf.folder / "clinic.vault-wal").stat().st_size > 0

        vault = shelf.open()
        draft = json.loads(vault.draft("draft").body)
        assert draft["version"] >= newest
        newest = draft["version"]
        for version in sorted(filed):
            record = vault.record(f"record {version}")
            assert record.document == b"%PDF" + record.entry.body
            assert json.loads(record.entry.body)["version"] == version
        assert vault.check().problems == ()
        vault.close()
    assert hot == KILLS, "each kill must come before the log is brought into the file"
    assert filed


def hits(folder, words):
    forms = {form for word in words for form in (word, word.lower(), word.upper())}
    needles = [form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    return {
        file.name
        for file in files
        for data in [file.read_bytes()]
        if any(needle in data for needle in needles)
    }


WORDS = ("Zyxomma", "Quillfeather", "QX774411", "Vertebroplasty", "CREATE TABLE", "four words")


def test_no_word_lies_in_clear_in_any_file(shelf, worker, tmp_path):
    shelf.create().close()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    process = worker(
        "write", str(shelf.path), "1", SQLITE_TMPDIR=str(temporary), TMPDIR=str(temporary)
    )
    for _ in range(30):
        process.stdout.readline()
    open_files = {
        int(link.name): str(link.readlink()) for link in Path(f"/proc/{process.pid}/fd").iterdir()
    }
    process.kill()
    process.wait()
    assert not [name for number, name in open_files.items() if number > 2 and "deleted" in name]
    assert not list(temporary.iterdir())
    names = {file.name for file in shelf.folder.iterdir()}
    assert {"clinic.vault", "clinic.vault-wal", "clinic.vault-shm", "clinic.keys"} <= names
    assert not hits(tmp_path, WORDS)
    vault = shelf.open()
    assert vault.search("zyxomma"), "the words are there, for who has the passphrase"
    vault.close()
    assert not hits(tmp_path, WORDS)


def test_the_search_for_words_in_clear_finds_them(tmp_path):
    (tmp_path / "plain").write_bytes("x quillfeather".encode("utf-16-le"))
    assert hits(tmp_path, WORDS) == {"plain"}


@pytest.mark.parametrize("rounds", [3])
def test_a_vault_left_open_by_a_kill_opens_again_and_again(shelf, worker, rounds):
    shelf.create().close()
    for number in range(rounds):
        process = worker("hold", str(shelf.path))
        assert process.stdout.readline() == "open\n"
        process.kill()
        process.wait()
        vault = shelf.open()
        vault.settings.keep(Setting.IDLE_MINUTES, number, now=NOON)
        vault.close()
    assert shelf.open().settings.all() == {Setting.IDLE_MINUTES: rounds - 1}
