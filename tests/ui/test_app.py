"""The console command."""

import tomllib
from pathlib import Path

import pytest

import spinecounsel
from tests.helpers.packs import tiny_folder
from ui import app

ROOT = Path(__file__).parents[2]


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
