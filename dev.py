"""Set up, run and test SpineCounsel on a fresh machine; needs only Python 3.11, 3.12 or 3.13.

python3 dev.py run [...]    set up, then start; without a display, play the demonstration
python3 dev.py test [...]   set up with the tools, then all checks and tests ([...]: to pytest)
python3 dev.py bench [PART] say how fast it all is, beside its floor; write docs/performance.md
python3 dev.py prove [...]  try thousands of times to make the vault lose something
python3 dev.py pictures     play both example cases and write docs/contact-sheet-*.jpg
python3 dev.py lock [...]   write the lock files anew ([...]: to uv, for instance --upgrade)
python3 dev.py clean        remove what the other commands made
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLD_VENV = ROOT / ".venv-old"
OURS = VENV / "made-by-dev.py"
STAMP = VENV / "set-up.json"
BIN, EXE = (VENV / "Scripts", ".exe") if os.name == "nt" else (VENV / "bin", "")
PYTHON = BIN / f"python{EXE}"
# Each environment holds all that the one before it does.
_LOCKS = {"run": "requirements", "test": "requirements-dev", "bench": "requirements-bench"}
LOCKS = {kind: ROOT / f"{name}.lock" for kind, name in _LOCKS.items()}
VERSIONS = ((3, 13), (3, 12), (3, 11))

QT_LIBRARIES = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libglib2.0-0 libfontconfig1"
X11_LIBRARIES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
WAYLAND_LIBRARIES = "libwayland-cursor0 libwayland-egl1"
QT_TRIAL = "from PySide6.QtWidgets import QApplication; QApplication(['trial'])"
TEXT: Any = {"text": True, "encoding": "utf-8", "errors": "replace"}
OUTPUT: Any = {"cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, **TEXT}
TOOLS = {"bench": "benchmarks.__main__", "prove": "tests.helpers.prove"}
TOOLS["pictures"] = "tests.helpers.contact_sheet"
LEFTOVERS = [
    *(".venv", ".venv-old", "build", "dist", "demonstration", ".coverage"),
    *(".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"),
]


class Stop(Exception):
    """Nothing more can be done; the text says why and what to type."""


def say(sentence: str) -> None:
    """Print one line at once."""
    print(sentence, flush=True)


# --- the right Python ---------------------------------------------------------------------------


def use_right_python() -> None:
    """Go on in this Python when it fits, else start again in one that does, else ``Stop``."""
    if sys.version_info[:2] in VERSIONS:
        return
    for major, minor in VERSIONS:
        other = shutil.which(f"python{major}.{minor}")
        if other and succeeds([other, "-c", "import sys, zlib, ssl"]):
            say(f"Python {major}.{minor} is used, since this one is {version(sys.version_info)}.")
            raise SystemExit(subprocess.call([other, str(Path(__file__)), *sys.argv[1:]]))
    raise Stop(
        f"SpineCounsel needs Python 3.11, 3.12 or 3.13 and this is {version(sys.version_info)}: "
        f"install one of them, then type: python3.12 dev.py {' '.join(sys.argv[1:])}"
    )


def version(info: tuple[object, ...]) -> str:
    """Give ``3.11`` for a version."""
    return f"{info[0]}.{info[1]}"


def succeeds(command: list[str]) -> bool:
    """Whether ``command`` ends well; what it prints is thrown away."""
    return attempt(command)[0]


def attempt(command: list[str], env: dict[str, str] | None = None) -> tuple[bool, str]:
    """Run ``command``; whether it ended well, and all it printed."""
    try:
        done = subprocess.run(command, env=env, check=False, **OUTPUT)
    except OSError as error:
        return False, str(error)
    return done.returncode == 0, done.stdout


def install_with_apt(packages: list[str], why: str) -> None:
    """Install Debian or Ubuntu packages as root, or ``Stop`` with the command to type."""
    command = ["apt-get", "install", "-y", "--no-install-recommends"]
    typed = f"sudo apt-get update && sudo {' '.join([*command, *available(packages)])}"
    if os.geteuid() != 0:
        raise Stop(f"{why}; type this, then the same command again: {typed}")
    say(f"{why}: installing {' '.join(packages)} ...")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    attempt(["apt-get", "update"], env)
    done, text = attempt([*command, *available(packages)], env)
    if not done:
        raise Stop(f"{text[-1500:]}\n{why}, and apt-get could not install them; type: {typed}")


def available(packages: list[str]) -> list[str]:
    """Give the names this release knows: some libraries are called ``...t64`` on newer ones."""
    return [
        f"{name}t64" if succeeds(["apt-cache", "show", f"{name}t64"]) else name for name in packages
    ]


# --- the virtual environment --------------------------------------------------------------------


def set_up(kind: str) -> None:
    """Make ``.venv`` what the lock of ``kind`` says, doing as little as possible.

    It holds a stamp only while it is whole, so one that was killed on the way is made again.
    """
    stamp = read_stamp()
    if not usable(stamp):
        stamp = build()
    wanted = stamp_of(kind)
    if all(stamp.get(key) == value for key, value in wanted.items()):
        return
    STAMP.unlink(missing_ok=True)
    if stamp.get(kind) != wanted[kind]:
        install_lock(LOCKS[kind])
    install_project()
    STAMP.write_text(json.dumps({**stamp, **wanted}), encoding="utf-8")
    if (OLD_VENV / OURS.name).exists():
        shutil.rmtree(OLD_VENV, ignore_errors=True)
    elif OLD_VENV.exists():
        say(f"Your earlier environment is kept as {OLD_VENV.name}.")


def stamp_of(kind: str) -> dict[str, str]:
    """Give what an environment must be made from."""
    return {
        "place": str(VENV),
        "python": version(sys.version_info),
        "project": fingerprint(ROOT / "pyproject.toml"),
        **{each: fingerprint(LOCKS[each]) for each in [*LOCKS][: [*LOCKS].index(kind) + 1]},
    }


def fingerprint(file: Path) -> str:
    """Give the SHA-256 of a text file, the same whatever its line ends."""
    return hashlib.sha256(file.read_text("utf-8").encode()).hexdigest()


def read_stamp() -> dict[str, str]:
    """Give what the environment says it was made from; nothing when it was never finished."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def usable(stamp: dict[str, str]) -> bool:
    """Whether an environment with this stamp may be kept, perhaps with more added."""
    wanted = stamp_of("bench")
    fits = all(stamp.get(key) == wanted[key] for key in ("place", "python", "run"))
    more = all(stamp.get(key, wanted[key]) == wanted[key] for key in ("test", "bench"))
    return fits and more and succeeds([str(PYTHON), "-c", ""])


