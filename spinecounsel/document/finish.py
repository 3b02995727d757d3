"""From ReportLab's pages and the tree of nodes to a file after PDF/UA-1 and PDF/A-2a."""

import datetime as dt
import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from spinecounsel.document.metadata import About, colour_profile, xmp
from spinecounsel.document.tagging import Content, Node

_CELLS = {"TD", "TH"}


def finished(pages: bytes, root: Node, about: About) -> bytes:
    """Give the file: ``pages`` with the structure ``root`` and what it says about itself."""
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        _Structure(pdf).write(root)
        _write_catalog(pdf, about)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.7",
        )
        return out.getvalue()


class _Structure:
    """Writes the structure tree, and the lists that lead from a page back to it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]
        self._names: dict[str, Object] = {}

    def write(self, root: Node) -> None:
        """Write the tree under ``root``."""
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree["/K"] = self._element(root, tree)
        numbers: Any = Array()
        for place, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page["/Tabs"] = Name.S
            if owners:
                page["/StructParents"] = place
                found = [owners[number] for number in range(len(owners))]
                numbers.extend([place, self._pdf.make_indirect(Array(found))])
        tree["/ParentTree"] = self._pdf.make_indirect(Dictionary(Nums=numbers))
        tree["/ParentTreeNextKey"] = len(self._pages)
        named = Array()
        for name in sorted(self._names):
            named.extend([String(name), self._names[name]])
        tree["/IDTree"] = self._pdf.make_indirect(Dictionary(Names=named))
        self._pdf.Root["/StructTreeRoot"] = tree
        self._pdf.Root["/MarkInfo"] = Dictionary(Marked=True)

    def _element(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent)
        )
        page = next((each.page for each in node.children if isinstance(each, Content)), None)
        if page is not None:
            element["/Pg"] = self._pages[page]
        for key, text in _texts(node):
            if text:
                element[key] = String(text)
        if node.ident:
            self._names[node.ident] = element
        if node.attributes:
            element["/A"] = Array([_attributes(*each) for each in node.attributes.items()])
        children = [
            self._child(each, element, page) for each in node.children if not _is_empty(each)
        ]
        if children:
            element["/K"] = Array(children)
        return element

    def _child(self, child: Node | Content, parent: Object, page: int | None) -> Object | int:
        if isinstance(child, Node):
            return self._element(child, parent)
        self._owners[child.page][child.number] = parent
        if child.page == page:
            return child.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.number)


def _texts(node: Node) -> tuple[tuple[str, str], ...]:
    return (
        ("/Alt", node.alt),
        ("/ActualText", node.actual),
        ("/T", node.title),
        ("/ID", node.ident),
    )


def _is_empty(child: Node | Content) -> bool:
    """Whether nothing was drawn for a node or anything in it; an empty cell is still a cell."""
    if isinstance(child, Content) or child.kind in _CELLS:
        return False
    return all(_is_empty(each) for each in child.children)


def _attributes(owner: str, values: dict[str, Any]) -> Dictionary:
    made = Dictionary(O=Name(f"/{owner}"))
    for key, value in values.items():
        made[f"/{key}"] = _value(value)
    return made


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return Name(value) if value.startswith("/") else String(value)
    if isinstance(value, list):
        return Array([_value(each) for each in value])
    return round(value, 3)


def _write_catalog(pdf: Pdf, about: About) -> None:
    catalog = pdf.Root
    catalog["/Lang"] = String(about.language)
    catalog["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)
    profile = Stream(pdf, colour_profile())
    profile["/N"] = 3
    meant = String("sRGB IEC61966-2.1")
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=meant,
        Info=meant,
        DestOutputProfile=pdf.make_indirect(profile),
    )
    catalog["/OutputIntents"] = Array([pdf.make_indirect(intent)])
    metadata = Stream(pdf, xmp(about))
    metadata["/Type"], metadata["/Subtype"] = Name.Metadata, Name.XML
    catalog["/Metadata"] = pdf.make_indirect(metadata)
    when = String(f"D:{about.when.astimezone(dt.UTC):%Y%m%d%H%M%SZ}")
    pdf.trailer["/Info"] = pdf.make_indirect(
        Dictionary(
            Title=String(about.title),
            Author=String(about.author),
            Subject=String(about.subject),
            Creator=String(about.program),
            Producer=String(about.producer),
            CreationDate=when,
            ModDate=when,
        )
    )
