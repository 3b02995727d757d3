"""The console command."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import spinecounsel
from tests.helpers.packs import tiny_folder
from tests.helpers.sealed import pem, roots, sealed
from ui import app

ROOT = Path(__file__).parents[2]
SEALED = "as it was sealed by SpineCounsel installation Spine Clinic"


def test_the_version_is_that_of_the_project(capsys):
    with pytest.raises(SystemExit) as ended:
        app.main(["--version"])
    assert ended.value.code == 0
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert capsys.readouterr().out == f"SpineCounsel {project['version']}\n"
    assert project["version"] == spinecounsel.VERSION


@pytest.mark.parametrize("arguments", [["paint"], ["--loud"], ["demo"]])
def test_a_wrong_command_is_refused(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        app.main(arguments)
    assert ended.value.code == 2
    assert "usage: spinecounsel" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "files"),
    [
        (["summary.pdf"], 1),
        (["a.pdf", "b.pdf"], 2),
        ([str(Path("folder") / "verify")], 1),
        (["verify", "summary.pdf"], 0),
        (["vault", "check"], 0),
        (["demo"], 0),
        (["--selftest"], 0),
        ([], 0),
    ],
)
def test_a_file_is_told_from_a_command(given, files):
    assert len(app._files_in(given)) == files


def test_without_a_screen_a_sentence_says_what_to_do(monkeypatch, capsys):
    for name in (app.PLATFORM, *app.DISPLAYS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert app.main([]) == 2
    assert "There is no screen" in capsys.readouterr().err


def test_a_content_pack_that_breaks_a_rule_is_named_in_one_sentence(monkeypatch, tmp_path, capsys):
    tiny_folder(tmp_path / app.PACK, pack=('version = "2026.1.1"', "version = 1"))
    monkeypatch.setattr(app, "content_folder", lambda: tmp_path)
    assert app.main([]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "pack.toml" in said


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A file as sealed by a trusted clinic, one that was changed, and one of others."""
    monkeypatch.setenv("SPINECOUNSEL_HOME", str(tmp_path))
    (tmp_path / "roots").mkdir()
    (tmp_path / "roots" / "clinic.pem").write_bytes(pem(roots()[0]))
    made = {"good": sealed(), "changed": sealed() + b"\n", "other": b"%PDF-1.7\n%%EOF\n"}
    for name, document in made.items():
        (tmp_path / f"{name}.pdf").write_bytes(document)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "code"),
    [(["good"], 0), (["changed", "good"], 1), (["other", "changed"], 1), (["gone", "good"], 2)],
)
def test_files_are_checked_a_line_each_and_the_worst_is_the_code(files, capsys, names, code):
    paths = [str(files / f"{name}.pdf") for name in names]
    assert app.main(["verify", *paths]) == code
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines] == paths
    for name, line in zip(names, lines, strict=True):
        assert (name == "good") == (SEALED in line)


def test_a_root_can_be_named(files, capsys):
    root, file = files / "root.pem", str(files / "good.pdf")
    (files / "roots" / "clinic.pem").rename(root)
    assert app.main(["verify", file]) == 1
    assert app.main(["verify", "--root", str(root), file]) == 0
    assert app.main(["verify", "--root", str(files / "other.pdf"), file]) == 2
    said = capsys.readouterr()
    assert "other.pdf” holds no root certificate" in said.err


def test_a_name_cannot_write_a_line_of_its_own(files, capsys):
    assert app.main(["verify", "a.pdf: fine\nb\x1b[2J\udc80.pdf"]) == 2
    assert (
        capsys.readouterr().out == "a.pdf: fine\\nb\\x1b[2J\\udc80.pdf: This file is not there.\n"
    )


def test_checking_files_loads_no_window(files):
    program = (
        "import sys; from ui.app import main; code = main(['verify', sys.argv[1]])\n"
        "sys.exit(code or any(each.startswith('PySide6') for each in sys.modules))"
    )
    command = [sys.executable, "-c", program, str(files / "good.pdf")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_dialog_for_files_leaves_the_names_of_folders_behind(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", _CHOOSE, str(tmp_path)],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == []


_CHOOSE = """
import sys
from PySide6.QtWidgets import QFileDialog
from ui.app import _application
app = _application()
dialog = QFileDialog(None, "Choose", sys.argv[1])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.open()
dialog.accept()
del dialog
app.processEvents()
"""
