from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from spinecounsel.document import page_as_png
from spinecounsel.viewing.recovery import recovery_sheet
from ui.wiring.code_printing import draw_lines, print_code

CODE = "WQWXJ-2N86X-TXFPW-XV8TE-AFFT3-PVN30-YTFKP"


def test_the_sheet_is_one_page_with_all_lines_on_it(qtbot, tmp_path):
    made = []
    for lines in (("", "", "", "", ""), recovery_sheet(CODE, "clinic", "2026-11-26")):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(tmp_path / f"{len(made)}.pdf"))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        draw_lines(printer, lines)
        made.append((tmp_path / f"{len(made)}.pdf").read_bytes())
    empty, full = (page_as_png(pdf, 0, width=600) for pdf in made)
    assert len(full) > 2 * len(empty), "there is something on it"
    assert made[1].count(b"/Type /Page\n") == 1


def test_a_printer_is_asked_for_and_cancelling_prints_nothing(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    print_code(window, CODE, "clinic")
    dialog = window.findChild(QPrintDialog)
    assert dialog.objectName() == "recovery.printer"
    dialog.reject()
