"""What a program sees in a document, and what a listener hears.

``python -m tests.helpers.documents`` writes what is expected of them in ``tests/documents`` anew.
"""

import difflib
import io
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pikepdf
import pypdfium2

from spinecounsel.document import DocumentKind, compose
from tests.helpers import records
from tests.helpers.marked_text import MarkedText

EXPECTED = Path(__file__).parents[1] / "documents"
OUTCOMES = {"refused": records.refused, "postponed": records.postponed}


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
        for child in children(element):
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                yield from walk(child, depth + 1)

    yield from walk(tree.K, 0)


def children(element):
    """What lies in an element: elements, numbers of marked content, references."""
    inside = element.get("/K", pikepdf.Array())
    return list(inside) if isinstance(inside, pikepdf.Array) else [inside]


def structure(document):
    """What a listener hears in reading order: an element a line, indented, with its words.

    Parts of one paragraph are parted by ``|``; the words for a picture stand in brackets.
    """
    with opened(document) as pdf:
        marked = MarkedText(pdf)
        lines = []
        for depth, kind, element in elements(pdf):
            if kind != "Span":
                own = " ".join(_own_words(element, marked).split())
                lines.append(f"{'  ' * depth}{kind} {own}".rstrip())
    return "\n".join(lines) + "\n"


def heard(document):
    """All words in reading order, with one space between them; pictures say what they show."""
    return " ".join(" ".join(passage.split()) for passage in spoken(document))


def spoken(document, without=()):
    """The words of each element in reading order, those of its parts not told apart.

    What stands instead of the drawn text (``ActualText``) is taken for it; elements of the kinds
    ``without`` are left out.
    """
    with opened(document) as pdf:
        marked = MarkedText(pdf)
        said = []
        for _, kind, element in elements(pdf):
            if kind not in {"Span", *without}:
                said.append(_own_words(element, marked, between=" "))
    return [own for own in said if own]


def _own_words(element, marked, between=" | "):
    if "/ActualText" in element:
        return str(element.ActualText)
    if "/Alt" in element:
        return f"[{element.Alt}]"
    spans = [
        _own_words(each, marked, between)
        for each in children(element)
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Span"
    ]
    return between.join([each for each in (marked.of(element), *spans) if each.strip()])


def reading(kind):
    """What is heard of the document of the made-up record, as it is kept in a file."""
    return _kept(structure(compose(records.given(), kind)))


def reading_by_poppler(kind, folder):
    """What ``pdfinfo -struct-text`` reads in it; None where poppler is not installed."""
    if shutil.which("pdfinfo") is None:
        return None
    file = folder / "document.pdf"
    file.write_bytes(compose(records.given(), kind))
    said = subprocess.run(
        ["pdfinfo", "-struct-text", str(file)], capture_output=True, check=True
    ).stdout
    # Titles are printed as they lie in the file; numbers of objects and sizes are nobody's matter.
    plain = said.decode("utf-8", "replace").replace("\0", "")
    return _kept(re.sub(r"(?m) \d+ 0$| <\w+>(?=[ :])|^ *:? ?/.*\n", "", plain))


def changed_reading(kind, outcome):
    """The lines that another outcome of the same talk takes away (-) and adds (+)."""
    other = _kept(structure(compose(OUTCOMES[outcome](), kind)))
    found = difflib.ndiff(reading(kind).splitlines(), other.splitlines())
    return "".join(f"{line}\n" for line in found if line[0] in "-+")


def _kept(said):
    """The fingerprint of a record changes with every word in it: it is not kept."""
    return re.sub(r"\b[0-9a-f]{64}\b", "(fingerprint)", said)


def expected(folder):
    """What must be read in the documents, by the name of its file, where it can be made here."""
    found = {}
    for kind in DocumentKind:
        found[f"{kind}.txt"] = reading(kind)
        found[f"{kind}.pdfinfo.txt"] = reading_by_poppler(kind, folder)
        for outcome in OUTCOMES:
            found[f"{kind}-{outcome}.txt"] = changed_reading(kind, outcome)
    return {name: said for name, said in found.items() if said is not None}


def main():
    """Write all of it anew."""
    with tempfile.TemporaryDirectory() as folder:
        said = expected(Path(folder))
    for name, written in said.items():
        (EXPECTED / name).write_text(written, "utf-8")


if __name__ == "__main__":
    main()
