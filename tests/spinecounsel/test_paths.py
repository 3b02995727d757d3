import sys
import tomllib
from pathlib import Path

import platformdirs
import pytest

from spinecounsel import paths

ROOT = Path(__file__).resolve().parents[2]


def test_resources_are_those_of_the_checkout():
    assert paths.resources_folder() == ROOT / "resources"
    assert paths.fonts_folder() == ROOT / "resources" / "fonts"
    assert paths.content_folder() == ROOT / "resources" / "content"


def test_an_installed_program_carries_its_resources_inside_the_package(tmp_path, monkeypatch):
    (tmp_path / "spinecounsel" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "spinecounsel")
    assert paths.resources_folder() == tmp_path / "spinecounsel" / "resources"


def test_the_built_package_puts_them_there():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["sources"] == {"resources": "spinecounsel/resources"}


def test_the_variable_names_the_folder_of_a_persons_data(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "Dr Ñ"))
    assert paths.data_folder() == tmp_path / "Dr Ñ"


def test_a_tilde_in_the_variable_is_the_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv(paths.HOME_VARIABLE, "~/vaults")
    assert paths.data_folder() == tmp_path / "vaults"


def test_without_it_the_system_says_where(monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, " ")
    assert paths.data_folder().is_absolute()
    assert paths.data_folder().name == "SpineCounsel"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="platformdirs is asked elsewhere")
@pytest.mark.parametrize("named", ["", "/somewhere/else", "not/absolute"])
def test_on_linux_it_is_the_place_that_platformdirs_names(monkeypatch, named):
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", named)
    assert paths.data_folder() == platformdirs.user_data_path("SpineCounsel", appauthor=False)


def test_every_font_has_its_licence_beside_it():
    fonts = {font.name.split("_")[0].split("-")[0] for font in paths.fonts_folder().glob("*.ttf")}
    licences = {text.stem for text in paths.fonts_folder().glob("LICENSE-*.txt")}
    assert licences == {f"LICENSE-{font.removesuffix('.ttf')}" for font in fonts}
