"""A writing process is killed at any moment: what it had acknowledged is there, each time."""

import json
import os
import random
import signal

import pytest

from tests.spinecounsel.storage.proofs.conftest import counted
from tests.spinecounsel.storage.proofs.writer import body_of, document_of, opened

CHECKED_EVERY = 10


def killed(nest, path, first, acknowledged):
    """Let a writer begin, kill it after so many acknowledgements, and give all that it told."""
    nest.stdin.write(f"{path} {first}\n")
    nest.stdin.flush()
    told, pid = [], 0
    for line in iter(nest.stdout.readline, "ended\n"):
        words = line.split()
        if words[0] == "writer":
            pid = int(words[1])
        elif line.endswith("\n"):
            told.append((words[0], int(words[1])))
        if pid and len(told) >= acknowledged:
            os.kill(pid, signal.SIGKILL)
            acknowledged = float("inf")
    return told


@pytest.mark.parametrize("seed", range(5))
def test_nothing_acknowledged_is_lost_by_a_kill(nest, new_vault, seed, figures):
    dice = random.Random(seed)  # noqa: S311 - the same in each run
    kills, newest, records, events, changed, hot = counted(10, 100), 0, set(), set(), 0, 0
    for number in range(1, kills + 1):
        told = killed(nest, new_vault, newest + 1, dice.randrange(1, 30))
        assert told
        versions = {kind: [at for each, at in told if each == kind] for kind, _ in told}
        newest = max([newest, *versions.get("draft", ())])
        records |= set(versions.get("record", ()))
        events |= set(versions.get("event", ()))
        hot += (new_vault.parent / "clinic.vault-wal").stat().st_size > 0
        vault, _ = opened(new_vault)
        found = json.loads(vault.draft("the draft").body)["version"]
        assert found >= newest
        newest = found
        for version in versions.get("record", ()):
            assert_is_there(vault, version)
        noted = vault.events("the draft")
        assert events <= {event.payload["version"] for event in noted if "version" in event.payload}
        if number % CHECKED_EVERY == 0 or number == kills:
            assert vault.check().problems == ()
            for version in records:
                assert_is_there(vault, version)
        vault.close()
        changed += len(versions.get("passphrase", ()))
    assert hot == kills, "each kill must come before the log is brought into the file"
    acknowledged = newest + len(records) + len(events) + changed
    figures(f"{kills} kills, about {acknowledged} acknowledged changes, lost: 0, opened: {kills}")


def assert_is_there(vault, version):
    record = vault.record(f"record {version}")
    assert record.entry.body == body_of(version)
    assert record.document == document_of(version)
