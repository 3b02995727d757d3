"""The recipes for Flatpak and AppImage, which are written out and not built."""

import json
import os
import subprocess
import sys

import pytest

from installer import recipes
from tests.helpers.bundle import small_bundle


@pytest.fixture
def written(tmp_path):
    return recipes.write(small_bundle(tmp_path))


def test_they_say_that_they_were_not_built(written):
    assert [file.name for file in written] == [f"{recipes.APP}.json", "appimage.sh"]
    for file in written:
        assert recipes.NOT_BUILT in file.read_text()


def test_a_flatpak_would_find_its_files_and_reach_no_network(written):
    manifest = written[0]
    described = json.loads(manifest.read_text())
    assert not [each for each in described["finish-args"] if "network" in each]
    sources = described["modules"][0]["sources"]
    assert all((manifest.parent / each["path"]).exists() for each in sources)
    bundle, share = (manifest.parent / each["path"] for each in sources[:2])
    assert (bundle / described["command"] / described["command"]).is_file()
    assert (share / "applications" / described["rename-desktop-file"]).is_file()
    assert (share / "mime" / "packages" / f"{described['command']}.xml").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="AppImage is for Linux")
def test_the_recipe_for_an_appimage_makes_a_folder_that_starts(written, tmp_path):
    recipe = written[1]
    tool = tmp_path / "tools" / "appimagetool"
    tool.parent.mkdir()
    tool.write_text('#!/bin/sh\nAPPDIR="$PWD/$1" "$1/AppRun"\ntest -f "$1/spinecounsel.png"\n')
    tool.chmod(0o755)
    done = subprocess.run(
        ["sh", recipe.name],
        cwd=recipe.parent,
        env={**os.environ, "PATH": f"{tool.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "started\n", "")
