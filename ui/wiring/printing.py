"""Paper leaves the program by a printer, page by page."""

from functools import partial

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from spinecounsel.wording import say
from ui.cabinet import Cabinet

DPI = 300
POINTS = 72  # in an inch
Sizes = tuple[tuple[float, float], ...]


class Printing(QObject):
    """Prints documents; ``said(sentence)`` says how far it is, or what went wrong.

    ``printed(bytes)`` when the last page of a document went to the printer.
    """

    said = Signal(str)
    printed = Signal(bytes)

    def __init__(self, parent: QObject, cabinet: Cabinet) -> None:
        super().__init__(parent)
        self._cabinet = cabinet
        self._printer: QPrinter | None = None
        self._job: _Job | None = None
        self._document = b""

    def ask_printer(self, window: QWidget, document: bytes) -> None:
        """Let people choose a printer and pages, then print ``document``."""
        self._document = document
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_printer_chosen)
        QDialog.open(dialog)  # a print dialog's own open() wants a receiver

    def print_on(self, printer: QPrinter, document: bytes) -> None:
        """Print the pages that ``printer`` is set to, all if to none; ``said`` says how it goes."""
        self._printer, self._document = printer, document
        self.said.emit(say("Printing ..."))
        self._cabinet.sizes(document, done=partial(self._on_sizes, document), failed=self.said.emit)

    def forget(self) -> None:
        """Print nothing more of what was asked for before."""
        self._document = b""
        self._end()

    def _on_printer_chosen(self) -> None:
        if self._document and self._printer is not None:
            self.print_on(self._printer, self._document)

    def _on_sizes(self, document: bytes, sizes: Sizes) -> None:
        if document is not self._document or self._printer is None:
            return
        self._end()
        self._job = _Job(self._printer, sizes)
        self._next()

    def _next(self) -> None:
        job = self._job
        if job is None:
            return
        if not job.left:
            self._end()
            self.said.emit(say("Sent to the printer."))
            self.printed.emit(self._document)
            return
        number = job.left[0]
        self.said.emit(say("Printing page {n} of {all} ...", n=number + 1, all=job.pages))
        self._cabinet.picture(
            self._document,
            number,
            job.pixels(number),
            done=partial(self._on_picture, job),
            failed=self._on_failed,
        )

    def _on_picture(self, job: "_Job", png: bytes) -> None:
        if job is not self._job:
            return
        if job.take(QImage.fromData(png)):
            self._next()
        else:
            self._on_failed(
                say(
                    "The printer stopped taking pages. The document is unharmed: look at the "
                    "printer, or try another one."
                )
            )

    def _on_failed(self, sentence: str) -> None:
        self._end()
        self.said.emit(sentence)

    def _end(self) -> None:
        if self._job is not None:
            self._job.end()
        self._job = None


class _Job:
    """One document on its way to a printer; ``left`` are the pages (from 0) still to come."""

    def __init__(self, printer: QPrinter, sizes: Sizes) -> None:
        self._printer, self._sizes = printer, sizes
        self._painter = QPainter()
        self.pages = len(sizes)
        first = max(1, printer.fromPage())
        last = min(printer.toPage() or self.pages, self.pages)
        self.left = list(range(first - 1, last))

    def pixels(self, number: int) -> int:
        """Give how wide the picture of a page has to be."""
        return round(self._sizes[number][0] / POINTS * min(DPI, self._printer.resolution()))

    def take(self, picture: QImage) -> bool:
        """Print the next page; whether the printer took it."""
        number = self.left.pop(0)
        self._turn(self._sizes[number])
        if self._painter.isActive():
            taken = self._printer.newPage()
        else:
            self._printer.setFullPage(True)
            taken = self._painter.begin(self._printer)
        if taken:
            ground = QRectF(self._painter.viewport())
            size = QSizeF(picture.size()).scaled(ground.size(), Qt.AspectRatioMode.KeepAspectRatio)
            self._painter.drawImage(QRectF(ground.topLeft(), size), picture)
        return taken and self._printer.printerState() is not QPrinter.PrinterState.Error

    def end(self) -> None:
        """Give the printer free."""
        if self._painter.isActive():
            self._painter.end()

    def _turn(self, size: tuple[float, float]) -> None:
        """Turn the paper to the page: most stand upright, a table may lie across."""
        across = size[0] > size[1]
        way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(way)
