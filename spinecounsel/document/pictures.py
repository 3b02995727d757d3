"""Pages of a document as pictures, for the preview and the printer."""

import io

import pypdfium2  # type: ignore[import-untyped]


def pictures(document: bytes, dots_per_inch: int) -> tuple[bytes, ...]:
    """Give each page as a PNG."""
    with pypdfium2.PdfDocument(document) as pdf:
        return tuple(_picture(page, dots_per_inch / 72) for page in pdf)


def picture(document: bytes, number: int, width: int) -> bytes:
    """Give page ``number`` (from 0) as a PNG, ``width`` pixels wide."""
    with pypdfium2.PdfDocument(document) as pdf:
        page = pdf[number]
        return _picture(page, width / page.get_width())


def sizes(document: bytes) -> tuple[tuple[float, float], ...]:
    """Give width and height of each page, in points."""
    with pypdfium2.PdfDocument(document) as pdf:
        return tuple(pdf.get_page_size(number) for number in range(len(pdf)))


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    out = io.BytesIO()
    bitmap = page.render(scale=scale)
    bitmap.to_pil().save(out, "PNG", compress_level=1)
    bitmap.close()
    page.close()
    return out.getvalue()
