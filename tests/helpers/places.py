"""Where the elements of a document lie on its pages."""

from dataclasses import dataclass

import pikepdf
import pypdfium2
from pypdfium2 import raw

from tests.helpers import documents


@dataclass(frozen=True)
class Part:
    """What lies together of an element: ``lines`` are the baselines of its text from above."""

    page: int
    left: float
    top: float
    lines: tuple[float, ...]


@dataclass(frozen=True)
class Placed:
    """A heading, paragraph, figure ... in reading order, and its parts."""

    kind: str
    said: str
    parts: tuple[Part, ...]


def placed(document):
    """Each element that has content of its own (or in spans), in reading order."""
    lying = _lying(document)
    with documents.opened(document) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return [
            Placed(kind, _said(element), parts)
            for _, kind, element in documents.elements(pdf)
            if kind != "Span" and (parts := tuple(_parts(element, pages, lying)))
        ]


def _said(element):
    return str(element.get("/T") or element.get("/Alt") or element.get("/ActualText") or "")


def _parts(element, pages, lying):
    for child in documents.children(element):
        page, number = element.get("/Pg"), child
        if isinstance(child, pikepdf.Dictionary):
            if child.get("/S") == "/Span":
                yield from _parts(child, pages, lying)
            if "/MCID" not in child:
                continue
            page, number = child.Pg, child.MCID
        found = lying.get((pages[page.objgen], int(number)), [])
        lines = sorted({round(low, 1) for _, low in found}, reverse=True)
        if found:
            left = min(left for left, _ in found)
            yield Part(pages[page.objgen], left, lines[0], tuple(lines))


def _lying(document):
    """Left edge and baseline (or lower edge) of each object, by page and marked content."""
    found = {}
    with pypdfium2.PdfDocument(document) as pdf:
        for place, page in enumerate(pdf):
            for drawn in page.get_objects(max_depth=1):
                number = raw.FPDFPageObj_GetMarkedContentID(drawn.raw)
                if number >= 0:
                    left, low, _, _ = drawn.get_bounds()
                    if drawn.type == raw.FPDF_PAGEOBJ_TEXT:
                        matrix = drawn.get_matrix()
                        left, low = matrix.e, matrix.f
                    found.setdefault((place, number), []).append((left, low))
    return found
