"""What happens in a process of its own: held open, killed, out of room, without rights."""

import ctypes
import datetime as dt
import json
import os
import resource
import secrets
import sys
from pathlib import Path

from spinecounsel.errors import UserError
from spinecounsel.storage import Entry, create_vault, open_vault, restore_backup
from spinecounsel.storage.keys.keys import Cost

PASSPHRASE = "four words of trial"  # noqa: S105 - of vaults that are made up
NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
NAMED = "Zyxomma Quillfeather"
SIZE = resource.RLIMIT_FSIZE


def tell(*words):
    print(*words, flush=True)  # noqa: T201 - this is how it reports


def entry(ident, body, name=NAMED):
    return Entry(
        id=ident,
        name=name,
        number="QX774411",
        born=dt.date(1961, 4, 3),
        consulted=NOW,
        updated=NOW,
        status="draft",
        options=("Vertebroplastyxx",),
        body=body,
    )


def opened(path):
    return open_vault(path, PASSPHRASE, now=NOW)


def hold(path):
    vault = opened(path)
    tell("open")
    sys.stdin.readline()
    vault.close()


def write(path, start):
    """Save draft versions and file records for ever, telling each only when it is acknowledged."""
    vault = opened(path)
    for version in range(int(start), 10**9):
        body = json.dumps({"version": version, "words": NAMED * 400}).encode()
        vault.save_draft(entry("draft", body))
        tell("draft", version)
        if version % 5 == 0:
            vault.file_record(entry(f"record {version}", body), b"%PDF" + body, f"seal {version}")
            tell("record", version)


def rekey(path):
    """Give the vault another key for ever, and tell how far that is."""
    vault = opened(path)
    while True:
        vault.rekey(now=NOW, progress=lambda share: tell("share", share))
        tell("done", 1)


def attempt(what, work):
    try:
        work()
    except UserError as error:
        tell(what, type(error).__name__, str(error))
    else:
        tell(what, "done")


def full(path):
    """Run out of room while saving, read on, then get room again."""
    vault = opened(path)
    small, big = entry("one", b"before"), entry("one", b"x" * 3_000_000)
    vault.save_draft(small)
    resource.setrlimit(SIZE, (400_000, resource.RLIM_INFINITY))
    attempt("full", lambda: vault.save_draft(big))
    attempt("filing", lambda: vault.file_record(big, b"x" * 3_000_000, "seal"))
    tell("read", vault.draft("one") == small and len(vault.search("zyx")) == 1)
    attempt("small", lambda: vault.save_draft(entry("two", b"small")))
    resource.setrlimit(SIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    attempt("room", lambda: vault.save_draft(big))
    tell("whole", vault.draft("one") == big, vault.check().problems)
    vault.close()


def create_without_room(path):
    resource.setrlimit(SIZE, (20_000, resource.RLIM_INFINITY))
    cost = Cost(time_cost=1, memory_kib=8, lanes=1)
    attempt(
        "create",
        lambda: create_vault(path, PASSPHRASE, now=NOW, random=secrets.token_bytes, cost=cost),
    )
    tell("left", sorted(file.name for file in path.parent.iterdir()))


def closed_folder(path):
    """Open, save and create where nothing may be written; root gives up its powers for this."""
    vault = opened(path)
    vault.save_draft(entry("one", b"before"))
    resource.setrlimit(SIZE, (400_000, resource.RLIM_INFINITY))
    attempt("full", lambda: vault.save_draft(entry("one", b"x" * 3_000_000)))
    resource.setrlimit(SIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    without_powers()
    files = [file for file in path.parent.iterdir() if file.name.startswith("clinic.")]
    close_off(path.parent, files)
    attempt("save", lambda: vault.save_draft(entry("one", b"after")))
    give_back(path.parent, files)
    attempt("again", lambda: vault.save_draft(entry("one", b"after")))
    vault.close()
    close_off(path.parent, files)
    attempt("open", lambda: opened(path))
    attempt(
        "create",
        lambda: create_vault(
            path.with_name("other.vault"), PASSPHRASE, now=NOW, random=secrets.token_bytes
        ),
    )
    give_back(path.parent, files)
    vault = opened(path)
    tell("read", vault.draft("one").body)
    vault.close()


def back_up(path, folder, share):
    """Make a backup, and wait for ever once so much of it is done."""
    vault = opened(path)

    def progress(done):
        if done >= float(share):
            tell("half-way")
            sys.stdin.readline()
        return True

    vault.backups.make(Path(folder), now=NOW, progress=progress)


def back_up_without_room(path, folder, most):
    """Make a backup where no file may have more than ``most`` bytes, then one with room."""
    vault = opened(path)
    resource.setrlimit(SIZE, (int(most), resource.RLIM_INFINITY))
    attempt("backup", lambda: vault.backups.make(Path(folder), now=NOW))
    resource.setrlimit(SIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    tell("left", sorted(file.name for file in Path(folder).iterdir()))
    attempt("again", lambda: vault.backups.make(Path(folder), now=NOW))
    vault.close()


def restore_cut_short(path, backup, renames):
    """Restore a backup; the process ends in front of the rename with this number."""
    left, real = [int(renames)], Path.rename

    def rename(self, target):
        if not left[0]:
            os._exit(9)
        left[0] -= 1
        return real(self, target)

    Path.rename = rename
    restore_backup(Path(backup), path, PASSPHRASE, now=NOW)
    tell("restored")


def close_off(folder, files):
    for file in files:
        if file.exists():
            file.chmod(0o400)
    folder.chmod(0o500)


def give_back(folder, files):
    folder.chmod(0o700)
    for file in files:
        if file.exists():
            file.chmod(0o600)


def without_powers():
    """Let rights count for root too, as they do for everybody else (capset(2), all sets empty)."""
    if os.geteuid() != 0:
        return
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    none = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(header, none) != 0:
        raise OSError(ctypes.get_errno(), "capset")


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
