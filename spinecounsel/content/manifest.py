"""Which files make a pack, and the digest that names exactly these words and numbers."""

import hashlib
from pathlib import Path

from spinecounsel.content.reading import PACK_FILE, file_bytes

FILES = (
    PACK_FILE,
    "sources.toml",
    "concepts.toml",
    "context.toml",
    "pathways.toml",
    "glossary.toml",
    "questions.toml",
    "general.toml",
    "values.toml",
    "scores.toml",
)
"""The files that every pack has, beside one ``options/<id>.toml`` for each option."""

OPTIONS = "options"


def option_files(folder: Path) -> tuple[str, ...]:
    """Give the names of the option files, relative to ``folder``, in order of their names."""
    names = (path.name for path in (folder / OPTIONS).glob("*.toml"))
    return tuple(f"{OPTIONS}/{name}" for name in sorted(names) if not name.startswith("."))


def read_files(folder: Path) -> dict[str, bytes]:
    """Give the bytes of each of the pack's files by name, in order, with LF as line ends.

    Raises ``ContentProblem`` for a file that is missing or cannot be read.
    """
    found = {}
    for name in (*FILES, *option_files(folder)):
        found[name] = file_bytes(folder, name)
    return found


def digest(folder: Path) -> str:
    """Give the SHA-256 (hex) over names and bytes of the pack's files, in order.

    Line ends are taken as LF, so that a checkout on Windows has the same digest.  ``notes.md`` is
    for reviewers and does not count.  Raises ``ContentProblem`` as ``read_files`` does.
    """
    return digest_of(read_files(folder))


def digest_of(files: dict[str, bytes]) -> str:
    """Give the digest of files already read.

    Names and lengths are hashed with the bytes, so nothing can move from one file to another
    unseen.
    """
    total = hashlib.sha256()
    for name, content in files.items():
        total.update(f"{name}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()
