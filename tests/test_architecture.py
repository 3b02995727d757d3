"""The house keeps its rules: rooms and doors, sizes, colours, dialogs, nothing of ours in clear."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = [ROOT / "spinecounsel", ROOT / "ui"]
SOURCES = sorted([*(file for each in PACKAGES for file in each.rglob("*.py")), ROOT / "dev.py"])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
UI = [file for file in SOURCES if ROOT / "ui" in file.parents]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LONGEST_MODULE, LONGEST_FUNCTION = 400, 40

# Not one of these may be loaded when the first window is painted (start-up time, and no network).
HEAVY = [
    *("aiohttp", "asyncio", "bidi", "cryptography.x509", "fpdf", "http.client", "jinja2", "lxml"),
    *("pikepdf", "PIL", "pydantic", "pyhanko", "pypdf", "pypdfium2", "reportlab"),
    *("sqlite_utils", "ssl", "uharfbuzz", "urllib.request"),
]

# A name that ends like this is somebody's machine; written so that this file does not name one.
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|tmp|Users|opt|mnt|workspace)/[\w.-]+")
REGISTRY = re.compile(
    r"pypi\.|pythonhosted|npmjs|artifact|registry\.|nexus\.|jfrog|deb\.debian|archive\.ubuntu"
    r"|crates\.io|proxy\.golang|(?:--|extra-)index-url|find-links\s*="
)
NUMBER_ADDRESS = re.compile(r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b")
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_\w{30}|\bAKIA[0-9A-Z]{16}\b")
TEXT = {"", ".cfg", ".json", ".lock", ".md", ".po", ".py", ".svg", ".toml", ".txt", ".yaml", ".yml"}


def name(file):
    return file.relative_to(ROOT).as_posix()


def tree(file):
    return ast.parse(file.read_text("utf-8"), name(file))


def found(pattern, files):
    """Every line of ``files`` that ``pattern`` is found in, as ``file:line: text``."""
    return [
        f"{name(file)}:{number}: {line.strip()[:120]}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]


def text_files():
    """All text the project keeps: what git holds or would hold, else all but our leftovers."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.splitlines() if listed.returncode == 0 else _without_git()
    files = [ROOT / each for each in names]
    return sorted(file for file in files if file.is_file() and file.suffix in TEXT)


def _without_git():
    skipped = {"__pycache__", "build", "dist", "demonstration"}
    for top in ROOT.iterdir():
        if not top.name.startswith(".") and top.name not in skipped:
            for file in [top] if top.is_file() else top.rglob("*"):
                if "__pycache__" not in file.parts:
                    yield name(file)


def test_the_contracts_hold():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_layer_of_a_contract_is_only_planned():
    layers = [
        (container, layer.strip())
        for contract in PROJECT["tool"]["importlinter"]["contracts"]
        if contract.get("exhaustive")
        for container in contract["containers"]
        for line in contract["layers"]
        for layer in re.split(r"[|:]", line)
    ]
    assert layers
    for container, layer in layers:
        folder = ROOT / container.replace(".", "/")
        assert (folder / layer).is_dir() or (folder / f"{layer}.py").is_file()


@pytest.mark.parametrize("file", [*SOURCES, *TESTS], ids=name)
def test_a_module_is_short(file):
    assert len(file.read_text("utf-8").splitlines()) < LONGEST_MODULE


