"""The text of marked content, read with nothing but the file's own tables.

It knows neither how the documents are made nor the library that shows them.
"""

import re

import pikepdf

_SHOWN = {"Tj", "TJ", "'", '"'}
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


class MarkedText:
    """Gives the words of structure elements."""

    def __init__(self, document):
        self._pages = {page.objgen: at for at, page in enumerate(document.pages)}
        self._texts = {}
        tables = {}
        for at, page in enumerate(document.pages):
            self._read(at, page, tables)

    def of(self, element):
        """The text that an element itself holds, not what lies in elements inside."""
        inside = element.get("/K", pikepdf.Array())
        found = []
        for child in inside if isinstance(inside, pikepdf.Array) else [inside]:
            page, number = element.get("/Pg"), child
            if isinstance(child, pikepdf.Dictionary):
                if "/MCID" not in child:
                    continue
                page, number = child.get("/Pg", page), child.MCID
            found.append(self._texts.get((self._pages[page.objgen], int(number)), ""))
        return "".join(found)

    def _read(self, at, page, tables):
        fonts = page.Resources.get("/Font", {})
        table, number = {}, None
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "BDC":
                number = operands[1].get("/MCID") if len(operands) > 1 else None
            elif name == "EMC":
                number = None
            elif name == "Tf":
                table = _table(fonts[str(operands[0])], tables)
            elif name in _SHOWN and number is not None:
                key = (at, int(number))
                self._texts[key] = self._texts.get(key, "") + _decoded(operands[-1], table)


def _decoded(shown, table):
    strings = shown if isinstance(shown, pikepdf.Array) else [shown]
    strings = [bytes(each) for each in strings if isinstance(each, pikepdf.String)]
    return "".join(table.get(code, "\ufffd") for each in strings for code in each)


def _table(font, tables):
    """The characters by code of a font, from its ToUnicode."""
    if font.objgen not in tables:
        tables[font.objgen] = unicode_table(font)
    return tables[font.objgen]


def unicode_table(font):
    """What the codes of a simple font mean; nothing where it does not say."""
    if "/ToUnicode" not in font:
        return {}
    found = {}
    for kind, body in _SECTION.findall(font.ToUnicode.read_bytes()):
        groups = _TOKEN.findall(body)
        found.update(_characters(groups) if kind == b"bfchar" else _ranges(groups))
    return found


def _characters(tokens):
    codes = [digits for digits, _, _ in tokens]
    return {int(code, 16): _text(text) for code, text in zip(codes[::2], codes[1::2], strict=True)}


def _ranges(tokens):
    found, at = {}, 0
    while at < len(tokens):
        first, last = (int(tokens[at + place][0], 16) for place in (0, 1))
        if tokens[at + 2][1]:
            listed = [digits for digits, _, _ in tokens[at + 3 : at + 4 + last - first]]
            found |= {first + place: _text(each) for place, each in enumerate(listed)}
            at += 5 + last - first
        else:
            start = _text(tokens[at + 2][0])
            for place in range(last - first + 1):
                found[first + place] = start[:-1] + chr(ord(start[-1]) + place)
            at += 3
    return found


def _text(digits):
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
