"""Prints what the program imports and reads, as JSON: {"modules": [...], "files": [...]}.

Arguments: those of the program, which it is run with.  ``files`` are those read beside the modules:
of resources, and of packages.
"""

import ast
import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_OURS = ("spinecounsel", "ui")
_CODE = {".py", ".pyc", ".so", ".pyd", ".dll", ".pth"}
_INSTALLED = "site-packages"
_NOT_PACKED = {"installer", "__main__"}


def main(arguments: list[str]) -> None:
    """Run the program, and print what was imported and read by then or could be."""
    read: set[str] = set()
    sys.addaudithook(lambda event, values: _note(read, event, values))
    before = set(sys.modules)
    from ui import app

    with redirect_stdout(io.StringIO()) as said:
        code = app.main(arguments)
    if code == app.CANNOT_BEGIN:
        raise SystemExit(f"{' '.join(arguments)} ended with {code}. {said.getvalue()}")
    specs = [getattr(sys.modules[name], "__spec__", None) for name in set(sys.modules) - before]
    seen = {spec.name for spec in specs if spec is not None and _is_packed(spec)}
    written = _by_name() | _named_in_source()
    files = sorted(filter(None, map(_place, read)))
    json.dump({"modules": sorted(seen | written), "files": files}, sys.stdout)


def _note(read: set[str], event: str, values: tuple[object, ...]) -> None:
    if event == "open" and isinstance(values[0], str | Path):
        read.add(str(values[0]))


def _place(name: str) -> str | None:
    """Give where a file that was read lies in the bundle; nothing for code and others' files."""
    path = Path(name)
    if path.suffix in _CODE or not path.is_file():
        return None
    if path.is_relative_to(_ROOT / "resources"):
        return f"spinecounsel/{path.relative_to(_ROOT).as_posix()}"
    if _INSTALLED in path.parts:
        after = path.parts[path.parts.index(_INSTALLED) + 1 :]
        return None if after[0].endswith(".dist-info") else "/".join(after)
    return None


def _is_packed(spec: ModuleSpec) -> bool:
    """Whether a module comes from a file, and so has to be packed."""
    if spec.origin is None or spec.name.split(".", 1)[0] in _NOT_PACKED:
        return False
    return Path(spec.origin).is_file()  # not built in


def _by_name() -> set[str]:
    """Give our own modules, all of them."""
    paths = [path for ours in _OURS for path in (_ROOT / ours).rglob("*.py")]
    names = [path.relative_to(_ROOT).with_suffix("").as_posix() for path in paths]
    return {name.removesuffix("/__init__").replace("/", ".") for name in names}


def _named_in_source() -> set[str]:
    """Give what our modules import somewhere, and may not have imported yet."""
    found = set()
    for ours in _OURS:
        for path in (_ROOT / ours).rglob("*.py"):
            for name in _imports(ast.parse(path.read_text(encoding="utf-8"))):
                found |= {name} if _is_there(name) else set()
    return found


def _imports(node: ast.AST) -> Iterator[str]:
    """Give the names in statements that import, but for those that are for checkers of types."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    for child in ast.iter_child_nodes(node):
        yield from _imports(child)


def _is_there(name: str) -> bool:
    """Whether there is such a module here, in a file: others are for other systems, or built in."""
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):  # its parent is no package
        return False
    return spec is not None and _is_packed(spec)


if __name__ == "__main__":
    main(sys.argv[1:])
