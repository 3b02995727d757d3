"""Paper leaves the program: to a printer as pictures, or to a file that people choose."""

from PySide6.QtCore import QObject, QRectF, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from spinecounsel.wording import say
from ui.cabinet import Cabinet

PRINT_DPI = 300


class Printing(QObject):
    """Prints documents, and asks where to save them.

    ``said(sentence)`` says how far printing is; ``file_chosen(name)`` where to save.
    """

    said = Signal(str)
    file_chosen = Signal(str)

    def __init__(self, parent: QObject, cabinet: Cabinet, *, across: bool = False) -> None:
        """Print pages upright, or ``across``."""
        super().__init__(parent)
        self._cabinet, self._across = cabinet, across
        self._printer: QPrinter | None = None
        self._document = b""

    def ask_printer(self, window: QWidget, document: bytes) -> None:
        """Let people choose a printer, then print ``document``."""
        self._document = document
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._across:
            self._printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(self._printer, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_printer_chosen)
        QDialog.open(dialog)  # a print dialog's own open() wants a receiver

    def ask_file(self, window: QWidget, ident: str, name: str) -> None:
        """Let people choose where to save a PDF; ``ident`` names the dialog, ``name`` the file."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(window, say("Save as PDF"), folder, say("PDF (*.pdf)"))
        dialog.setObjectName(ident)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.file_chosen)
        dialog.open()

    def forget(self) -> None:
        """Print nothing that was asked for before."""
        self._document = b""

    def _on_printer_chosen(self) -> None:
        if not self._document:
            return
        self.said.emit(say("Printing ..."))
        self._cabinet.pictures(
            self._document, dpi=PRINT_DPI, done=self._on_pictures, failed=self.said.emit
        )

    def _on_pictures(self, pages: tuple[bytes, ...]) -> None:
        if self._printer is None:
            return
        painter = QPainter()
        if not painter.begin(self._printer):
            self.said.emit(
                say("The printer did not take the document. Nothing was lost: try another printer.")
            )
            return
        for number, png in enumerate(pages):
            if number:
                self._printer.newPage()
            image = QImage.fromData(png)
            painter.drawImage(QRectF(painter.viewport()), image)
        painter.end()
        self.said.emit(say("Sent to the printer."))
