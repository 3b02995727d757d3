import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from spinecounsel.storage import create_vault
from tests.spinecounsel.storage.conftest import NOON, ROOT
from tests.spinecounsel.storage.proofs import writer as made_by

HERE = Path(__file__).parent


def counted(few, all_of_them):
    """How many rounds: a few, or all with ``SPINECOUNSEL_PROVE`` (``python3 dev.py prove``)."""
    return all_of_them if os.environ.get("SPINECOUNSEL_PROVE") else few


@pytest.fixture
def figures(capsys):
    """Print a line of figures when all is proved, which otherwise is nobody's business."""

    def print_line(line):
        if os.environ.get("SPINECOUNSEL_PROVE"):
            with capsys.disabled():
                print(f"\n  {line}", flush=True)  # noqa: T201 - what was asked for

    return print_line


@pytest.fixture(scope="session")
def shim(tmp_path_factory):
    """The library that stands between a process and its files."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("there is no C compiler here, or no Linux")
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    command = [compiler, "-shared", "-fPIC", "-O2", "-o", str(library), str(HERE / "shim.c")]
    subprocess.run([*command, "-ldl", "-lpthread"], check=True)
    return library


@pytest.fixture
def new_vault(tmp_path):
    """A folder with a new, closed vault that the writer can open."""
    folder = tmp_path / "vault"
    create_vault(
        folder / "clinic.vault", made_by.PASSPHRASES[0], now=NOON, cost=made_by.QUICK
    ).close()
    return folder / "clinic.vault"


def environment(**variables):
    return os.environ | {"PYTHONPATH": str(ROOT)} | variables


@pytest.fixture
def nest():
    """A process that starts writers."""
    with contextlib.ExitStack() as started:
        process = started.enter_context(
            subprocess.Popen(
                [sys.executable, str(HERE / "writer.py"), "nest"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=environment(),
            )
        )
        started.callback(process.kill)
        yield process
