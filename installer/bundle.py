"""The program as one folder that needs no Python: built once, packed for each system."""

import hashlib
import os
import sys
import tomllib
import venv
from pathlib import Path
from typing import NamedTuple

from installer.steps import Stop, fresh, run, say

NAME = "spinecounsel"
LOCK = "requirements-build.lock"
_EXE = ".exe" if os.name == "nt" else ""


class Bundle(NamedTuple):
    """What was built: where it is, for which version, and the moment that its files bear."""

    root: Path
    folder: Path
    out: Path
    version: str
    moment: str  # seconds since 1970, as SOURCE_DATE_EPOCH
    python: Path

    @property
    def program(self) -> Path:
        """The file that starts it."""
        return self.folder / f"{NAME}{_EXE}"

    @property
    def work(self) -> Path:
        """A folder for pieces on the way."""
        return self.root / "build"

    @property
    def icons(self) -> Path:
        """The folder of the program's picture, in every size and format."""
        return self.work / "icons"


def build(root: Path) -> Bundle:
    """Build the folder and let it test itself."""
    work = root / "build"
    python = _environment(root, work / "venv")
    made = Bundle(
        root=root,
        folder=work / "bundle" / NAME,
        out=root / "dist",
        version=version(root),
        moment=_moment(root),
        python=python,
    )
    fresh(made.out)
    say("pictures of the program ...")
    run(
        [python, "-m", "installer.icons", made.icons],
        cwd=root,
        env={"QT_QPA_PLATFORM": "offscreen"},
    )
    say("the program as one folder ...")
    run(
        [
            *(python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", work / "bundle", "--workpath", work / "pieces"),
            root / "installer" / f"{NAME}.spec",
        ],
        cwd=root,
        env={
            "SOURCE_DATE_EPOCH": made.moment,
            "PYTHONHASHSEED": "0",
            "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
        },
    )
    _set_times(made)
    say("its test of itself ...")
    say(run([made.program, "--selftest"], env={"QT_QPA_PLATFORM": "offscreen"}).strip())
    return made


def _environment(root: Path, folder: Path) -> Path:
    """Give the Python of an environment with exactly what the lock names."""
    lock = root / LOCK
    stamp = folder / "lock.sha256"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    python = folder / ("Scripts" if os.name == "nt" else "bin") / f"python{_EXE}"
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    say(f"installing what {LOCK} names ...")
    venv.create(fresh(folder), with_pip=True)
    pip = "-m pip install --no-input --quiet --disable-pip-version-check --require-hashes"
    run([python, *pip.split(), "--only-binary", ":all:", "-r", lock])
    stamp.write_text(wanted)
    return python


def version(root: Path) -> str:
    """Give the version that the project bears."""
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def _moment(root: Path) -> str:
    """Give the moment of the last commit, so that two builds of it are the same."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return given or run(["git", "log", "-1", "--format=%ct"], cwd=root).strip()
    except Stop:
        return "1700000000"  # not a checkout: any fixed moment will do


def _set_times(made: Bundle) -> None:
    """Let every file bear the moment of the commit."""
    moment = float(made.moment)
    for file in made.folder.rglob("*"):
        if not file.is_symlink() or os.utime in os.supports_follow_symlinks:
            os.utime(file, (moment, moment), follow_symlinks=not file.is_symlink())


def platform_tag() -> str:
    """Give the word for this system and processor in names of files."""
    system = {"linux": "linux", "win32": "windows", "darwin": "macos"}.get(sys.platform, "other")
    return f"{system}-{os.uname().machine if hasattr(os, 'uname') else 'x86_64'}"
