"""What a program sees in a document.

``python -m tests.helpers.documents`` writes the expected structures in ``tests/documents`` anew.
"""

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2

from spinecounsel.document import compose
from tests.helpers import records

EXPECTED = Path(__file__).parents[1] / "documents"
EXPECTED_OF = {
    "given": records.given,
    "refused": records.refused,
    "postponed": records.postponed,
}


def pages(document):
    """The text of each page, as a program reads it."""
    with pypdfium2.PdfDocument(document) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def text(document):
    """The text of all pages, lines joined as they are: a space must stand at each line's end."""
    return "".join(pages(document)).replace("\r\n", "")


def words(document):
    """The text of all pages with one space between words."""
    return re.sub(r"\s+", " ", " ".join(pages(document)))


def opened(document):
    """The document for pikepdf."""
    return pikepdf.open(io.BytesIO(document))


def elements(document):
    """Each structure element as (depth, kind, element), in reading order."""
    tree = document.Root.StructTreeRoot

    def walk(element, depth):
        yield depth, str(element.S)[1:], element
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                yield from walk(child, depth + 1)

    yield from walk(tree.K, 0)


def structure(document):
    """Headings, tables, figures ... one a line, with what is said of them."""
    with opened(document) as pdf:
        lines = []
        for depth, kind, element in elements(pdf):
            said = element.get("/T") or element.get("/Alt") or ""
            if kind != "Span":
                lines.append(f"{'  ' * depth}{kind} {said}".rstrip())
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for name, record in EXPECTED_OF.items():
        (EXPECTED / f"{name}.txt").write_text(structure(compose(record())), "utf-8")
