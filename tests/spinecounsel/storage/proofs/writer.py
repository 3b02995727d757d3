"""Writes into a vault through its own methods, and tells each change once it is acknowledged.

``writer.py nest``: reads the path of a vault and a number from each line of its input, starts a
writer of its own for it and tells its process id.  So a writer begins at once, with all of Python
loaded already.
"""

import contextlib
import datetime as dt
import gc
import hashlib
import json
import os
import sys
from pathlib import Path

from spinecounsel.errors import UserError
from spinecounsel.forgetting import forget_what_is_free
from spinecounsel.frozen import replaced
from spinecounsel.storage import Entry, WrongPassphrase, open_vault
from spinecounsel.storage.database import connection
from spinecounsel.storage.keys.costs import Cost

NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
QUICK = Cost(time_cost=1, memory_kib=8, lanes=1)
PASSPHRASES = [f"four words of trial {number}" for number in range(3)]
EVERY_RECORD, EVERY_EVENT, EVERY_PASSPHRASE = 5, 3, 41
SIZE = 20_000
PHRASES = 20


def main(how: str, *arguments: str) -> None:
    if how == "nest":
        nest()
    if how == "some":
        some(Path(arguments[0]), int(arguments[1]), int(arguments[2]), arguments[3])
    if how == "lock":
        then_lock(Path(arguments[0]))
    if how == "fail":
        until_it_fails(Path(arguments[0]))


def tell(*words: object) -> None:
    """Report in one piece, so that a line is there or not, however the process ends."""
    os.write(1, f"{' '.join(map(str, words))}\n".encode())


def nest() -> None:
    for line in sys.stdin:
        path, _, first = line.strip().rpartition(" ")
        child = os.fork()
        if child == 0:
            write(Path(path), int(first), 10**9, tell)
        tell("writer", child)
        os.waitpid(child, 0)
        tell("ended")


def some(path: Path, first: int, count: int, synchronous: str) -> None:
    """Write ``count`` changes; the acknowledgements go into a file in the same folder."""
    connection.WRITING = tuple(
        each.replace("synchronous=FULL", f"synchronous={synchronous}")
        for each in connection.WRITING
    )
    acknowledged = os.open(path.with_name("ack"), os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    write(
        path, first, count, lambda *words: os.write(acknowledged, f"{' '.join(words)}\n".encode())
    )


def write(path: Path, first: int, count: int, tell) -> None:
    """Save drafts, file records, note events, change the passphrase by turns."""
    vault, turn = opened(path)
    for version in range(first, first + count):
        vault.save_draft(entry("the draft", version))
        tell("draft", str(version))
        if version % EVERY_RECORD == 0:
            made = entry(f"record {version}", version)
            vault.file_record(made, document_of(version), "5a" * 32)
            tell("record", str(version))
        if version % EVERY_EVENT == 0:
            vault.append_event("the draft", "opened", {"version": version}, now=NOW)
            tell("event", str(version))
        if version % EVERY_PASSPHRASE == 0:
            vault.change_passphrase(PASSPHRASES[turn], PASSPHRASES[(turn + 1) % 3], now=NOW)
            turn = (turn + 1) % 3
            tell("passphrase", str(turn))
    vault.close()


def until_it_fails(path: Path) -> None:
    """Open, write, close, and say in each case what was acknowledged or in what words it failed."""
    version = 0

    def attempt(what, work):
        try:
            work()
        except UserError as error:
            tell("failed", what, type(error).__name__, str(error))
            return False
        tell("done", what)
        return True

    vaults = []
    if not attempt("open", lambda: vaults.append(opened(path))):
        return
    ((vault, _),) = vaults
    for version in range(1, 4):
        attempt(f"draft {version}", lambda: vault.save_draft(entry("the draft", version)))  # noqa: B023
    made = entry("record 9", 9)
    attempt("record 9", lambda: vault.file_record(made, document_of(9), "5a" * 32))
    attempt("event 9", lambda: vault.append_event("record 9", "opened", {"version": 9}, now=NOW))
    attempt(
        "passphrase 1", lambda: vault.change_passphrase(PASSPHRASES[0], PASSPHRASES[1], now=NOW)
    )
    attempt("close", vault.close)


def then_lock(path: Path) -> None:
    """Work with phrases that exist nowhere else, lock, and wait for a line of input."""
    work(path)
    gc.collect()
    forget_what_is_free()
    tell("locked")
    sys.stdin.readline()


def work(path: Path) -> None:
    vault, _ = opened(path)
    for number in range(PHRASES):
        phrase = phrase_of(number)
        vault.save_draft(replaced(entry("the draft", number), name=phrase, number=phrase[:12]))
        made = replaced(
            entry(f"record {number}", number),
            name=phrase,
            options=(f"option {phrase}",),
            body=f'{{"said": "{phrase}"}}'.encode() * 50,
        )
        vault.file_record(made, b"%PDF" + phrase.encode() * 50, "5a" * 32)
        for row in vault.search(phrase[:9]):
            if row.sealed:
                vault.record(row.id)
    tell("found", len(vault.search(phrase_of(3)[:9])))
    stick = path.parent.with_name("stick")
    stick.mkdir()
    vault.backups.make(stick, now=NOW)
    vault.close()


def phrase_of(number: int) -> str:
    return f"planted {noise(number + 10**7, 40)}"


def opened(path: Path):
    """Open with the passphrase that holds, and say which it is."""
    with contextlib.suppress(OSError):  # of one that was killed at the door
        path.with_suffix(".attempts").unlink()
    for turn, passphrase in enumerate(PASSPHRASES[:-1]):
        with contextlib.suppress(WrongPassphrase):
            return open_vault(path, passphrase, now=NOW, cost=QUICK), turn
    return open_vault(path, PASSPHRASES[-1], now=NOW, cost=QUICK), len(PASSPHRASES) - 1


def entry(ident: str, version: int) -> Entry:
    return Entry(
        id=ident,
        name="Zyxomma Quillfeather",
        number="QX774411",
        born=dt.date(1961, 4, 3),
        consulted=NOW,
        updated=NOW + dt.timedelta(seconds=version),
        status="draft" if ident == "the draft" else "provided",
        options=("Vertebroplastyxx",),
        body=body_of(version),
    )


def body_of(version: int) -> bytes:
    return json.dumps({"version": version, "words": noise(version, SIZE // 2)}).encode()


def document_of(version: int) -> bytes:
    return b"%PDF" + noise(version + 10**6, SIZE).encode()


def noise(seed: int, digits: int) -> str:
    """Give digits that differ all over from those of any other number."""
    return hashlib.shake_256(str(seed).encode()).hexdigest(digits // 2)


if __name__ == "__main__":
    main(*sys.argv[1:])