def build() -> dict[str, str]:
    """Make an empty environment in the place of an older one; give its stamp: nothing yet."""
    outside = str(getattr(sys, "_base_executable", None) or sys.executable)  # of any environment
    if not succeeds([outside, "-c", "import venv, ensurepip"]):
        get_venv_module()
    set_aside()
    say(f"Making {VENV.name} with Python {version(sys.version_info)} ...")
    VENV.mkdir()
    OURS.write_text("dev.py may remove this folder.\n", encoding="utf-8")
    done, text = attempt([outside, "-m", "venv", str(VENV)])
    if not done:
        raise Stop(f"{text[-1500:]}\nPython could not make {VENV}; the lines above say why.")
    return {}


def get_venv_module() -> None:
    """Debian and Ubuntu ship Python without ``venv`` and ``ensurepip``: get them, or ``Stop``.

    Such a machine is fresh and will lack Qt's libraries too: one command for both.
    """
    why = "Python lacks its modules venv and ensurepip"
    if not shutil.which("apt-get"):
        raise Stop(f"{why}: install your system's package for them, then type the same again.")
    module = f"python{version(sys.version_info)}-venv"
    install_with_apt([module, *qt_libraries(display=has_display())], why)


def set_aside() -> None:
    """Move an older environment out of the way; one that dev.py did not make is kept there."""
    if not VENV.exists():
        return
    say(f"{VENV.name} is out of date, not finished or not ours: it is made anew.")
    shutil.rmtree(OLD_VENV, ignore_errors=True)
    try:
        VENV.rename(OLD_VENV)
    except OSError as error:
        raise Stop(
            f"{VENV} is in use ({error}): close SpineCounsel, then type the same again."
        ) from None


def install_lock(lock: Path) -> None:
    """Install what ``lock`` names, each file checked against its hash, nothing built here."""
    say(f"Installing the packages of {lock.name} ...")
    pip("install", "--require-hashes", "--only-binary", ":all:", "-r", str(lock))


def install_project() -> None:
    """Put this checkout itself into the environment, with its command ``spinecounsel``."""
    say("Installing SpineCounsel itself ...")
    pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))


def pip(*arguments: str) -> None:
    """Run pip with the user's own settings, a line for each package; ``Stop`` when it fails."""
    env = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [str(PYTHON), "-m", "pip", *arguments, "--no-input", "--progress-bar", "off"]
    lines: list[str] = []
    with subprocess.Popen(command, env=env, **OUTPUT) as process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            if line.startswith("Collecting "):
                say(f"  {line.split()[1]}")
            elif line.startswith("Installing collected"):
                say("  unpacking ...")
    if process.returncode:
        end = "\n".join(lines[-15:])
        raise Stop(f"{end}\npip could not install this (the lines above say why); try again.")


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare_qt() -> bool:
    """See that Qt starts, installing what it lacks; whether it will have a display."""
    display = has_display()
    done, text = try_qt(display=display)
    if not done and display and "could not connect to display" in text:
        say("The display does not answer: going on without one.")
        display = False
        done, text = try_qt(display=display)
    if not done and shutil.which("apt-get"):
        install_with_apt(qt_libraries(display=display), "Qt lacks some system libraries")
        done, text = try_qt(display=display)
    if not done:
        raise Stop(f"{text[-1500:]}\nQt does not start here; the lines above name what it lacks.")
    return display