def test_a_function_is_short():
    long = [
        f"{name(file)}:{node.lineno} {node.name}: {length} lines"
        for file in SOURCES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_package_says_what_it_is():
    folders = {file.parent for file in SOURCES if file.parent != ROOT}
    assert [name(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_the_architecture_names_every_package():
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    folders = {file.parent for file in SOURCES if file.parent not in {ROOT, *PACKAGES}}
    rooms = sorted(folder.name for folder in folders if folder.parent in PACKAGES)
    assert [room for room in rooms if not re.search(rf"\b{room}\b", text)] == []


def test_colours_are_tokens_or_of_paper():
    allowed = [
        file for file in SOURCES if name(file).startswith(("ui/theme/", "spinecounsel/colours"))
    ]
    rest = [file for file in SOURCES if file not in allowed]
    assert found(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?=[\"'])", rest) == []
    assert found(r"setStyleSheet\(", rest) == []


def test_no_dialog_holds_the_program():
    """``open()`` and ``finished``; ``exec`` of an application or of an event loop is no dialog."""
    calls = [
        f"{name(file)}:{node.lineno}"
        for file in UI
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"exec", "exec_"}
        and not re.search(r"(?i)app|loop", ast.unparse(node.func.value))
    ]
    assert calls == []


def test_nothing_is_connected_to_a_lambda():
    """A lambda that holds ``self`` keeps its widget alive for ever."""
    calls = [
        f"{name(file)}:{node.lineno}"
        for file in UI
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and any(isinstance(each, ast.Lambda) for each in node.args)
    ]
    assert calls == []


def test_only_storage_knows_sqlite():
    rest = [file for file in SOURCES if not name(file).startswith("spinecounsel/storage/")]
    imported = r"^\s*(?:import|from)\s+(?:sqlite3|sqlcipher3|sqlite_utils|pysqlite3)\b"
    assert found(imported, rest) == []


def test_nothing_imports_a_neighbour_by_dots():
    assert found(r"^\s*from\s+\.", [*SOURCES, *TESTS]) == []


def test_no_file_names_a_machine_a_registry_or_a_secret():
    every = [file for file in text_files() if file != Path(__file__)]
    files = [file for file in every if file.suffix != ".lock"]  # what they hold: see below
    assert files
    for pattern in (MACHINE, REGISTRY, NUMBER_ADDRESS, SECRET):
        assert found(pattern, [file for file in files if "LICENSE" not in file.name]) == []


@pytest.mark.parametrize("lock", [lock.name for lock in dev.LOCKS.values()])
def test_a_lock_holds_names_versions_and_hashes_only(lock):
    text = (ROOT / lock).read_text("utf-8")
    entry = r"[a-z0-9-]+==[\w.]+(?: ; [^\\\n]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+"
    assert re.fullmatch(f"(?:{entry})+", text)


def test_the_lock_holds_every_pinned_version():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    for requirement in PROJECT["project"]["dependencies"]:
        pin = requirement.split(";")[0].strip()
        assert "==" in pin, f"not pinned: {requirement}"
        assert re.search(rf"(?m)^{re.escape(pin.lower())} ", text), f"python3 dev.py lock: {pin}"


def test_the_tests_have_all_that_the_program_has():
    versions = r"(?m)^(\S+==\S+)((?: ; [^\\\n]+)?)"
    of_run, *larger = (
        {pin: where.strip() for pin, where in re.findall(versions, lock.read_text("utf-8"))}
        for lock in dev.LOCKS.values()
    )
    for of_test in larger:
        assert all(of_test.get(pin) in {where, ""} for pin, where in of_run.items())


def test_everything_used_is_bundled_or_named_in_the_notice():
    notice = (ROOT / "NOTICE").read_text("utf-8").lower()
    tools = {"editables", "hatchling", "pathspec", "tomlkit", "trove-classifiers", "tzdata"}
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    used = set(re.findall(r"(?m)^([a-z0-9-]+)==", lock)) - tools
    aliases = {"pyside6-essentials": "pyside6", "argon2-cffi-bindings": "argon2-cffi, -bindings"}
    missing = [
        each for each in sorted(used) if aliases.get(each, each) not in notice.replace("_", "-")
    ]
    assert missing == []


def test_this_environment_is_the_locked_one():
    """Reference pictures and documents hold for these versions only."""
    for requirement in PROJECT["project"]["dependencies"]:
        if ";" not in requirement:
            package, version = requirement.split("==")
            assert importlib.metadata.version(package) == version, package


def test_the_start_loads_nothing_heavy():
    program = (
        "import sys, ui.app\n"
        f"print(*sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
        "sys.exit(0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.split() == []
