"""Is everything packed that the program imports and reads?  Found out by running it from source."""

import json
import re
import tempfile
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from installer.bundle import Bundle
from installer.steps import Stop, run, say

COMMANDS = ("--selftest", "demo --out OUT/demo", "verify OUT/demo/summary.pdf")
_DONE_WITHOUT = {"PIL.BmpImagePlugin", "PIL.GifImagePlugin"}  # Pillow looks whether they are there
INSIDE = "_internal/"  # where PyInstaller puts all but the program that starts


class Wanted(NamedTuple):
    """What the program imports, by names of modules, and reads, by places in the bundle."""

    modules: list[str]
    files: list[str]


@cache
def wanted(made: Bundle, commands: tuple[str, ...] = COMMANDS) -> Wanted:
    """Run the program from source with what is to be packed, and give what it imports and reads."""
    modules: set[str] = set()
    files: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="spinecounsel-") as folder:
        for command in commands:
            words = [word.replace("OUT", folder) for word in command.split()]
            said = run(
                [made.python, "-m", "installer.imported", *words],
                cwd=made.root,
                env={"QT_QPA_PLATFORM": "offscreen"},
            )
            found = json.loads(said[said.rindex('{"modules"') :])
            modules |= set(found["modules"])
            files |= set(found["files"])
    return Wanted(sorted(modules), sorted(files))


def missing(asked: Wanted, packed: Iterable[str]) -> list[str]:
    """Give the modules and files that are not among the names of files ``packed``."""
    names = {name.removeprefix(INSIDE) for name in packed}
    there = {_module(name) for name in names}
    modules = [each for each in asked.modules if each not in _DONE_WITHOUT]
    lacking = [each for each in modules if each.replace(".", "/") not in there]
    return lacking + [file for file in asked.files if file not in names]


def _module(name: str) -> str:
    """Give the place of a module from its file, ``a/__init__.pyc`` or ``b.cpython-311.so``."""
    for pattern in (
        r"^python3\.\d+/lib-dynload/",
        r"(\.[\w-]+)?\.(so|pyd)$",
        r"(/__init__)?\.pyc?$",
    ):
        name = re.sub(pattern, "", name)
    return name


def must_hold_all(made: Bundle, packed: Iterable[str]) -> None:
    """Stop where something that the program imports or reads is not ``packed``."""
    asked = wanted(made)
    lacking = missing(asked, packed)
    if lacking:
        raise Stop(f"{len(lacking)} modules and files are not packed: {', '.join(lacking)}")
    say(f"  packed: all {len(asked.modules)} modules and {len(asked.files)} files that it uses")
