"""The tree that screen readers see, read over AT-SPI from the real program on a real display."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SYSTEM_PYTHON = "/usr/bin/python3"  # gi comes with the system, for its own Python
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
TOGGLED = "Matters to me"
PATIENCE = 60
CONTAINERS = {"application", "filler", "frame", "panel", "scroll pane", "viewport", "layered pane"}


def lacking():
    """Say what is not there to look with; nothing where all is."""
    tools = [each for each in ("Xvfb", "dbus-run-session") if not shutil.which(each)]
    if not sys.platform.startswith("linux") or tools or not LAUNCHER.exists():
        return "no " + (", ".join(tools) or "AT-SPI")
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        return "no gi.Atspi"
    trial = "from PySide6.QtWidgets import QApplication; QApplication([])"
    with display() as env:
        command = [sys.executable, "-c", trial]
        started = subprocess.run(command, env=env, capture_output=True, check=False)
    return "Qt opens no window here" if started.returncode else ""


@contextmanager
def display():
    """Give the surroundings of a display that nobody looks at."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        unset = {"WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "DBUS_SESSION_BUS_ADDRESS"}
        env = {key: value for key, value in os.environ.items() if key not in unset}
        yield env | {
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(ROOT),
        }
        server.terminate()


SCRIPT = """
{launcher} --launch-immediately >/dev/null 2>&1 &
{python} {program} {home} >&2 &
shown=$!
{system} {reader} spinecounsel '{toggled}'
code=$?
kill $shown %1
exit $code
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """Every node as a screen reader finds it, and last the toggle after it was pressed."""
    if lack := lacking():
        pytest.skip(lack)
    home = tmp_path_factory.mktemp("home")
    script = SCRIPT.format(
        launcher=LAUNCHER,
        python=sys.executable,
        program=HERE / "program.py",
        home=home,
        system=SYSTEM_PYTHON,
        reader=HERE / "at_spi.py",
        toggled=TOGGLED,
    )
    with display() as env:
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", script],
            env=env | {"XDG_RUNTIME_DIR": str(home)},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def shown(tree):
    return [node for node in tree[:-1] if "SHOWING" in node["states"]]


def test_whatever_can_have_the_focus_has_a_name_and_a_role(tree):
    stops = [node for node in shown(tree) if "FOCUSABLE" in node["states"]]
    assert len(stops) > 20
    assert [node for node in stops if not node["name"]] == []
    assert [node for node in stops if node["role"] in CONTAINERS - {"scroll pane"}] == []


def test_the_people_are_a_picture_that_says_how_many(tree):
    pictures = [node["name"] for node in shown(tree) if node["role"] in {"image", "icon"}]
    assert any("100" in name for name in pictures), pictures


def test_the_sentences_of_the_page_are_there(tree):
    words = [node["name"] for node in shown(tree) if node["role"] == "label"]
    assert any("people" in each for each in words)


def test_a_toggle_works_by_what_a_screen_reader_does(tree):
    before = next(node for node in tree if node["name"] == TOGGLED)
    assert "CHECKED" not in before["states"]
    assert tree[-1]["name"] == TOGGLED
    assert "CHECKED" in tree[-1]["states"]
