"""Bytes changed or cut off anywhere: it is noticed, or nothing that can be read is different."""

import random
import shutil

import pytest

from spinecounsel.errors import UserError
from tests.spinecounsel.storage.proofs.conftest import counted
from tests.spinecounsel.storage.proofs.writer import NOW, document_of, entry, opened

FILES = ("clinic.vault", "clinic.anchor", "clinic.keys", "clinic.vault-wal")


@pytest.fixture
def kept(new_vault, tmp_path):
    """A folder with a vault as a crash leaves it, with changes in its log, and what it holds."""
    vault, _ = opened(new_vault)
    for version in range(1, 5):
        vault.file_record(entry(f"record {version}", version), document_of(version), "5a" * 32)
    vault.save_draft(entry("the draft", 5))
    vault.close()
    vault, _ = opened(new_vault)
    vault.save_draft(entry("the draft", 6))
    vault.append_event("record 1", "opened", {}, now=NOW)
    folder = tmp_path / "kept"
    shutil.copytree(new_vault.parent, folder, ignore=shutil.ignore_patterns("*-shm", "*.lock"))
    holds = held(vault)
    vault.close()
    return folder, holds


def held(vault):
    """All that can be read of a vault, but what this opening itself wrote into the trail."""
    rows = vault.search(limit=500)
    contents = [(row, vault.record(row.id) if row.sealed else vault.draft(row.id)) for row in rows]
    events = [vault.events(row.id) for row in rows]
    settings = vault.settings.all(), vault.seal_keys(), vault.people.everybody()
    return contents, events, settings


def changed(data, dice):
    """Change one to four bytes, set a stretch to zero, cut the end off, or add to it."""
    data = bytearray(data)
    way = dice.choice(["bytes", "bytes", "bytes", "zeros", "cut", "added"])
    place = dice.randrange(len(data))
    if way == "bytes":
        for _ in range(dice.randrange(1, 5)):
            data[dice.randrange(len(data))] ^= dice.randrange(1, 256)
    elif way == "zeros":
        stretch = data[place : place + dice.choice([16, 512, 4096])]
        data[place : place + len(stretch)] = bytes(len(stretch))
    elif way == "cut":
        del data[place:]
    else:
        data += dice.randbytes(dice.randrange(1, 5_000))
    return bytes(data)


def what_comes_of_it(path, holds):
    """Noticed, harmless, or silently different."""
    try:
        vault, _ = opened(path)
    except UserError:
        return "noticed"
    try:
        if vault.check().problems:
            return "noticed"
        return "harmless" if held(vault) == holds else "different"
    except UserError:
        return "noticed"
    finally:
        vault.close()


def test_no_change_of_bytes_goes_unnoticed(kept, tmp_path, figures):
    folder, holds = kept
    dice = random.Random(41)  # noqa: S311 - the same in each run
    place = tmp_path / "changed"
    answers = []
    for _ in range(counted(80, 2_000)):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(folder, place)
        file = place / dice.choice(FILES)
        file.write_bytes(changed(file.read_bytes(), dice))
        answers.append((file.name, what_comes_of_it(place / "clinic.vault", holds)))
    assert not [answer for answer in answers if answer[1] == "different"]
    assert {file for file, answer in answers if answer == "noticed"} == set(FILES)
    told = ", ".join(
        f"{file} {sum(each == (file, 'noticed') for each in answers)} noticed "
        f"{sum(each == (file, 'harmless') for each in answers)} harmless"
        for file in FILES
    )
    figures(f"{len(answers)} changes of bytes: {told}, silently different 0")


def test_the_test_sees_a_difference(kept, tmp_path):
    folder, holds = kept
    shutil.copytree(folder, tmp_path / "changed")
    vault, _ = opened(tmp_path / "changed" / "clinic.vault")
    vault.save_draft(entry("the draft", 7))
    vault.close()
    assert what_comes_of_it(tmp_path / "changed" / "clinic.vault", holds) == "different"
