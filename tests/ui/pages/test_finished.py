"""The page of the sealed record."""

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.finished import FinishedView
from ui.pages.finished import FinishedPage
from ui.widgets.text import Text

VIEW = FinishedView(
    title="Consent is recorded and sealed",
    patient="Ann Sample",
    lines=(("Agreed to", "Radiosurgery"),),
    signers=("Ann Sample, patient", "Dr Ada Beispiel, clinician"),
    events=("Sealed and filed today",),
    file_name="consent.pdf",
    fingerprint="f54eda",
)


@pytest.fixture
def page(qtbot):
    made = FinishedPage()
    qtbot.addWidget(made)
    made.show_view(VIEW)
    return made


def words(page):
    return "\n".join(text.text() for text in page.findChildren(Text))


def picture():
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(21, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def test_it_shows_the_decision_the_signers_and_the_pages(page):
    page.show_pages((picture(), picture()))
    assert {"Ann Sample", "Radiosurgery", "2 pages"} <= set(words(page).split("\n"))
    names = [widget.accessibleName() for widget in page.findChildren(QWidget)]
    assert "Page 2 of 2" in names


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("export", "export_asked"),
        ("print", "print_asked"),
        ("copy", "copy_given"),
        ("close", "closed"),
    ],
)
def test_each_button_says_what_is_wanted(qtbot, page, button, signal):
    with qtbot.waitSignal(getattr(page, signal)):
        page.findChild(QWidget, f"finished.{button}").click()


def test_nothing_of_the_record_stays_once_it_is_cleared(page):
    page.show_pages((picture(),))
    page.say_busy("Saved: Ann.pdf")
    page.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "Ann" not in words(page)
    assert not [w for w in page.findChildren(QWidget) if "Page" in w.accessibleName()]
