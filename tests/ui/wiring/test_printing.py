"""Pages on their way to a printer, here one that writes a file."""

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from spinecounsel.document import compose
from tests.helpers import records
from tests.helpers.packs import shipped_pack
from ui.cabinet import Cabinet
from ui.tasks import Worker
from ui.wiring.printing import Printing


@pytest.fixture
def printing(qapp, tmp_path, clock):
    worker = Worker()
    made = Printing(worker, Cabinet(tmp_path / "vault", worker, shipped_pack(), clock))
    made.heard = []
    made.said.connect(made.heard.append)
    yield made
    worker.close()


@pytest.fixture
def printer(tmp_path):
    made = QPrinter()
    made.setResolution(60)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def printed(printing, printer, document):
    printing.print_on(printer, document)
    for _ in range(40):
        printing.parent().settle()
    with pypdfium2.PdfDocument(printer.outputFileName()) as pdf:
        return [pdf.get_page_size(number) for number in range(len(pdf))]


def test_each_page_is_printed_in_its_size(printing, printer):
    document = compose(records.given())
    with pypdfium2.PdfDocument(document) as pdf:
        count = len(pdf)
    sizes = printed(printing, printer, document)
    assert len(sizes) == count
    assert sizes[0] == pytest.approx((595, 842), abs=1)
    assert printing.heard[1] == f"Printing page 1 of {count} ..."
    assert printing.heard[-1] == "Sent to the printer."


def test_only_the_pages_that_were_asked_for(printing, printer):
    printer.setFromTo(2, 3)
    assert len(printed(printing, printer, compose(records.given()))) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said(printing, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    printing.print_on(printer, compose(records.given()))
    for _ in range(6):
        printing.parent().settle()
    assert printing.heard[-1].startswith("The printer stopped taking pages.")
