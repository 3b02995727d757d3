"""From ReportLab's pages and the tree of nodes to a file after PDF/UA-1 and PDF/A-3a."""

import datetime as dt
import io
import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from spinecounsel.document.metadata import About, colour_profile, xmp
from spinecounsel.document.tagging import Area, Content, Node
from spinecounsel.record.kinds import file_inside
from spinecounsel.wording import say

SEAL_FIELD = "Seal"
_CELLS = {"TD", "TH"}
_SEEN_AND_PRINTED, _LOCKED = 4, 128  # flags of annotations
_BARE_NUMBER = re.compile(rb"<([0-9A-F]{5,6})>")


def finished(pages: bytes, root: Node, about: About, record: bytes = b"") -> bytes:
    """Give the file: ``pages`` with the structure ``root`` and what it says about itself.

    With a ``record`` (canonical JSON) inside, there is also an empty field for its seal.
    """
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        if record:
            field = root.child("Form", alt=_of_the_seal())
            field.children.append(Area(len(pdf.pages) - 1, (0, 0, 0, 0)))
            _attach(pdf, record, about)
        _Structure(pdf).write(root)
        _spell_letters(pdf)
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
        self._of_areas: list[Object] = []
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
        for place, owner in enumerate(self._of_areas, start=len(self._pages)):
            numbers.extend([place, owner])
        tree["/ParentTree"] = self._pdf.make_indirect(Dictionary(Nums=numbers))
        tree["/ParentTreeNextKey"] = len(self._pages) + len(self._of_areas)
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
        page = next((each.page for each in node.children if not isinstance(each, Node)), None)
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

    def _child(
        self, child: Node | Content | Area, parent: Object, page: int | None
    ) -> Object | int:
        if isinstance(child, Node):
            return self._element(child, parent)
        if isinstance(child, Area):
            return self._area(child, parent)
        self._owners[child.page][child.number] = parent
        if child.page == page:
            return child.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.number)

    def _area(self, area: Area, parent: Object) -> Object:
        """Put an area on its page, known to the tree and the tree known to it."""
        page = self._pages[area.page]
        made = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Rect=Array([round(each, 2) for each in area.box]),
                P=page,
                StructParent=len(self._pages) + len(self._of_areas),
            )
        )
        self._of_areas.append(parent)
        if area.url:
            made["/Subtype"], made["/F"] = Name.Link, _SEEN_AND_PRINTED
            made["/Border"] = Array([0, 0, 0])
            made["/Contents"] = String(area.url)
            made["/A"] = Dictionary(S=Name.URI, URI=String(area.url))
        else:
            made["/Subtype"], made["/F"] = Name.Widget, _SEEN_AND_PRINTED | _LOCKED
            made["/FT"], made["/T"] = Name.Sig, String(SEAL_FIELD)
            made["/TU"] = String(_of_the_seal())
            self._pdf.Root["/AcroForm"] = Dictionary(Fields=Array([made]), SigFlags=0)
        if "/Annots" not in page:
            page["/Annots"] = Array()
        page["/Annots"].append(made)
        return Dictionary(Type=Name.OBJR, Obj=made, Pg=page)


def _spell_letters(pdf: Pdf) -> None:
    """Write letters beyond U+FFFF in UTF-16, as readers expect: ReportLab writes bare numbers."""
    for font in pdf.pages[0].Resources.Font.values():
        table = font.ToUnicode.read_bytes()
        spelled = _BARE_NUMBER.sub(_in_utf_16, table)
        if spelled != table:
            font.ToUnicode.write(spelled)


def _in_utf_16(number: re.Match[bytes]) -> bytes:
    letter = chr(int(number[1], 16))
    return b"<%s>" % letter.encode("utf-16-be").hex().upper().encode()


def _of_the_seal() -> str:
    return say("The seal of this document")


def _attach(pdf: Pdf, record: bytes, about: About) -> None:
    """Put the record into the file, as what its pages were made from."""
    name = file_inside(about.keywords)
    inside = Stream(pdf, record)
    inside["/Type"], inside["/Subtype"] = Name.EmbeddedFile, Name("/application/json")
    inside["/Params"] = Dictionary(Size=len(record), ModDate=_date(about))
    lies = pdf.make_indirect(inside)
    spec = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(name),
            UF=String(name),
            Desc=String(say("The record, for programs to read")),
            AFRelationship=Name.Source,
            EF=Dictionary(F=lies, UF=lies),
        )
    )
    pdf.Root["/AF"] = Array([spec])
    named = Dictionary(Names=Array([String(name), spec]))
    if "/Names" not in pdf.Root:
        pdf.Root["/Names"] = Dictionary()
    pdf.Root["/Names"]["/EmbeddedFiles"] = named


def _texts(node: Node) -> tuple[tuple[str, str], ...]:
    return (
        ("/Alt", node.alt),
        ("/ActualText", node.actual),
        ("/T", node.title),
        ("/ID", node.ident),
    )


def _is_empty(child: Node | Content | Area) -> bool:
    """Whether nothing was drawn for a node or anything in it; an empty cell is still a cell."""
    if not isinstance(child, Node) or child.kind in _CELLS:
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
    pdf.trailer["/Info"] = pdf.make_indirect(
        Dictionary(
            Title=String(about.title),
            Author=String(about.author),
            Subject=String(about.subject),
            Creator=String(about.program),
            Producer=String(about.producer),
            Keywords=String(about.keywords),
            CreationDate=_date(about),
            ModDate=_date(about),
        )
    )


def _date(about: About) -> String:
    return String(f"D:{about.when.astimezone(dt.UTC):%Y%m%d%H%M%SZ}")
