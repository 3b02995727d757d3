"""The command ``spinecounsel vault``: check it, back it up, try a backup, restore it.

No window is needed.  The passphrase is asked for without showing it, or read from the first line of
standard input; a second factor's digits from the next one.
"""

import argparse
import datetime as dt
import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from spinecounsel.consultation.backups import is_there, restore
from spinecounsel.errors import UserError
from spinecounsel.paths import VAULT
from spinecounsel.storage import (
    BackupUnsound,
    CodeNeeded,
    Vault,
    VaultDamaged,
    VaultPresent,
    check_backup,
    open_vault,
)
from spinecounsel.wording import say, say_count

WRONG, CANNOT_BEGIN = 1, 2
Answer = TypeVar("Answer")


def add_vault(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command to the parser."""
    vault = commands.add_parser(
        "vault",
        help=say("check, back up or restore the vault, no screen needed"),
        description=say(
            "Ends with 0 when all is well, with 1 when something is wrong, which is named, and "
            "with 2 when the vault or the backup cannot be opened. The passphrase is asked for, "
            "or read from the first line of standard input."
        ),
    )
    deeds = vault.add_subparsers(dest="deed", metavar="check | backup | check-backup | restore")
    deeds.required = True
    _deed(deeds, "check", say("look through all of the vault"))
    _deed(deeds, "backup", say("make a backup and read it back"), say("folder for it"))
    _deed(deeds, "check-backup", say("try a backup without restoring it"), say("the backup"))
    restore = _deed(deeds, "restore", say("make a vault of a backup"), say("the backup"))
    restore.add_argument(
        "--set-aside",
        action="store_true",
        help=say("a vault that is there, damaged or not, goes into a folder beside it"),
    )


def run_vault(asked: argparse.Namespace, folder: Path, now: dt.datetime) -> int:
    """Do what was asked for and give the exit code; the vault lies in ``folder`` if not named."""
    path = asked.vault or folder / VAULT
    deed = {
        "check": _check,
        "backup": _back_up,
        "check-backup": _check_backup,
        "restore": _restore,
    }[asked.deed]
    try:
        return deed(path, asked, now)
    except (VaultDamaged, BackupUnsound) as error:
        _tell(str(error))
        return WRONG
    except UserError as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return CANNOT_BEGIN


def _deed(
    deeds: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    words: str,
    place: str = "",
) -> argparse.ArgumentParser:
    deed = deeds.add_parser(name, help=words, description=words)
    if place:
        deed.add_argument("place", type=Path, metavar="PATH", help=place)
    deed.add_argument(
        "--vault", type=Path, metavar="PATH", help=say("the vault; that of this computer if not")
    )
    return deed


def _check(path: Path, _asked: argparse.Namespace, now: dt.datetime) -> int:
    report = _with_vault(path, now, Vault.check)
    for problem in report.problems:
        _tell(problem)
    if report.stopped:
        _tell(say("The check stopped there, so nothing was counted."))
        return WRONG
    _tell(
        say(
            "{records}, {drafts}, {events} of the audit trail.",
            records=say_count("{n} record", "{n} records", report.records),
            drafts=say_count("{n} draft", "{n} drafts", report.drafts),
            events=say_count("{n} event", "{n} events", report.events),
        )
    )
    if report.problems:
        return WRONG
    _tell(say("All is as it was written."))
    return 0


def _back_up(path: Path, asked: argparse.Namespace, now: dt.datetime) -> int:
    made, _deleted = _with_vault(path, now, lambda vault: vault.backups.make(asked.place, now=now))
    _tell(say("The backup was made and read back: {path}", path=made.path))
    return 0


def _check_backup(path: Path, asked: argparse.Namespace, now: dt.datetime) -> int:
    held = check_backup(asked.place, path, _secret())
    _tell(
        say(
            "This backup is good. It was made on {day} and holds {records} and {drafts}.",
            day=held.made.astimezone(now.tzinfo).date().isoformat(),
            records=say_count("{n} record", "{n} records", held.records),
            drafts=say_count("{n} draft", "{n} drafts", held.drafts),
        )
    )
    return 0


def _restore(path: Path, asked: argparse.Namespace, now: dt.datetime) -> int:
    if not asked.set_aside and is_there(path):
        raise VaultPresent(
            path, say("To set it aside and restore the backup in its place, add --set-aside.")
        )
    held = restore(asked.place, path, _secret(), now=now, progress=_go_on)
    _tell(
        say_count(
            "The vault is here again, with {n} record: {path}",
            "The vault is here again, with {n} records: {path}",
            held.records,
            path=path,
        )
    )
    return 0


def _go_on(_share: float) -> bool:
    return True


def _with_vault(path: Path, now: dt.datetime, work: Callable[[Vault], Answer]) -> Answer:
    passphrase = _secret()
    try:
        vault = open_vault(path, passphrase, now=now)
    except CodeNeeded:
        vault = open_vault(path, passphrase, now=now, code=_secret(say("Second code: ")))
    try:
        return work(vault)
    finally:
        vault.close()


def _secret(prompt: str = "") -> str:
    """Ask for a passphrase without showing it, or take the next line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt or say("Passphrase: "))
    return sys.stdin.readline().rstrip("\r\n")


def _tell(line: str) -> None:
    print(line)  # noqa: T201 - what was asked for
