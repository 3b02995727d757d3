"""The same content by WeasyPrint, from HTML and CSS."""

from html import escape
from itertools import groupby

import weasyprint  # type: ignore[import-not-found]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-not-found]

from benchmarks import paper_content
from benchmarks.paper_content import Block
from spinecounsel.document.fonts import FAMILIES, file_of

_TAGS = {"H1": "h1", "H2": "h2", "H3": "h3", "H4": "h4", "P": "p", "LI": "p"}
_STYLE = """
@page { size: A4; margin: 21mm 18mm 20mm; @bottom-right { content: "Page " counter(page) } }
body { font-family: FAMILIES; font-size: SIZE; line-height: 1.38; margin: 0 }
p, h1, h2, h3, h4 { margin: 0 0 .3em } h2, h3, h4 { break-after: avoid }
h1 { font-size: 2.1em } h2 { font-size: 1.48em; margin-top: 1em }
h3 { font-size: 1.14em; margin-top: .75em } h4 { font-size: 1.05em; margin-top: .45em }
table { width: 100%; border-collapse: collapse }
td { vertical-align: top; border-bottom: .5pt solid grey }
"""


def made(blocks: tuple[Block, ...], size: float) -> bytes:
    """Give the pages, their text ``size`` points high."""
    fonts = FontConfiguration()
    looks = _STYLE.replace("FAMILIES", _families()).replace("SIZE", f"{size}pt")
    style = weasyprint.CSS(string=_faces() + looks, font_config=fonts)
    page = weasyprint.HTML(string=f"<html lang=en><body>{_body(blocks)}</body></html>")
    return bytes(page.write_pdf(stylesheets=[style], font_config=fonts))


def _families() -> str:
    return ", ".join(f"'{name}'" for name in FAMILIES)


def _faces() -> str:
    return "".join(
        f"@font-face {{ font-family: '{name}'; font-weight: {weight}; "
        f"src: url('{file_of(name + suffix).as_uri()}') }}"
        for name in FAMILIES
        for suffix, weight in (("", 400), ("-Bold", 700))
    )


def _body(blocks: tuple[Block, ...]) -> str:
    parts: list[str] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if kind == "TR":
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in each.cells) for each in run)
            parts.append(f"<table><tr>{'</tr><tr>'.join(rows)}</tr></table>")
            continue
        for each in run:
            picture = _picture(each)
            if picture:  # beside the words before it
                parts.append(f"<table><tr><td>{parts.pop()}</td><td>{picture}</td></tr></table>")
            else:
                parts.append(f"<{_TAGS[kind]}>{escape(' '.join(each.cells))}</{_TAGS[kind]}>")
    return "".join(parts)


def _picture(block: Block) -> str:
    if block.people:
        high = paper_content.height(block.people)
        paths = {True: "", False: ""}
        for x, y, size, filled in paper_content.squares(block.people):
            paths[filled] += f"M{x:.2f} {high - y - size:.2f}h{size:.2f}v{size:.2f}h-{size:.2f}z"
        drawn = f"<path d='{paths[True]}'/><path d='{paths[False]}' fill='none' stroke='grey'/>"
        return _svg(153, high, drawn)
    if block.signature:
        drawn = paper_content.lines(block.signature)
        path = "".join(f"M{x:.2f} {y:.2f}L{a:.2f} {b:.2f}" for x, y, a, b in drawn)
        return _svg(*paper_content.PAD, f"<path d='{path}' fill='none' stroke='black'/>")
    return ""


def _svg(width: float, height: float, drawn: str) -> str:
    size = f"width='{width:.1f}pt' height='{height:.1f}pt' viewBox='0 0 {width:.1f} {height:.1f}'"
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{drawn}</svg>"
