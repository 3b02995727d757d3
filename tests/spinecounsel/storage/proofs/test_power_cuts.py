"""The power is cut at any moment: the vault opens and holds all that was acknowledged, each time.

The same with ``synchronous=NORMAL`` loses changes, so that these tests can fail.
"""

import json
import random
import shutil
import subprocess
import sys

from spinecounsel.errors import UserError
from tests.spinecounsel.storage.proofs.conftest import HERE, counted, environment
from tests.spinecounsel.storage.proofs.power import WRITE, Disk, changes_in
from tests.spinecounsel.storage.proofs.writer import PASSPHRASES, body_of, document_of, opened

CHANGES = 130


def recorded(shim, vault, log, synchronous):
    """Let a writer write under the eyes of the shim; give the folder before, and all changes."""
    folder = vault.parent
    before = folder.with_name(f"{log.name} before")
    shutil.copytree(folder, before)
    command = [sys.executable, str(HERE / "writer.py"), "some", str(vault), "1", str(CHANGES)]
    variables = {"LD_PRELOAD": str(shim), "SHIM_FOLDER": str(folder), "SHIM_LOG": str(log)}
    subprocess.run([*command, synchronous], env=environment(**variables), check=True)
    return before, changes_in(log, folder)


def cuts(before, folder, changes, dice, count):
    """Give so many states of the disk, with what was acknowledged by then."""
    moments = sorted(dice.choices(range(len(changes)), k=count))
    disk, acknowledged, done = Disk(before, folder), {}, 0
    for moment in moments:
        for change in changes[done:moment]:
            if change.name != "ack":
                disk.take(change)
            elif change.what == WRITE:
                kind, number = change.data.decode().split()
                acknowledged[kind] = int(number)
        done = max(done, moment)
        yield disk.cut(dice), dict(acknowledged)


def is_kept(folder, files, acknowledged):
    """Whether a vault of these files opens with all that was acknowledged; else why not."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    try:
        vault, turn = opened(folder / "clinic.vault")
    except UserError as error:
        return f"does not open: {error}"
    try:
        return lost(vault, acknowledged, turn)
    except UserError as error:
        return f"lost: {error}"
    finally:
        vault.close()


def lost(vault, acknowledged, turn):
    newest = acknowledged.get("draft", 0)
    if newest and json.loads(vault.draft("the draft").body)["version"] < newest:
        return "lost: a draft"
    for version in range(5, acknowledged.get("record", 0) + 1, 5):
        record = vault.record(f"record {version}")
        if (record.entry.body, record.document) != (body_of(version), document_of(version)):
            return "lost: a record"
    noted = {event.payload.get("version", 0) for event in vault.events("the draft")}
    if max(noted, default=0) < acknowledged.get("event", 0):
        return "lost: an event"
    known = acknowledged.get("passphrase", 0)
    if turn not in (known, (known + 1) % len(PASSPHRASES)):
        return "lost: a passphrase"
    return ""


def told(shim, vault, tmp_path, synchronous, count):
    dice = random.Random(31)  # noqa: S311 - the same in each run
    log = tmp_path / f"log {synchronous}"
    before, changes = recorded(shim, vault, log, synchronous)
    answers = [
        is_kept(tmp_path / "after", files, acknowledged)
        for files, acknowledged in cuts(before, vault.parent, changes, dice, count)
    ]
    return [answer for answer in answers if answer], len(changes)


def test_nothing_acknowledged_is_lost_by_a_power_cut(shim, new_vault, tmp_path, figures):
    count = counted(60, 2_000)
    wrong, changes = told(shim, new_vault, tmp_path, "FULL", count)
    assert wrong == []
    figures(f"{count} power cuts among {changes} changes to files: lost 0, not opening 0")


def test_the_same_cuts_show_what_a_less_durable_setting_loses(shim, new_vault, tmp_path, figures):
    count = counted(30, 400)
    wrong, _ = told(shim, new_vault, tmp_path, "NORMAL", count)
    assert any(answer.startswith("lost") or "older" in answer for answer in wrong)
    figures(f"{count} power cuts with synchronous=NORMAL: {len(wrong)} with a loss")
