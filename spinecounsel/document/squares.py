"""A QR code as rows of squares, dark or light, without the white border that it needs."""

from typing import Any

Squares = tuple[tuple[bool, ...], ...]
_MASK = 0


def squares_of(text: str) -> Squares:
    """Give the squares that say ``text``: always the same for the same text."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    # What a mask breaks up is digits of a fingerprint: weighing all eight would take a tenth of
    # the time of the whole paper, and readers take any.
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)  # noqa: FBT003 - its only way: not a trial
    return tuple(tuple(bool(each) for each in row) for row in code.modules)