def qt_libraries(*, display: bool) -> list[str]:
    """Give the Debian packages Qt needs: offscreen, or for a display too."""
    return [*QT_LIBRARIES.split(), *(f"{X11_LIBRARIES} {WAYLAND_LIBRARIES}".split() * display)]


def try_qt(*, display: bool) -> tuple[bool, str]:
    """Start and end Qt once; whether it did, and what it said."""
    return attempt([str(PYTHON), "-c", QT_TRIAL], surroundings(display=display))


def surroundings(*, display: bool) -> dict[str, str]:
    """Give the environment variables for a program that uses Qt."""
    return dict(os.environ) if display else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def run(arguments: list[str]) -> int:
    """Start the program, or without a display and without arguments play the demonstration."""
    set_up("run")
    display = prepare_qt()
    program = str(BIN / "spinecounsel")
    env = surroundings(display=display)
    if arguments or display:
        return subprocess.call([program, *arguments], env=env)
    out = ROOT / "demonstration"
    say("There is no display here, so the demonstration is played instead.")
    code = subprocess.call([program, "demo", "--out", str(out)], env=env)
    if code == 0:
        say(f"The PDF:      {out / 'summary.pdf'}")
        say(f"The pictures: {out} ({len([*out.rglob('*.png')])} PNG files, one for each step)")
    return code


def test(arguments: list[str]) -> int:
    """Run every check and all tests; 1 when any of them failed."""
    set_up("test")
    prepare_qt()
    python = str(PYTHON)
    checks = {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy": [python, "-m", "mypy"],
        "lint-imports": [str(BIN / "lint-imports")],
        "vulture": [python, "-m", "tests.helpers.dead_code"],
    }
    failed = [name for name, command in checks.items() if not passes(name, command)]
    start = time.monotonic()
    code = subprocess.call([python, "-m", "pytest", *arguments], cwd=ROOT)
    report("pytest", start, good=code == 0)
    failed += ["pytest"] if code else []
    say(f"Failed: {', '.join(failed)}" if failed else "All checks and tests passed.")
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    """Run one check, say in one line how it went, and show what it printed when it failed."""
    start = time.monotonic()
    good, text = attempt(command)
    if not good:
        say(text.rstrip())
    report(name, start, good=good)
    return good


def report(name: str, start: float, *, good: bool) -> None:
    """Say how one step went and how long it took, in seconds."""
    say(f"{name:<14}{'passed' if good else 'FAILED'}{time.monotonic() - start:9.1f} s")


def tool(name: str, arguments: list[str]) -> int:
    """Run one of the tools that come with the tests, without a display; give its exit code."""
    set_up("bench" if name == "bench" else "test")
    prepare_qt()
    command = [str(PYTHON), "-m", TOOLS[name], *arguments]
    return subprocess.call(command, cwd=ROOT, env=surroundings(display=False))


def lock(arguments: list[str]) -> int:
    """Write the lock files: names, versions and hashes, no address of any index."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if not uv:
        raise Stop("uv writes the lock files and is not here; type: python3 -m pip install uv")
    command = [uv, "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--only-binary", ":all:", "--no-annotate", "--no-header"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--quiet", "--group", "build"]
    env = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    before: list[str] = []
    groups = {"run": "", "test": "dev", "bench": "dev bench", "build": "installer"}
    for kind, names in groups.items():
        more = [part for name in names.split() for part in ("--group", name)]
        out = LOCKS[kind].name if kind in LOCKS else "requirements-build.lock"
        code = subprocess.call([*command, *more, *before, *arguments, "-o", out], cwd=ROOT, env=env)
        if code:
            return code
        before = ["--constraints", out]
    return 0


def clean(_arguments: list[str]) -> int:
    """Remove what the other commands made."""
    caches = [path for path in ROOT.rglob("__pycache__") if VENV not in path.parents]
    for path in [*(ROOT / name for name in LEFTOVERS), *ROOT.glob("*.egg-info"), *caches]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return 0


def main(arguments: list[str]) -> int:
    """Run the command named first; give the exit code."""
    commands: dict[str, Any] = {"run": run, "test": test, "lock": lock, "clean": clean}
    commands |= {name: partial(tool, name) for name in TOOLS}
    command = commands.get(arguments[0]) if arguments else None
    if command is None:
        say(__doc__ or "")
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        use_right_python()
        return int(command(arguments[1:]))
    except (Stop, OSError) as problem:
        print(problem, file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
