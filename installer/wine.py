"""A made-up Windows computer, by wine: what it takes to install there and to look at the result."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.screen import screen
from installer.steps import Stop, fresh

_PATIENCE = 600  # seconds: a whole program is unpacked
_NEEDED = ("wine", "wineserver", "Xvfb")


class Wine:
    """A computer with Windows 10 and one person, in a folder."""

    def __init__(self, folder: Path, display: str) -> None:
        home = fresh(folder / "home")
        self._drive = folder / "prefix" / "drive_c"
        self._env = {
            **os.environ,
            "HOME": str(home),  # nothing of whoever builds is seen or changed
            "DISPLAY": display,
            "WINEPREFIX": str(folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
        }
        if self.run("wineboot", "-i") or self.run("winecfg", "-v", "win10"):
            raise Stop("wine did not set up its folder.")

    @property
    def programs(self) -> Path:
        """The folder of programs for everybody."""
        return self._drive / "Program Files"

    @property
    def own(self) -> Path:
        """The folder of a person's own programs and data (``%LOCALAPPDATA%``)."""
        return next(each for each in self._drive.glob("users/*/AppData/Local") if each.is_dir())

    @property
    def start_menu(self) -> set[str]:
        """The names in the menus of programs."""
        menus = ("users/*/AppData/Roaming", "ProgramData")
        found = [self._drive.glob(f"{each}/Microsoft/Windows/Start Menu/**/*") for each in menus]
        return {path.stem for paths in found for path in paths if path.suffix == ".lnk"}

    def name(self, path: Path) -> str:
        """Give the name that Windows has for a file."""
        return "C:\\" + str(path.relative_to(self._drive)).replace("/", "\\")

    def run(self, program: str | Path, *arguments: str | Path) -> int:
        """Run a program and wait for it, and all that it started; give its exit code."""
        code = self.run_beside(program, *arguments)
        self._serve("--wait")
        return code

    def run_beside(self, program: str | Path, *arguments: str | Path) -> int:
        """Run a program and wait for it alone; give its exit code."""
        return self._do(program, *arguments).returncode

    def end(self) -> None:
        """End everything that runs."""
        self._serve("--kill")
        self._serve("--wait")

    def registry(self, key: str) -> str:
        """Give what the registry says below ``key``; nothing if there is no such key."""
        shown = self._do("reg", "query", key, "/s")
        return "" if shown.returncode else shown.stdout.replace("\r", "")

    def _do(self, *words: str | Path) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(  # noqa: S603 - commands of ours
            ["wine", *map(str, words)],  # noqa: S607 - wherever it lies
            env=self._env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            errors="replace",
            check=False,
            timeout=_PATIENCE,
        )

    def _serve(self, what: str) -> None:
        command = ["wineserver", what]
        subprocess.run(command, env=self._env, check=False, timeout=_PATIENCE)  # noqa: S603


def is_here() -> bool:
    """Whether this system can make up a Windows computer."""
    return all(shutil.which(name) for name in _NEEDED)


@contextmanager
def windows_computer(folder: Path) -> Iterator[Wine]:
    """Give a Windows computer that is switched off in the end."""
    with screen(folder / "screen") as shown:
        computer = Wine(folder, shown.display)
        try:
            yield computer
        finally:
            computer.end()
