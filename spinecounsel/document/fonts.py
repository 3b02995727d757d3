"""The bundled fonts, and which one draws a word."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from spinecounsel.document.characters import JOINERS, NO_BREAK, clusters
from spinecounsel.paths import fonts_folder

# Each stands in for those before it where they lack a letter.
FAMILIES = {
    "Body": ("AtkinsonHyperlegibleNext_400Regular", "AtkinsonHyperlegibleNext_700Bold"),
    "Source": ("SourceSans3_400Regular", "SourceSans3_700Bold"),
    "DejaVu": ("DejaVuSans", "DejaVuSans-Bold"),
    "Arabic": ("NotoSansArabic_400Regular", "NotoSansArabic_700Bold"),
    "Devanagari": ("NotoSansDevanagari_400Regular", "NotoSansDevanagari_700Bold"),
}
BASE = "Body"
# Languages with letters that the first family lacks are set in the second one as a whole.
_IN_SOURCE = {"be", "bg", "el", "kk", "mk", "mn", "ru", "sr", "uk", "vi"}
_BLANK = {" ", NO_BREAK, "\n"}


def file_of(name: str) -> Path:
    """Give the file of a font by the name of its family, with ``-Bold`` behind for the bold one."""
    family, _, bold = name.partition("-")
    return fonts_folder() / f"{FAMILIES[family][bool(bold)]}.ttf"


@cache
def font(name: str) -> TTFont:
    """Give a font, loaded when a character first needs it."""
    loaded = TTFont(name, str(file_of(name)))
    pdfmetrics.registerFont(loaded)
    return loaded


def plain_width(name: str, text: str) -> float:
    """Give the width of a text whose letters stand side by side, at a size of one point."""
    face = font(name).face
    widths, default = face.charWidths, face.defaultWidth
    return float(sum([widths.get(ord(each), default) for each in text]) / 1000)


class Fonts:
    """Chooses fonts for the words of one document, and notes what none can draw."""

    def __init__(self, language: str = "en") -> None:
        self.base = "Source" if language.partition("-")[0] in _IN_SOURCE else BASE
        """The family that the document's own words are set in."""
        self._faces: dict[tuple[str, bool], tuple[tuple[str, str], ...]] = {}
        self._simple: dict[bool, set[str]] = {False: set(_BLANK), True: set(_BLANK)}
        self.missing: dict[str, str] = {}
        """Each character that no font has, and the word that it was first met in."""

    def faces(self, word: str, *, bold: bool) -> tuple[tuple[str, str], ...]:
        """Give ``word`` in parts, each with the name of the font that draws it.

        The whole word in one font where there is one for it.
        """
        key = (word, bold)
        if key not in self._faces:
            suffix = "-Bold" if bold else ""
            simple = self._simple[bold]
            whole = self.base + suffix
            if not simple.issuperset(word):
                whole = next(self._covering(word, suffix), "")
                if whole == self.base + suffix:
                    simple.update(word)
            parts = ((whole, word),) if whole else tuple(self._parts(word, suffix))
            self._faces[key] = parts
        return self._faces[key]

    def _parts(self, word: str, suffix: str) -> Iterator[tuple[str, str]]:
        chosen = [
            (name, each)
            for cluster in clusters(word)
            for name, each in self._of_cluster(cluster, word, suffix)
        ]
        for name, run in groupby(chosen, key=lambda pair: pair[0]):
            yield name, "".join(each for _, each in run)

    def _of_cluster(self, cluster: str, word: str, suffix: str) -> Iterator[tuple[str, str]]:
        if whole := next(self._covering(cluster, suffix), ""):
            yield whole, cluster
            return
        for each in cluster:
            name = next(self._covering(each, suffix), "")
            if not name:
                self.missing.setdefault(each, word)
            yield name or self.base + suffix, each

    def _covering(self, text: str, suffix: str) -> Iterator[str]:
        needed = {ord(each) for each in text if each not in _BLANK and each not in JOINERS}
        if any(unicodedata.category(chr(each)) == "Co" for each in needed):
            return  # what a private character looks like is anybody's guess
        for family in _preferred(text, self.base):
            if needed <= font(family + suffix).face.charToGlyph.keys():
                yield family + suffix


def _preferred(text: str, base: str) -> tuple[str, ...]:
    """Give the families in the order to try: the font made for a script before the others."""
    first = text[:1]
    if "\u0600" <= first <= "\u08ff" or "\ufb50" <= first <= "\ufdff":
        base = "Arabic"
    return (base, *(each for each in FAMILIES if each != base))
