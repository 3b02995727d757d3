import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[1]
needs_shell = pytest.mark.skipif(os.name == "nt", reason="stand-ins are shell scripts")


def script(file, *lines):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    file.chmod(0o755)
    return file


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout of its own for dev.py, whose installing steps only write down what they did."""
    for file in ("pyproject.toml", *(lock.name for lock in dev.LOCKS.values())):
        (tmp_path / file).write_text(file)
    venv = tmp_path / ".venv"
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", venv)
    monkeypatch.setattr(dev, "OLD_VENV", tmp_path / ".venv-old")
    monkeypatch.setattr(dev, "OURS", venv / "made-by-dev.py")
    monkeypatch.setattr(dev, "STAMP", venv / "set-up.json")
    monkeypatch.setattr(dev, "BIN", venv / "bin")
    monkeypatch.setattr(dev, "PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(dev, "OUTPUT", {**dev.OUTPUT, "cwd": tmp_path})
    locks = {kind: tmp_path / file.name for kind, file in dev.LOCKS.items()}
    monkeypatch.setattr(dev, "LOCKS", locks)
    return tmp_path


@pytest.fixture
def steps(checkout, monkeypatch):
    """What set_up() did, in order; the environment it makes has a Python that answers."""
    done = []

    def build():
        done.append("build")
        dev.set_aside()
        script(dev.PYTHON, "exit 0")
        dev.OURS.write_text("")
        return {}

    monkeypatch.setattr(dev, "build", build)
    monkeypatch.setattr(dev, "install_lock", lambda lock: done.append(lock.name))
    monkeypatch.setattr(dev, "install_project", lambda: done.append("project"))
    return done


def set_up(steps, kind):
    steps.clear()
    dev.set_up(kind)
    return list(steps)


def test_it_needs_the_standard_library_only():
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 8))
    imported = {
        alias.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert imported <= set(sys.stdlib_module_names)


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["-h"], 0), (["nonsense"], 2)])
def test_without_a_command_it_says_which_there_are(capsys, arguments, code):
    assert dev.main(arguments) == code
    assert all(f"dev.py {each}" in capsys.readouterr().out for each in ("run",))


def test_a_python_that_does_not_fit_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(dev, "VERSIONS", ())
    assert dev.main(["run"]) == 1
    message = capsys.readouterr().err
    assert message.startswith("SpineCounsel needs Python 3.11, 3.12 or 3.13 and this is 3.")
    assert message.count("\n") == 1


@needs_shell
def test_a_python_that_fits_is_taken_from_the_path(tmp_path, monkeypatch, capfd):
    script(tmp_path / "python3.98", "exit 127")  # a shim with nothing behind it
    script(tmp_path / "python3.99", '[ "$1" = -c ] || echo "taken: $2 $3"; exit 0')
    monkeypatch.setattr(dev, "VERSIONS", ((3, 98), (3, 99)))
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(sys, "argv", ["dev.py", "test", "-x"])
    with pytest.raises(SystemExit) as end:
        dev.use_right_python()
    assert end.value.code == 0
    assert "taken: test -x" in capfd.readouterr().out


@needs_shell
def test_what_is_whole_is_used_again(steps):
    assert set_up(steps, "run") == ["build", "requirements.lock", "project"]
    assert set_up(steps, "run") == []


@needs_shell
def test_the_tests_add_their_tools_and_the_program_needs_nothing_more(steps):
    set_up(steps, "run")
    assert set_up(steps, "test") == ["requirements-dev.lock", "project"]
    assert set_up(steps, "run") == set_up(steps, "test") == []
    assert set_up(steps, "bench") == ["requirements-bench.lock", "project"]
    assert set_up(steps, "run") == set_up(steps, "test") == set_up(steps, "bench") == []


@needs_shell
def test_a_changed_lock_makes_it_anew(steps, checkout):
    set_up(steps, "test")
    (checkout / "requirements.lock").write_text("other")
    assert set_up(steps, "run") == ["build", "requirements.lock", "project"]
    assert [path.name for path in checkout.glob(".venv*")] == [".venv"]


@needs_shell
def test_a_changed_project_is_installed_again(steps, checkout):
    set_up(steps, "run")
    (checkout / "pyproject.toml").write_text("other")
    assert set_up(steps, "run") == ["project"]


@needs_shell
def test_one_that_was_killed_on_the_way_heals(steps, monkeypatch):
    set_up(steps, "run")

    def killed(_lock):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dev, "install_lock", killed)
        assert dev.main(["test"]) == 130
    assert set_up(steps, "run") == ["build", "requirements.lock", "project"]


@needs_shell
@pytest.mark.parametrize("stamp", ["", "[]", '{"place": 1}', "\x00"])
def test_a_damaged_stamp_heals(steps, stamp):
    set_up(steps, "run")
    dev.STAMP.write_text(stamp)
    assert set_up(steps, "run") == ["build", "requirements.lock", "project"]


@needs_shell
def test_a_python_that_went_away_heals(steps):
    set_up(steps, "run")
    dev.PYTHON.unlink()
    assert set_up(steps, "run") == ["build", "requirements.lock", "project"]


@needs_shell
def test_an_environment_of_somebody_else_is_kept_beside_it(steps, checkout, capsys):
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "theirs").write_text("")
    set_up(steps, "run")
    assert (checkout / ".venv-old" / "theirs").exists()
    assert "kept as .venv-old" in capsys.readouterr().out


def test_line_ends_do_not_change_a_fingerprint(tmp_path):
    for name, text in (("unix", b"a\nb\n"), ("dos", b"a\r\nb\r\n"), ("other", b"a\nc\n")):
        (tmp_path / name).write_bytes(text)
    unix, dos, other = (dev.fingerprint(tmp_path / name) for name in ("unix", "dos", "other"))
    assert unix == dos != other


@needs_shell
def test_pip_keeps_the_persons_settings_and_says_how_it_goes(checkout, monkeypatch, capsys):
    script(dev.PYTHON, 'echo "Collecting a==1 (from x)"; echo "$PIP_FIND_LINKS $PIP_USER $*" >seen')
    monkeypatch.setenv("PIP_FIND_LINKS", "mine")
    dev.install_lock(checkout / "requirements.lock")
    assert capsys.readouterr().out.splitlines()[1:] == ["  a==1"]
    seen = (checkout / "seen").read_text()
    assert seen.startswith("mine 0 -m pip install --require-hashes --only-binary :all: -r ")


@needs_shell
def test_a_failing_pip_shows_its_last_words(checkout):
    script(dev.PYTHON, 'echo "ERROR: no such package"; exit 1')
    with pytest.raises(dev.Stop, match=r"(?s)no such package.*pip could not install"):
        dev.install_project()


@needs_shell
@pytest.mark.parametrize("newer", [False, True])
def test_who_is_not_root_is_told_what_to_type(tmp_path, monkeypatch, newer):
    script(tmp_path / "apt-cache", f'[ "$2" = libglib2.0-0t64 ] && exit {int(not newer)}; exit 1')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Stop) as stop:
        dev.install_with_apt(["libegl1", "libglib2.0-0"], "Qt lacks some system libraries")
    name = "libglib2.0-0t64" if newer else "libglib2.0-0"
    command = f"sudo apt-get install -y --no-install-recommends libegl1 {name}"
    assert str(stop.value).endswith(f"sudo apt-get update && {command}")


@needs_shell
def test_root_gets_the_libraries_at_once(tmp_path, monkeypatch, capsys):
    script(tmp_path / "apt-cache", "exit 1")
    script(tmp_path / "apt-get", f'echo "$*" >>{tmp_path}/asked')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    dev.install_with_apt(["libegl1"], "Qt lacks some system libraries")
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked == ["update", "install -y --no-install-recommends libegl1"]


@pytest.mark.parametrize(
    ("variables", "answer"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_display_is_what_the_variables_say(monkeypatch, variables, answer):
    monkeypatch.setattr(sys, "platform", "linux")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    assert dev.has_display() is answer


@needs_shell
def test_without_a_display_the_demonstration_is_played(checkout, monkeypatch, capfd):
    monkeypatch.setattr(dev, "set_up", lambda _kind: None)
    monkeypatch.setattr(dev, "prepare_qt", lambda: False)
    make = 'mkdir -p "$3"; touch "$3/summary.pdf" "$3/01-unlock.png"; echo "$1 $QT_QPA_PLATFORM"'
    script(dev.BIN / "spinecounsel", make)
    assert dev.main(["run"]) == 0
    said = capfd.readouterr().out
    assert "demo offscreen" in said
    assert str(checkout / "demonstration" / "summary.pdf") in said
    assert "(1 PNG files" in said


@needs_shell
def test_run_gives_the_programs_exit_code_and_takes_its_arguments(checkout, monkeypatch, capfd):
    monkeypatch.setattr(dev, "set_up", lambda _kind: None)
    monkeypatch.setattr(dev, "prepare_qt", lambda: False)
    script(dev.BIN / "spinecounsel", 'echo "$*"; exit 2')
    assert dev.main(["run", "demo", "--case", "mine.toml"]) == 2
    assert "demo --case mine.toml" in capfd.readouterr().out


@needs_shell
@pytest.mark.parametrize("broken", [None, "mypy", "pytest"])
def test_every_step_is_run_and_the_broken_one_named(checkout, monkeypatch, capfd, broken):
    monkeypatch.setattr(dev, "set_up", lambda _kind: None)
    monkeypatch.setattr(dev, "prepare_qt", lambda: True)
    script(dev.PYTHON, f'echo "words of $2"; [ "$2" != {broken} ]')
    script(dev.BIN / "lint-imports", "exit 0")
    assert dev.main(["test"]) == (1 if broken else 0)
    said = capfd.readouterr().out
    for step in ("ruff check", "ruff format", "mypy", "lint-imports", "vulture", "pytest"):
        assert f"\n{step} " in f"\n{said}"
    assert ("words of mypy" in said) is (broken == "mypy")
    last = f"Failed: {broken}" if broken else "All checks and tests passed."
    assert said.rstrip().endswith(last)


def test_clean_leaves_what_is_ours_to_keep(checkout):
    for leftover in (".venv/bin/x", ".venv-old/x", "ui/__pycache__/x", ".mypy_cache/x", "dist/x"):
        (checkout / leftover).parent.mkdir(parents=True, exist_ok=True)
        (checkout / leftover).write_text("")
    (checkout / "ui" / "app.py").write_text("")
    assert dev.main(["clean"]) == 0
    left = {path.name for path in checkout.rglob("*") if path.is_file()}
    assert left == {"pyproject.toml", "app.py", *(lock.name for lock in dev.LOCKS.values())}


def test_continuous_integration_runs_the_same_command():
    text = (ROOT / ".ci" / "run").read_text()
    assert "set -eu" in text
    assert "\npython3 dev.py test\n" in text


@needs_shell
def test_the_command_line_itself():
    done = subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "dev.py run" in done.stdout


@needs_shell
@pytest.mark.parametrize("name", dev.TOOLS)
def test_a_tool_is_run_offscreen_with_its_arguments(checkout, monkeypatch, capfd, name):
    monkeypatch.setattr(dev, "set_up", lambda _kind: None)
    monkeypatch.setattr(dev, "prepare_qt", lambda: True)
    script(dev.PYTHON, 'echo "$* $QT_QPA_PLATFORM"; exit 3')
    assert dev.main([name, "--check"]) == 3
    assert capfd.readouterr().out == f"-m {dev.TOOLS[name]} --check offscreen\n"
    assert (ROOT / f"{dev.TOOLS[name].replace('.', '/')}.py").is_file()
