"""The manual that comes with the program: its chapters, and which of them a screen is about."""

import sys
import tomllib
from functools import cache
from pathlib import Path

import msgspec

from spinecounsel.frozen import Frozen
from spinecounsel.paths import resources_folder
from spinecounsel.viewing.manual_text import Block, read_chapter


class Chapter(Frozen, frozen=True, kw_only=True):
    """A chapter: its id, the title and the blocks."""

    id: str
    title: str
    blocks: tuple[Block, ...]


class ChapterGroup(Frozen, frozen=True, kw_only=True):
    """Chapters under one heading of the list."""

    title: str
    chapters: tuple[Chapter, ...]


class Manual(Frozen, frozen=True, kw_only=True):
    """All chapters, and by the names of screens those that are about them."""

    groups: tuple[ChapterGroup, ...]
    screens: dict[str, str]
    folder: Path

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters in the order in which they are read."""
        return tuple(chapter for group in self.groups for chapter in group.chapters)

    def chapter(self, ident: str) -> Chapter:
        """Give the chapter of that id; ``KeyError`` when there is none."""
        return next(each for each in self.chapters if each.id == ident)

    def about(self, *screens: str) -> str:
        """Give the id of the chapter on the first of ``screens`` that has one, else the first."""
        found = (self.screens[screen] for screen in screens if screen in self.screens)
        return next(found, self.chapters[0].id)

    def picture(self, name: str) -> Path:
        """Give the file of a picture."""
        return self.folder / "pictures" / name


class _Entry(Frozen, frozen=True, kw_only=True):
    """A group as the manifest has it."""

    title: str
    chapters: tuple[str, ...]


class _Manifest(Frozen, frozen=True, kw_only=True):
    """The order of the chapters, and the screens that lead to them."""

    group: tuple[_Entry, ...]
    screens: dict[str, str]


@cache
def the_manual() -> Manual:
    """Give the manual that comes with the program; it is read once."""
    return load_manual(resources_folder() / "manual", mac=sys.platform == "darwin")


def load_manual(folder: Path, *, mac: bool = False) -> Manual:
    """Read the manual in ``folder``; ``mac`` names the keys as they are called there."""
    text = (folder / "manual.toml").read_text("utf-8")
    manifest = msgspec.convert(tomllib.loads(text), _Manifest)
    groups = tuple(
        ChapterGroup(
            title=entry.title,
            chapters=tuple(_read(folder, ident, mac=mac) for ident in entry.chapters),
        )
        for entry in manifest.group
    )
    return Manual(groups=groups, screens=manifest.screens, folder=folder)


def _read(folder: Path, ident: str, *, mac: bool) -> Chapter:
    title, blocks = read_chapter((folder / f"{ident}.md").read_text("utf-8"), mac=mac)
    return Chapter(id=ident, title=title, blocks=blocks)
