"""The bundled fonts: which one draws a word, and the shapes of joined letters."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from spinecounsel.document.characters import JOINERS, NO_BREAK, clusters
from spinecounsel.paths import fonts_folder

if TYPE_CHECKING:
    import uharfbuzz  # type: ignore[import-untyped]

# Each stands in for those before it where they lack a letter.
FAMILIES = {
    "Body": ("AtkinsonHyperlegibleNext_400Regular", "AtkinsonHyperlegibleNext_700Bold"),
    "Source": ("SourceSans3_400Regular", "SourceSans3_700Bold"),
    "DejaVu": ("DejaVuSans", "DejaVuSans-Bold"),
    "Arabic": ("NotoSansArabic_400Regular", "NotoSansArabic_700Bold"),
    "Devanagari": ("NotoSansDevanagari_400Regular", "NotoSansDevanagari_700Bold"),
}
BASE = "Body"
_BLANK = {" ", NO_BREAK, "\n"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape of joined letters: a character of the font that stands for it, and its place."""

    character: str
    across: float
    up: float
    advance: float


class Fonts:
    """The fonts of one document, loaded when a character first needs them.

    Made anew for each document: a font gives shapes of joined letters numbers in order of their
    first use, and the same record has to give the same bytes.
    """

    def __init__(self) -> None:
        self._loaded: dict[str, TTFont] = {}
        self._shapers: dict[str, uharfbuzz.Font] = {}
        self._faces: dict[tuple[str, bool], tuple[tuple[str, str], ...]] = {}
        self.missing: dict[str, str] = {}
        """Each character that no font has, and the word that it was first met in."""

    def font(self, name: str) -> TTFont:
        """Give a font by the name of its family, with ``-Bold`` behind it for the bold one."""
        if name not in self._loaded:
            family, _, bold = name.partition("-")
            file = fonts_folder() / f"{FAMILIES[family][bool(bold)]}.ttf"
            self._loaded[name] = TTFont(name, str(file))
            pdfmetrics.registerFont(self._loaded[name])
        return self._loaded[name]

    def faces(self, word: str, *, bold: bool) -> tuple[tuple[str, str], ...]:
        """Give ``word`` in parts, each with the name of the font that draws it.

        The whole word in one font where there is one for it.
        """
        key = (word, bold)
        if key not in self._faces:
            suffix = "-Bold" if bold else ""
            whole = next(self._covering(word, suffix), "")
            parts = ((whole, word),) if whole else tuple(self._parts(word, suffix))
            self._faces[key] = parts
        return self._faces[key]

    def width(self, font: str, text: str, size: float) -> float:
        """Give the width of ``text`` whose letters do not change beside others."""
        return self.font(font).stringWidth(text, size)

    def glyphs(self, font: str, text: str, size: float, *, right_to_left: bool) -> list[Glyph]:
        """Give the shapes of ``text`` from left to right."""
        import uharfbuzz

        loaded: Any = self.font(font)
        if font not in self._shapers:
            self._shapers[font] = loaded.hbFont()
        shaper = self._shapers[font]
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        uharfbuzz.shape(shaper, buffer)
        scale = size / loaded.hbFace.upem
        return [
            Glyph(
                character=_character(loaded, shaper, info.codepoint, place.x_advance),
                across=place.x_offset * scale,
                up=place.y_offset * scale,
                advance=place.x_advance * scale,
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

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
            yield name or BASE + suffix, each

    def _covering(self, text: str, suffix: str) -> Iterator[str]:
        needed = {ord(each) for each in text if each not in _BLANK and each not in JOINERS}
        if any(unicodedata.category(chr(each)) == "Co" for each in needed):
            return  # private characters are ours: they name shapes of joined letters
        for family in _preferred(text):
            if needed <= self.font(family + suffix).face.charToGlyph.keys():
                yield family + suffix


def _preferred(text: str) -> tuple[str, ...]:
    """Give the families in the order to try: the font made for a script before the others."""
    first = text[:1]
    if "\u0600" <= first <= "\u08ff" or "\ufb50" <= first <= "\ufdff":
        return ("Arabic", *(each for each in FAMILIES if each != "Arabic"))
    return tuple(FAMILIES)


def _character(font: Any, shaper: "uharfbuzz.Font", glyph: int, advance: int) -> str:
    """Give the character that draws a glyph; a private one where the font has none for it."""
    known = font.face.glyphToChar.get(glyph)
    if known:
        return chr(known[0])
    wide = advance * 1000 / font.hbFace.upem
    return chr(font.hbAddPrivate(shaper.glyph_to_string(glyph), glyph, wide))
