"""What PDF/UA-1 and PDF/A-3a ask for, as far as a few hundred lines can see it without Java.

``faults(document)`` names what is wrong, nothing for a file that is as it should be.  veraPDF knows
far more rules (``tests.helpers.vera``); this runs everywhere.
"""

import re

import pikepdf

from tests.helpers.documents import children, elements, opened
from tests.helpers.embedded import font_faults

_DRAWS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
_INSIDE = {
    "THead": {"Table"},
    "TBody": {"Table"},
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
}
_MAY_HOLD = {
    "Table": {"THead", "TBody"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
}
_KINDS = {"Document", "Sect", "Div", "P", "Span", "Figure", "Form", "Link", "Table", "L", *_INSIDE}
_KINDS |= {f"H{level}" for level in range(1, 7)}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_IDENTITY = (
    "<pdfuaid:part>1<",
    "<pdfaid:part>3<",
    "<pdfaid:conformance>A<",
    "<pdfaExtension:schemas>",
    "<dc:title>",
)


def faults(document):
    """All that is wrong with a document, in words."""
    with opened(document) as pdf:
        every = list(elements(pdf)) if "/StructTreeRoot" in pdf.Root else []
        return [
            *_of_catalog(pdf),
            *_of_pages(pdf),
            *_of_owners(pdf),
            *_of_elements(every),
            *_of_headings([kind for _, kind, _ in every]),
            *_of_tables(every),
            *_of_annotations(pdf),
            *_of_attachments(pdf),
            *font_faults(pdf),
        ]


def _of_catalog(pdf):
    root = pdf.Root
    if not _LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "the document has no language"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "the document does not say that it is tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown"
    if not str(pdf.docinfo.get("/Title", "")):
        yield "the document has no title"
    if [str(each.get("/S")) for each in root.get("/OutputIntents", [])] != ["/GTS_PDFA1"]:
        yield "the document has no output intent"
    if "/OpenAction" in root or "/AA" in root or "/JavaScript" in root.get("/Names", {}):
        yield "something happens when the document is opened"
    said = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    yield from (f"the metadata lack {part}" for part in _IDENTITY if part not in said)


def _of_pages(pdf):
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: the order of fields is not that of the structure"
        stack = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BDC", "BMC"}:
                if stack:
                    yield f"page {number}: {operands[0]} lies in {stack[-1]}"
                stack.append(str(operands[0]))
            elif name == "EMC":
                stack.pop()
            elif name in _DRAWS and not stack:
                yield f"page {number}: {name} is neither content nor decoration"


def _of_owners(pdf):
    """What is marked on a page belongs to the element that names it, and the other way."""
    if "/StructTreeRoot" not in pdf.Root:
        yield "the document has no structure"
        return
    numbers = list(pdf.Root.StructTreeRoot.get("/ParentTree", {}).get("/Nums", []))
    owners = {int(key): owner for key, owner in zip(numbers[::2], numbers[1::2], strict=True)}
    marked = set()
    for number, page in enumerate(pdf.pages):
        listed = owners.get(int(page.get("/StructParents", -1)), [])
        for content in _marked(page):
            if content >= len(listed):
                yield f"page {number + 1}: content {content} belongs to nothing"
            else:
                marked.add((listed[content].objgen, number, content))
    places = {page.objgen: number for number, page in enumerate(pdf.pages)}
    named = {each for _, _, element in elements(pdf) for each in _named(element, places)}
    yield from (
        f"page {page + 1}: content {n} is not in its element" for _, page, n in marked - named
    )
    yield from (f"page {page + 1}: content {n} is not there" for _, page, n in named - marked)


def _marked(page):
    return [
        int(operands[1].MCID)
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "BDC" and "/MCID" in operands[1]
    ]


def _named(element, places):
    for child in children(element):
        if not isinstance(child, pikepdf.Dictionary):
            yield element.objgen, places[element.Pg.objgen], int(child)
        elif "/MCID" in child:
            yield element.objgen, places[child.Pg.objgen], int(child.MCID)


def _of_elements(every):
    above = {}
    for depth, kind, element in every:
        above[depth] = kind
        parent = above.get(depth - 1, "")
        if kind not in _KINDS:
            yield f"{kind} is no kind of element"
        if parent not in _INSIDE.get(kind, {parent}):
            yield f"{kind} lies in {parent}"
        if parent in _MAY_HOLD and kind not in _MAY_HOLD[parent]:
            yield f"{parent} holds {kind}"
        if kind == "Figure":
            if not str(element.get("/Alt", "")).strip():
                yield "a figure has no words"
            if not any("/BBox" in each for each in element.get("/A", [])):
                yield "a figure has no place"


def _of_headings(kinds):
    levels = [int(kind[1]) for kind in kinds if re.fullmatch("H[1-6]", kind)]
    if levels.count(1) != 1:
        yield f"there are {levels.count(1)} headings of the first level"
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"


def _of_tables(every):
    """Each cell knows its heads: by their names, or because heads say what they stand over."""
    scopes = [_attribute(element, "/Scope") for _, kind, element in every if kind == "TH"]
    names = {str(e.ID) for _, kind, e in every if kind == "TH" and "/ID" in e}
    if None in scopes:
        yield "a head does not say what it stands over"
    for _, kind, element in every:
        headers = _attribute(element, "/Headers") if kind == "TD" else None
        if headers is not None and not {str(each) for each in headers} <= names:
            yield "a cell names a head that is not there"
        if kind == "Table":
            inside = {str(each.S) for each in children(element)}
            if "/THead" in inside and "/TBody" not in inside:
                yield "a table has a head but no rows"


def _attribute(element, name):
    return next((each[name] for each in element.get("/A", []) if name in each), None)


def _of_annotations(pdf):
    numbers = list(pdf.Root.get("/StructTreeRoot", {}).get("/ParentTree", {}).get("/Nums", []))
    owners = {int(key): owner for key, owner in zip(numbers[::2], numbers[1::2], strict=True)}
    for page in pdf.pages:
        for each in page.get("/Annots", []):
            kind = str(each.Subtype)
            owner = owners.get(int(each.get("/StructParent", -1)))
            if owner is None or owner.get("/S") != {"/Widget": "/Form", "/Link": "/Link"}.get(kind):
                yield f"{kind} is in no element"
            elif not any(
                isinstance(child, pikepdf.Dictionary)
                and child.get("/Type") == "/OBJR"
                and child.Obj.objgen == each.objgen
                for child in children(owner)
            ):
                yield f"{kind} is not in its element"
            if not str(each.get("/TU" if kind == "/Widget" else "/Contents", "")):
                yield f"{kind} has no words"
            if int(each.get("/F", 0)) & 0b100011 or not int(each.get("/F", 0)) & 4:
                yield f"{kind} is not printed"


def _of_attachments(pdf):
    named = pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    specs = [each for each in named if isinstance(each, pikepdf.Dictionary)]
    if [each.objgen for each in specs] != [each.objgen for each in pdf.Root.get("/AF", [])]:
        yield "the record is not a file of this document"
    if len(specs) != 1:
        yield f"{len(specs)} files lie in the document"
    for spec in specs:
        file = spec.get("/EF", {}).get("/F", {})
        if spec.get("/AFRelationship") != "/Source":
            yield "the record does not say what it is to the document"
        if not {"/F", "/UF"} <= set(spec.keys()):
            yield "the record has no name"
        if file.get("/Subtype") != "/application/json":
            yield "the record does not say of what kind it is"
        if "/ModDate" not in file.get("/Params", {}):
            yield "the record has no date"
