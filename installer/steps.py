"""Small steps that every package needs."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path


class Stop(Exception):
    """It cannot go on; the text says why and what to do."""


class CannotBuildHere(Exception):
    """A package that this system cannot make."""


def say(sentence: str) -> None:
    """Print one line at once."""
    print(sentence, flush=True)  # noqa: T201 - a command for a terminal


def run(
    command: Sequence[str | Path], *, cwd: Path | None = None, env: dict[str, str] | None = None
) -> str:
    """Run ``command`` and give what it printed.

    Raises:
        Stop: it is not there, or ended badly; with the end of what it printed.
    """
    words = [str(part) for part in command]
    try:
        done = subprocess.run(  # noqa: S603 - commands of ours
            words,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Stop(f"{words[0]} could not be started: {error}") from None
    if done.returncode:
        raise Stop(f"{done.stdout[-3000:]}\n{words[0]} failed; the lines above say why.")
    return done.stdout


def needed(program: str, package: str) -> str:
    """Give the path of a program that builds, or ``Stop`` with the package that brings it."""
    found = shutil.which(program)
    if not found:
        raise Stop(f"{program} is not here. Install it first: {package}")
    return found


def fresh(folder: Path) -> Path:
    """Give ``folder``, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
