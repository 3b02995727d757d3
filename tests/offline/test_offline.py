"""The program never talks to a network: shown on a whole consultation, in two ways.

In a network namespace without any interface it works as ever; and the kernel's own record of its
calls holds no socket but those to files on this computer.  Both checks are shown to notice one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.sockets import opened

ROOT = Path(__file__).parents[2]
CASE = ROOT / "resources" / "examples" / "meningioma-beside-the-cord.toml"
OPEN = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
NAMES = "import socket; print(*(name for _, name in socket.if_nameindex()))"


def _may_unshare():
    command = ["unshare", "--map-root-user", "--net", "true"]
    return bool(shutil.which("unshare")) and subprocess.run(command, check=False).returncode == 0


needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not here")
needs_namespaces = pytest.mark.skipif(not _may_unshare(), reason="no network namespace to be had")


def surroundings(folder):
    names = ("PATH", "LANG", "LD_LIBRARY_PATH")
    kept = {key: os.environ[key] for key in names if key in os.environ}
    return kept | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "SPINECOUNSEL_HOME": str(folder / "data"),
        "PYTHONPATH": str(ROOT),
    }


def demo(folder):
    program = "import sys; from ui.app import main; sys.exit(main())"
    return [
        sys.executable,
        "-c",
        program,
        "demo",
        "--case",
        str(CASE),
        "--out",
        str(folder / "out"),
    ]


@needs_strace
def test_a_whole_consultation_opens_no_socket_to_anywhere_else(tmp_path):
    code, calls = opened(demo(tmp_path), tmp_path / "calls", **surroundings(tmp_path))
    assert calls == []
    assert code == 0
    assert (tmp_path / "out" / "summary.pdf").stat().st_size > 0


@needs_strace
def test_a_socket_would_be_noticed(tmp_path):
    command = [sys.executable, "-c", OPEN]
    _, calls = opened(command, tmp_path / "calls", **surroundings(tmp_path))
    assert any("AF_INET" in call for call in calls)


@needs_namespaces
def test_a_whole_consultation_works_where_there_is_no_network_at_all(tmp_path):
    alone = ["unshare", "--map-root-user", "--net", *demo(tmp_path)]
    done = subprocess.run(
        alone, env=surroundings(tmp_path), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "summary.pdf").stat().st_size > 0


@needs_namespaces
def test_in_that_place_there_is_only_a_dead_end(tmp_path):
    alone = ["unshare", "--map-root-user", "--net", sys.executable, "-c", NAMES]
    done = subprocess.run(
        alone, env=surroundings(tmp_path), capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["lo"]
