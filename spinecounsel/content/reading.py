"""Read one file of a content pack: TOML in, a checked value out, faults named by their place."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from spinecounsel.content.imprint import Manifest
from spinecounsel.errors import ContentProblem
from spinecounsel.frozen import Frozen

FORMAT = 1
"""The format of packs that this program reads (``format`` in pack.toml)."""

PACK_FILE = "pack.toml"
Shape = TypeVar("Shape", bound=Frozen)
_PLACE = r" - at `\$(?P<path>[^`]*)`$"
_NAMED = r"(?:required|unknown) field `(?P<field>[^`]*)`"


def read_manifest(folder: Path) -> Manifest:
    """Read what the pack in ``folder`` says of itself; the rest of the pack is not looked at.

    Raises ``ContentProblem`` as ``load_pack`` does.
    """
    return manifest_of(file_bytes(folder, PACK_FILE))


def manifest_of(content: bytes) -> Manifest:
    """Give what pack.toml says; raises ``ContentProblem`` for a format that is not ours."""
    manifest = shaped(PACK_FILE, content, Manifest)
    if manifest.format != FORMAT:
        raise ContentProblem(PACK_FILE, "", "format", f"{FORMAT}, not {manifest.format}")
    return manifest


def file_bytes(folder: Path, name: str) -> bytes:
    """Give the bytes of a file of the pack, with LF as line ends.

    Raises ``ContentProblem`` for a file that is missing or cannot be read.
    """
    try:
        return (folder / name).read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        raise ContentProblem(name, "", "", "a file that can be read") from error


def shaped(name: str, content: bytes, shape: type[Shape]) -> Shape:
    """Give the value that the TOML of a file is; ``ContentProblem`` for what does not fit."""
    raw = _toml(name, content)
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        raise _located(name, raw, str(error)) from error


def _toml(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentProblem(name, "", "", f"UTF-8 text (line {line})") from error
    except (ValueError, RecursionError) as error:
        raise ContentProblem(name, "", "", f"TOML that can be read: {error}") from error


def _located(name: str, raw: dict[str, Any], message: str) -> ContentProblem:
    """Turn msgspec's "... - at `$.estimate[3].percent`" into file, table and field."""
    place = re.search(_PLACE, message)
    path = place["path"] if place else ""
    said = re.sub(_PLACE, "", message)
    steps = [step for step in re.split(r"[.\[\]]+", path) if step]
    table, field, value = [], "", raw
    for step in steps:
        following = _inside(value, step)
        if isinstance(following, dict):
            table.append(_name(following, step))
        elif not isinstance(following, list) or not following or not isinstance(following[0], dict):
            field = f"{field}[{step}]" if step.isdigit() else step
        else:
            table.append(step)
        value = following
    named = re.search(_NAMED, said)
    return ContentProblem(name, " ".join(table), named["field"] if named else field, said)


def _inside(value: Any, step: str) -> Any:
    if isinstance(value, list) and step.isdigit() and int(step) < len(value):
        return value[int(step)]
    return value.get(step) if isinstance(value, dict) else None


def _name(row: dict[str, Any], step: str) -> str:
    known = next((row[key] for key in ("id", "term", "kind") if isinstance(row.get(key), str)), "")
    number = f"number {int(step) + 1}" if step.isdigit() else step
    return str(known) or number
