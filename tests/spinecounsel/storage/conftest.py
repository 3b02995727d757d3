import contextlib
import datetime as dt
import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from spinecounsel.storage import Entry, create_vault, open_vault, recover_vault
from spinecounsel.storage.keys.costs import Cost

PASSPHRASE = "four words of trial"  # noqa: S105 - of vaults that are made up
QUICK = Cost(time_cost=1, memory_kib=8, lanes=1)
NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
ROOT = Path(__file__).parents[3]


class Shelf:
    """A folder with vaults that are closed after the test."""

    def __init__(self, folder):
        self.folder = folder
        self.path = folder / "clinic.vault"
        self.random = random.Random(7).randbytes  # noqa: S311 - the same in each run
        self._open = contextlib.ExitStack()

    def create(self, name="clinic", passphrase=PASSPHRASE):
        path = self.folder / f"{name}.vault"
        return self._kept(create_vault(path, passphrase, now=NOON, random=self.random, cost=QUICK))

    def open(self, passphrase=PASSPHRASE, now=NOON, **who):
        return self._kept(
            open_vault(self.path, passphrase, now=now, random=self.random, cost=QUICK, **who)
        )

    def recover(self, code, passphrase, person, now=NOON):
        return self._kept(
            recover_vault(
                self.path,
                code,
                passphrase,
                person=person,
                now=now,
                random=self.random,
                cost=QUICK,
            )
        )

    def _kept(self, vault):
        self._open.callback(vault.close)
        return vault

    def close(self):
        self._open.close()

    @staticmethod
    def encoded(keys):
        """The key file as it lies on the disk, with the digest that it has to have."""
        return msgspec.json.encode(msgspec.structs.replace(keys, sha256=keys.digest()))

    def digests(self):
        """What the three files that belong together, and the log, hold."""
        ends = (".vault", ".vault-wal", ".keys", ".anchor")
        return {
            file.name: hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(self.folder.iterdir())
            if file.name.endswith(ends) and file.stat().st_size
        }


def drafts_of(vault):
    """Give every draft, the one changed last first."""
    rows = vault.search(limit=500)
    return tuple(vault.draft(row.id) for row in rows if not row.sealed)


@pytest.fixture
def shelf(tmp_path):
    shelf = Shelf(tmp_path / "Vaults & more #1")
    yield shelf
    shelf.close()


@pytest.fixture
def entry(draw_up):
    """Make an entry: ``entry("c1", minutes=5, name="Somebody")``."""
    return draw_up


@pytest.fixture(scope="session")
def draw_up():
    def make(ident="c1", *, minutes=0, **changes):
        fields = {
            "id": ident,
            "name": "Maria Sample",
            "number": "NH-40 17",
            "born": dt.date(1961, 4, 3),
            "consulted": NOON,
            "updated": NOON + dt.timedelta(minutes=minutes),
            "status": "draft",
            "options": ("Stereotactic radiosurgery", "Watching and waiting"),
            "body": b'{"said":"\xe2\x80\xa6"}',
        }
        return Entry(**(fields | changes))

    return make


@pytest.fixture
def worker():
    """Start ``worker.py`` with arguments in a process of its own; it is ended with the test."""
    with contextlib.ExitStack() as started:

        def start(*arguments, **variables):
            process = started.enter_context(
                subprocess.Popen(
                    [sys.executable, str(Path(__file__).with_name("worker.py")), *arguments],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    env=os.environ | {"PYTHONPATH": str(ROOT)} | variables,
                )
            )
            started.callback(process.kill)
            return process

        yield start
