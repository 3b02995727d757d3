"""The page of the sealed record."""

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from spinecounsel.document import Passage
from spinecounsel.viewing.finished import FinishedView, kinds_made
from ui.pages.finished import FinishedPage
from ui.widgets.text import Text

A4 = (595.0, 842.0)
VIEW = FinishedView(
    patient="Ann Sample",
    lines=(("Agreed to", "Radiosurgery"),),
    signers=("Ann Sample, patient", "Dr Ada Beispiel, clinician"),
    events=("Sealed and filed today",),
    shown="record",
    carries="The file also carries the record",
    warns=False,
    ways=(("paper", "Given on paper"), ("file", "Given as a file")),
    fingerprint="f54eda",
)


@pytest.fixture
def page(qtbot):
    made = FinishedPage(kinds_made())
    qtbot.addWidget(made)
    made.resize(1138, 624)
    made.show_view(VIEW)
    made.show()
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
    page.shelf.show_document((A4, A4))
    assert {"Ann Sample", "Radiosurgery", "Page 1 of 2"} <= set(words(page).split("\n"))
    names = [widget.accessibleName() for widget in page.findChildren(QWidget)]
    assert "Page 2 of 2" in names


def test_only_pages_in_sight_are_asked_for_and_again_when_they_are_larger(qtbot, page):
    asked = []
    page.shelf.page_wanted.connect(lambda number, width: asked.append((number, width)))
    page.shelf.show_document((A4,) * 30)
    qtbot.waitUntil(lambda: len(asked) > 0)
    first = dict(asked)
    assert set(first) <= {0, 1, 2}
    page.findChild(QWidget, "finished.larger").click()
    qtbot.waitUntil(lambda: dict(asked)[0] > first[0])
    page.shelf.preview.verticalScrollBar().setValue(10**6)
    qtbot.waitUntil(lambda: 29 in dict(asked))
    assert "Page 30 of 30" in words(page)


def test_the_document_can_be_read_as_text(qtbot, page):
    page.shelf.show_document((A4,))
    with qtbot.waitSignal(page.shelf.words_wanted):
        page.findChild(QWidget, "finished.show.words").click()
    page.shelf.show_words(
        (
            Passage(kind="H1", cells=("Consent <given>",)),
            Passage(kind="TR", cells=("Permission", "Answer"), head=True),
            Passage(kind="TR", cells=("Blood", "Yes")),
            Passage(kind="LI", cells=("1. I understand.",)),
        )
    )
    told = page.shelf.told
    assert [line for line in told.toPlainText().split("\n") if line] == [
        *("Consent <given>", "Permission", "Answer", "Blood", "Yes", "1. I understand.")
    ]
    assert told.document().firstBlock().blockFormat().headingLevel() == 1


def test_the_name_goes_into_the_file_name_only_when_asked_for(qtbot, page):
    with qtbot.waitSignal(page.export_asked) as first:
        page.findChild(QWidget, "finished.export").click()
    page.findChild(QWidget, "finished.named").click()
    with qtbot.waitSignal(page.export_asked) as second:
        page.findChild(QWidget, "finished.export").click()
    assert (first.args, second.args) == ([False], [True])


def test_it_says_how_a_document_was_given(qtbot, page):
    with qtbot.waitSignal(page.given) as given:
        page.findChild(QWidget, "finished.given.file").click()
    assert given.args == ["file"]


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("export", "export_asked"),
        ("print", "print_asked"),
        ("close", "closed"),
    ],
)
def test_each_button_says_what_is_wanted(qtbot, page, button, signal):
    with qtbot.waitSignal(getattr(page, signal)):
        page.findChild(QWidget, f"finished.{button}").click()


def test_nothing_of_the_record_stays_once_it_is_cleared(page):
    page.shelf.show_document((A4,))
    page.shelf.preview.show_page(0, picture())
    page.shelf.show_words((Passage(kind="P", cells=("Ann",)),))
    page.say_busy("Saved: Ann.pdf")
    page.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "Ann" not in words(page) + page.shelf.told.toPlainText()
    assert not [w for w in page.findChildren(QWidget) if "Page 1 of" in w.accessibleName()]
