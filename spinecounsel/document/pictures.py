"""Pages of a document as pictures, for the preview and the printer."""

import io

import pypdfium2  # type: ignore[import-untyped]


def pictures(document: bytes, dots_per_inch: int) -> tuple[bytes, ...]:
    """Give each page as a PNG."""
    with pypdfium2.PdfDocument(document) as pdf:
        return tuple(_picture(page, dots_per_inch / 72) for page in pdf)


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    out = io.BytesIO()
    bitmap = page.render(scale=scale)
    bitmap.to_pil().save(out, "PNG")
    bitmap.close()
    page.close()
    return out.getvalue()
