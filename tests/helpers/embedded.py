"""Whether the fonts in a document can draw, and name, all that is written with them."""

import struct

import pikepdf

from tests.helpers.marked_text import unicode_table


def font_faults(pdf):
    """What is wrong with the fonts that the pages use, in words."""
    for page in pdf.pages:
        for font, codes in _used(page, page).items():
            yield from _faults(pdf.get_object(font), codes)


def _used(drawn, page):
    """The codes shown with each font on a page or in what it draws, by the font's number."""
    resources = drawn.get("/Resources", page.Resources)
    fonts, used, font = resources.get("/Font", {}), {}, None
    for operands, operator in pikepdf.parse_content_stream(drawn):
        name = str(operator)
        if name == "Tf":
            font = fonts[str(operands[0])].objgen
        elif name in {"Tj", "TJ", "'", '"'}:
            shown = operands[-1]
            strings = shown if isinstance(shown, pikepdf.Array) else [shown]
            codes = {c for each in strings if isinstance(each, pikepdf.String) for c in bytes(each)}
            used[font] = used.get(font, set()) | codes
        elif name == "Do":
            form = resources.XObject[str(operands[0])]
            if form.get("/Subtype") == "/Form":
                for inner, codes in _used(form, page).items():
                    used[inner] = used.get(inner, set()) | codes
    return used


def _faults(font, codes):
    name = str(font.get("/BaseFont"))
    file = font.get("/FontDescriptor", {}).get("/FontFile2")
    if file is None:
        yield f"{name} is not embedded"
        return
    meant = unicode_table(font)
    if any(code not in meant or meant[code] in {"", "\ufffd", "\0"} for code in codes):
        yield f"{name} draws what has no letter"
    tables = _tables(file.read_bytes())
    glyphs, widths = _glyphs(tables), _widths(tables)
    first = int(font.FirstChar)
    for code in codes:
        glyph = glyphs.get(code, 0)
        if not glyph:
            yield f"{name} draws a box for {code}"
        elif abs(float(font.Widths[code - first]) - widths(glyph)) > 1:
            yield f"{name} says a wrong width of {code}"


def _tables(data):
    """The tables of a TrueType file by name."""
    count = struct.unpack_from(">H", data, 4)[0]
    found = {}
    for at in range(count):
        name, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * at)
        found[name] = data[start : start + length]
    return found


def _glyphs(tables):
    """The glyph of each code, by the one table of the kind that ReportLab writes (format 6)."""
    cmap = tables[b"cmap"]
    start = struct.unpack_from(">L", cmap, 8)[0]
    kind, _, _, first, count = struct.unpack_from(">HHHHH", cmap, start)
    assert kind == 6, f"cmap of format {kind}"
    return {
        first + at: glyph
        for at, glyph in enumerate(struct.unpack_from(f">{count}H", cmap, start + 10))
    }


def _widths(tables):
    """A function that gives the width of a glyph, in thousandths."""
    upem = struct.unpack_from(">H", tables[b"head"], 18)[0]
    count = struct.unpack_from(">H", tables[b"hhea"], 34)[0]

    def width(glyph):
        at = 4 * min(glyph, count - 1)
        return struct.unpack_from(">H", tables[b"hmtx"], at)[0] * 1000 / upem

    return width
