"""A recovery code goes to a printer, and nowhere else: no file, no preview."""

import datetime as dt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from spinecounsel.viewing.recovery import recovery_sheet
from ui.theme.theme import theme

SIZES = (20, 12, 20, 12, 12)  # points, line by line
GAP = 0.6  # of a line


def print_code(window: QWidget, code: str, vault: str) -> None:
    """Let people choose a printer for the sheet with ``code``."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    dialog.setObjectName("recovery.printer")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    lines = recovery_sheet(code, vault, dt.datetime.now(dt.UTC).astimezone().date().isoformat())

    def draw() -> None:
        draw_lines(printer, lines)

    dialog.accepted.connect(draw)
    QDialog.open(dialog)  # a print dialog's own open() wants a receiver


def draw_lines(printer: QPrinter, lines: tuple[str, ...]) -> None:
    """Write ``lines`` on one page."""
    painter = QPainter()
    if not painter.begin(printer):
        return
    page = printer.pageRect(QPrinter.Unit.DevicePixel)
    width, top = page.width(), page.height() * 0.08
    for line, points in zip(lines, SIZES, strict=True):
        font = QFont(theme().font("body"))
        font.setPointSizeF(points)
        painter.setFont(font)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading)
        place = QRectF(0, top, width, page.height() - top)
        needed = painter.boundingRect(place, flags, line)
        painter.drawText(place, flags, line)
        top += needed.height() * (1 + GAP)
    painter.end()
