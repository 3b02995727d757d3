"""A document as a listener meets it: read back from the file's own structure, in reading order."""

import ctypes
import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from spinecounsel.document.passage import Passage

_HEADS = {"/H1": 1, "/H2": 2, "/H3": 3, "/H4": 4}
_PARTS = {"/P", "/Figure", "/LI", "/TR", *_HEADS}
_CELLS = {"/TH", "/TD"}


def read(document: bytes) -> tuple[Passage, ...]:
    """Give what is read aloud of a tagged document; nothing of one without tags."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return ()
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return tuple(_Reader(pages, _marked(document)).read(pdf.Root.StructTreeRoot.K))


class _Reader:
    """Walks the tree; ``pages`` are numbers by object, ``marked`` the text of marked content."""

    def __init__(
        self, pages: dict[tuple[int, int], int], marked: dict[tuple[int, int], str]
    ) -> None:
        self._pages, self._marked = pages, marked

    def read(self, element: pikepdf.Object) -> Iterator[Passage]:
        """Give the passages in an element."""
        kind = str(element.S)
        if kind == "/TR":
            cells = [each for each in _children(element) if _kind(each) in _CELLS]
            yield Passage(
                kind="TR",
                cells=tuple(self._words(each) for each in cells),
                head=all(_kind(each) == "/TH" for each in cells),
            )
        elif kind in _PARTS:
            if words := self._words(element):
                yield Passage(kind=kind[1:], cells=(words,))
        else:
            for child in _children(element):
                if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                    yield from self.read(child)

    def _words(self, element: pikepdf.Object) -> str:
        for instead in ("/ActualText", "/Alt"):
            if instead in element:
                return str(element[instead])
        parts = [self._part(each, element.get("/Pg")) for each in _children(element)]
        blank = " " if _kind(element) in {"/LI", "/TH", "/TD", "/P"} else ""
        # What runs on over a page brings its own space at the end.
        return " ".join(blank.join(part for part in parts if part.strip()).split())

    def _part(self, child: Any, page: pikepdf.Object | None) -> str:
        if isinstance(child, pikepdf.Dictionary):
            if "/S" in child:
                return self._words(child)
            if "/MCID" not in child:
                return ""
            page, child = child.Pg, child.MCID
        if page is None:
            return ""
        return self._marked.get((self._pages[page.objgen], int(child)), "")


def _children(element: pikepdf.Object) -> list[Any]:
    """Give elements, numbers of marked content and references, as they stand there."""
    children: Any = element.get("/K", [])
    return list(children) if isinstance(children, pikepdf.Array) else [children]


def _kind(element: Any) -> str:
    return str(element.get("/S", "")) if isinstance(element, pikepdf.Dictionary) else ""


def _marked(document: bytes) -> dict[tuple[int, int], str]:
    """Give the text of each marked-content sequence by page and number."""
    found: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(document) as pdf:
        for place, page in enumerate(pdf):
            texts = page.get_textpage()
            for drawn in page.get_objects(max_depth=1):
                number = raw.FPDFPageObj_GetMarkedContentID(drawn.raw)
                if number >= 0 and drawn.type == raw.FPDF_PAGEOBJ_TEXT:
                    key = (place, number)
                    found[key] = found.get(key, "") + _text(drawn, texts)
    return found


def _text(drawn: pypdfium2.PdfObject, texts: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(drawn.raw, texts.raw, None, 0)
    kept = ctypes.create_string_buffer(size)
    into = ctypes.cast(kept, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFTextObj_GetText(drawn.raw, texts.raw, into, size)
    return kept.raw.decode("utf-16-le").rstrip("\0")
