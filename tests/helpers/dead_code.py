"""``python -m tests.helpers.dead_code``: what only tests use, or nothing at all (by vulture).

The fields of values and the members of enumerations are left out: they are the words of the content
pack, the vault and the case files, and are used there.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).resolve().parents[2]
VALUES = {"Enum", "Flag", "Frozen", "IntEnum", "NamedTuple", "StrEnum", "Struct"}


def unused() -> list[str]:
    """Give a line for each piece of dead code in the packages that pyproject.toml names."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["vulture"]
    search = Vulture(
        ignore_names=settings["ignore_names"], ignore_decorators=settings["ignore_decorators"]
    )
    search.scavenge([str(ROOT / folder) for folder in settings["paths"]])
    values = _classes_of_values([ROOT / folder for folder in settings["paths"]])
    return [
        item.get_report()
        for item in search.get_unused_code(min_confidence=settings["min_confidence"])
        if not (item.typ == "variable" and _inside(values, Path(item.filename), item.first_lineno))
    ]


def _classes_of_values(folders: list[Path]) -> dict[Path, list[range]]:
    """The lines of every class that is a value or an enumeration, or extends one."""
    found = [
        (file, node)
        for folder in folders
        for file in folder.rglob("*.py")
        for node in _classes(file)
    ]
    names, size = set(VALUES), 0
    while size != len(names):
        size = len(names)
        names |= {node.name for _, node in found if _is_value(node, names)}
    places: dict[Path, list[range]] = {}
    for file, node in found:
        if _is_value(node, names):
            places.setdefault(file, []).append(range(node.lineno, (node.end_lineno or 0) + 1))
    return places


def _classes(file: Path) -> Iterator[ast.ClassDef]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef):
            yield node


def _is_value(node: ast.ClassDef, names: set[str]) -> bool:
    bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    return bool(bases & names) or any("dataclass" in ast.unparse(d) for d in node.decorator_list)


def _inside(values: dict[Path, list[range]], file: Path, line: int) -> bool:
    return any(line in lines for lines in values.get(file.resolve(), []))


if __name__ == "__main__":
    found = unused()
    sys.stdout.write("".join(f"{line}\n" for line in found))
    raise SystemExit(bool(found))
