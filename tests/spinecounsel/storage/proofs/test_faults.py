"""At each point at which something is written, the disk does not take it: nothing is lost.

The disk is full, gives an error, takes a half, or may only be read, from the point on.
"""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys

import pytest

from spinecounsel.storage import VaultInUse, open_vault
from tests.spinecounsel.storage.proofs.conftest import HERE, counted, environment
from tests.spinecounsel.storage.proofs.writer import (
    NOW,
    PASSPHRASES,
    body_of,
    document_of,
    opened,
)

KINDS = {"full": errno.ENOSPC, "error": errno.EIO, "read-only": errno.EROFS, "short": "short"}
MOST_POINTS = 400


def run(shim, vault, fail):
    """Let a writer do its work while the changes from the point on fail; give what it said."""
    variables = {"LD_PRELOAD": str(shim), "SHIM_FOLDER": str(vault.parent), "SHIM_FAIL": fail}
    done = subprocess.run(
        [sys.executable, str(HERE / "writer.py"), "fail", str(vault)],
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def acknowledged(said):
    words = [line.split() for line in said]
    return {
        (kind, number) for end, kind, number, *_ in [(*each, "") for each in words] if end == "done"
    }


def assert_kept(vault_file, said):
    """Open without faults: all that was acknowledged is there, and the vault is sound."""
    kept = acknowledged(said)
    vault, turn = opened(vault_file)
    drafts = [int(number) for kind, number in kept if kind == "draft"]
    if drafts:
        assert json.loads(vault.draft("the draft").body)["version"] >= max(drafts)
    if ("record", "9") in kept:
        record = vault.record("record 9")
        assert (record.entry.body, record.document) == (body_of(9), document_of(9))
    if ("event", "9") in kept:
        assert any(event.payload.get("version") == 9 for event in vault.events("record 9"))
    if ("passphrase", "1") in kept:
        assert turn == 1
    assert vault.check().problems == ()
    vault.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_failing_disk_loses_nothing_at_any_point(shim, new_vault, tmp_path, kind, figures):
    kept = tmp_path / "kept"
    shutil.copytree(new_vault.parent, kept)
    step = counted(23, 1)
    points = sentences = 0
    for point in range(1, MOST_POINTS, step):
        shutil.rmtree(new_vault.parent)
        shutil.copytree(kept, new_vault.parent)
        said = run(shim, new_vault, f"{point}:{KINDS[kind]}")
        failed = [line for line in said if line.startswith("failed")]
        assert all("Nothing was lost" in line or "was left" in line for line in failed), failed
        assert_kept(new_vault, said)
        points += 1
        sentences += len(failed)
        if not failed and len(said) >= 7:
            break
    else:
        pytest.fail("there are more points of writing than were tried")
    figures(f"{kind}: {points} points of writing, {sentences} sentences, lost: 0")


def test_the_second_of_two_processes_is_told_so_and_nothing_is_lost(nest, new_vault):
    nest.stdin.write(f"{new_vault} 1\n")
    nest.stdin.flush()
    writer = int(nest.stdout.readline().split()[1])
    for line in iter(nest.stdout.readline, "record 5\n"):
        assert line
    with pytest.raises(VaultInUse) as caught:
        open_vault(new_vault, PASSPHRASES[0], now=NOW)
    assert "open in another window" in str(caught.value)
    os.kill(writer, signal.SIGKILL)
