"""The start: what is loaded at the first paint, and that the rest comes while the page is there."""

import json
import os
import subprocess
import sys

import pytest

from benchmarks.start import command, unwanted


@pytest.fixture
def environment(tmp_path):
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "SPINECOUNSEL_HOME": str(tmp_path)}


def loaded(environment, code):
    """Give what a process that runs ``code`` says it has imported, once its page is painted."""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    painted, told = ran.stdout.splitlines()
    assert (painted, ran.returncode) == ("painted", 0), ran.stderr
    return json.loads(told)["modules"]


def test_the_first_page_is_painted_before_anything_heavy_is_loaded(environment):
    modules = loaded(environment, command("ours")[-1])
    assert unwanted(modules) == []
    assert "ui.pages.unlock.page" in modules
    rest = {"ui.wiring.desk", "spinecounsel.storage.vault", "spinecounsel.content.loader"}
    assert not rest & set(modules)
    assert len(modules) < 290


def test_the_check_sees_what_is_loaded_too_early(environment):
    early = f"import asyncio; {command('ours')[-1]}"
    assert unwanted(loaded(environment, early)) == ["asyncio", "ssl"]
