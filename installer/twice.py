"""Builds everything a second time, in other surroundings, and says what is not the same."""

import hashlib
import os
from pathlib import Path

from installer import bundle, debian, papers
from installer.bundle import Bundle
from installer.steps import Stop, say

_SHOWN = 40


def compare(made: Bundle) -> list[Path]:
    """Build bundle, papers and package again, and give the package.

    Raises:
        Stop: a file differs, is missing or new; the text names it.
    """
    first = _package(made)
    before = listing(made.folder) | listing(made.out)
    zone, mask = os.environ.get("TZ"), os.umask(0o077)
    os.environ["TZ"] = "Pacific/Chatham"
    try:
        again = bundle.build(made.root)
        papers.write(again)
        _package(again)
    finally:
        os.umask(mask)
        os.environ.pop("TZ")
        if zone is not None:
            os.environ["TZ"] = zone
    found = differences(before, listing(again.folder) | listing(again.out))
    if found:
        raise Stop("\n".join(["Two builds differ:", *found[:_SHOWN], f"{len(found)} in all."]))
    say(f"  built twice: {len(before)} files, all the same")
    return [first]


def listing(folder: Path) -> dict[str, str]:
    """Give for each file below ``folder`` what it holds and whether it may be started."""
    return {
        f"{folder.name}/{path.relative_to(folder)}": _described(path)
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def differences(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Give a line for each file that is missing, new or another one."""
    missing = [f"  missing  {name}" for name in before if name not in after]
    new = [f"  new      {name}" for name in after if name not in before]
    other = [
        f"  differs  {name}" for name in before if after.get(name, before[name]) != before[name]
    ]
    return [*missing, *new, *other]


def _package(made: Bundle) -> Path:
    (file,) = debian.build(made)
    return file


def _described(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    starts = "x" if os.access(path, os.X_OK) else "-"
    return f"{starts} {hashlib.sha256(path.read_bytes()).hexdigest()}"
