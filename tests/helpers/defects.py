"""Defects to plant in a document, so that a check is known to be able to fail.

Each changes one thing that PDF/UA-1 or PDF/A-3a asks for.
"""

import re

from pikepdf import Array, Dictionary, Name, String

from tests.helpers.documents import elements
from tests.helpers.sealed import rewritten


def planted(document):
    """The document with each defect, by its name."""
    return {name: rewritten(document, change) for name, change in DEFECTS.items()}


def _first(pdf, kind):
    return next(each for _, other, each in elements(pdf) if other == kind)


def _every(pdf, kind):
    return [each for _, other, each in elements(pdf) if other == kind]


def _no_language(pdf):
    del pdf.Root.Lang


def _odd_language(pdf):
    pdf.Root.Lang = String("not a language!")


def _not_marked(pdf):
    pdf.Root.MarkInfo.Marked = False


def _title_not_shown(pdf):
    del pdf.Root.ViewerPreferences


def _metadata(*parts):
    def change(pdf):
        said = pdf.Root.Metadata.read_bytes()
        for part in parts:
            found = re.sub(part, b"", said, flags=re.DOTALL)
            assert found != said
            said = found
        pdf.Root.Metadata.write(said)

    return change


def _no_output_intent(pdf):
    del pdf.Root.OutputIntents


def _no_order_of_fields(pdf):
    del pdf.pages[-1].Tabs


def _script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _figure_without_words(pdf):
    del _first(pdf, "Figure").Alt


def _skipped_level(pdf):
    _first(pdf, "H2").S = Name.H4


def _row_outside_table(pdf):
    _first(pdf, "TBody").S = Name.Sect


def _item_outside_list(pdf):
    _first(pdf, "L").S = Name.Sect


def _unknown_kind(pdf):
    _first(pdf, "P").S = Name.Paragraph


def _cells_without_heads(pdf):
    for each in (*_every(pdf, "TH"), *_every(pdf, "TD")):
        if "/A" in each:
            del each.A


def _drawn(pattern, instead):
    """Change what is drawn on the first page where there is such a thing."""

    def change(pdf):
        for page in pdf.pages:
            page.contents_coalesce()
            drawn = page.Contents.read_bytes()
            found = re.sub(pattern, instead, drawn, count=1, flags=re.DOTALL)
            if found != drawn:
                page.Contents.write(found)
                return
        raise AssertionError(pattern)

    return change


_P = rb"(/P <</MCID \d+>> BDC)(.*?)EMC"
_ARTIFACT = rb"/Artifact <</Type /Layout>> BDC(.*?)EMC"


def _fonts(pdf):
    return [
        pdf.pages[0].Resources.Font[name] for name in sorted(pdf.pages[0].Resources.Font.keys())
    ]


def _font_not_embedded(pdf):
    for font in _fonts(pdf):
        del font.FontDescriptor.FontFile2


def _letters_without_meaning(pdf):
    for font in _fonts(pdf):
        del font.ToUnicode


def _wrong_widths(pdf):
    for font in _fonts(pdf):
        font.Widths = Array([123] * len(font.Widths))


def _field_outside(pdf):
    del pdf.Root.AcroForm.Fields[0].StructParent
    _first(pdf, "Form").S = Name.Div


def _unknown_link(pdf):
    place = Array([90, 90, 190, 190])
    action = Dictionary(S=Name.URI, URI=String("https://example.org"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=place, F=4, A=action)
    page = pdf.pages[0]
    page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(link)])


def _no_field_words(pdf):
    del pdf.Root.AcroForm.Fields[0].TU


def _record(*keys):
    """Take away what the file that lies inside says of itself."""

    def change(pdf):
        spec = pdf.Root.AF[0]
        for key in keys:
            if key in spec:
                del spec[key]
            else:
                del spec.EF.F[key]

    return change


def _record_not_of_the_document(pdf):
    del pdf.Root.AF


def _content_of_nobody(pdf):
    """A paragraph that is drawn, but left out of the tree."""
    (parent,) = {each.P.objgen for each in _every(pdf, "H1")}
    above = pdf.get_object(parent)
    above.K = Array([each for each in above.K if each.get("/S") != "/P"])


DEFECTS = {
    "no language": _no_language,
    "no such language": _odd_language,
    "not marked as tagged": _not_marked,
    "title not shown": _title_not_shown,
    "no title in the metadata": _metadata(rb"<dc:title>.*?</dc:title>"),
    "does not claim PDF/UA": _metadata(rb"<pdfuaid:part>1</pdfuaid:part>"),
    "does not claim PDF/A": _metadata(rb"<pdfaid:part>3</pdfaid:part>"),
    "no extension schema": _metadata(rb"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>"),
    "no output intent": _no_output_intent,
    "fields in no order": _no_order_of_fields,
    "script at opening": _script,
    "figure without words": _figure_without_words,
    "level of heading skipped": _skipped_level,
    "row outside a table": _row_outside_table,
    "item outside a list": _item_outside_list,
    "unknown kind of element": _unknown_kind,
    "cells without heads": _cells_without_heads,
    "text without a tag": _drawn(_P, rb"\2"),
    "decoration not marked": _drawn(_ARTIFACT, rb"\1"),
    "text inside decoration": _drawn(_P, rb"/Artifact BMC \1\2EMC EMC"),
    "font not embedded": _font_not_embedded,
    "letters without meaning": _letters_without_meaning,
    "wrong widths": _wrong_widths,
    "field outside the structure": _field_outside,
    "unknown link": _unknown_link,
    "record without relation": _record("/AFRelationship"),
    "record without kind": _record("/Subtype"),
    "record without a name": _record("/UF"),
    "record of no document": _record_not_of_the_document,
    "field without words": _no_field_words,
    "content of nobody": _content_of_nobody,
}
