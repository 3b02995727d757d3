"""The page that checks files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from spinecounsel.viewing.sealer import Sealer, sealer_view
from spinecounsel.viewing.verify import Checked, verify_view
from ui.pages.verify.page import VerifyPage
from ui.widgets.text import Text

GOOD = Checked(name="a.pdf", state="as sealed", reason="As it was.", number="N-1", kind="record")
BAD = Checked(name="b.pdf", state="changed", reason="Something was added.")

SITE = Sealer(is_site=True, name="Spine Hospital", root_name="Root", problem="It ended.")


@pytest.fixture
def page(qtbot):
    made = VerifyPage()
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show_view(verify_view((), waiting=0))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def part(page, name, kind=QWidget):
    return page.findChild(kind, f"verify.{name}")


def dropped(*urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def test_a_row_is_read_out_whole(page):
    page.show_view(verify_view((GOOD, BAD), waiting=0))
    row = part(page, "row.1")
    assert row.accessibleName() == "a.pdf: As it was sealed"
    assert row.accessibleDescription() == (
        "As it was. Document: Consent record. Record number: N-1."
    )
    assert part(page, "row.2").accessibleName() == "b.pdf: Changed"
    assert part(page, "status", Text).text() == "2 files: 1 changed, 1 as sealed."


def test_rows_that_were_there_stay_while_others_come(page):
    page.show_view(verify_view((GOOD,), waiting=1))
    first = part(page, "row.1")
    first.setFocus()
    page.show_view(verify_view((GOOD, BAD), waiting=0))
    assert part(page, "row.1") is first
    assert first.hasFocus()


def test_the_focus_goes_to_what_was_found_unless_it_is_elsewhere(page):
    page.initial_focus().setFocus()
    page.show_view(verify_view((GOOD, BAD), waiting=0))
    page.lead_to_rows()
    assert part(page, "row.1").hasFocus()
    part(page, "close").setFocus()
    page.lead_to_rows()
    assert part(page, "close").hasFocus()


def test_what_seals_is_read_out_whole_and_stands_below_the_files(page):
    page.show_view(verify_view((GOOD,), waiting=0))
    page.sealer.show_view(sealer_view(SITE))
    card = part(page, "sealer")
    assert card.accessibleName() == "What seals documents here"
    told = card.accessibleDescription()
    for words in ("The clinic’s own certificate seals", "It ended.", "Root certificate: Root."):
        assert words in told
    page.show_view(verify_view((GOOD, BAD), waiting=0))
    QTest.qWait(0)
    assert part(page, "row.2").y() < card.y()


def test_the_own_key_can_be_taken_back_only_from_a_site(page):
    page.sealer.show_view(sealer_view(SITE))
    assert part(page, "own").isVisible()
    page.sealer.show_view(sealer_view(Sealer()))
    assert not part(page, "own").isVisible()
    shown = [text.text() for text in page.sealer.findChildren(Text) if text.isVisible()]
    assert "Spine Hospital" not in shown


def test_what_is_said_of_the_key_comes_into_sight(page):
    page.resize(900, 300)
    page.sealer.show_view(sealer_view(SITE))
    page.sealer.say("Saved.")
    said = part(page, "said", Text)
    assert not said.visibleRegion().isEmpty()
    page.sealer.clear()
    assert not part(page, "sealer").isVisible()


def test_buttons_say_what_is_wanted(qtbot, page):
    page.sealer.show_view(sealer_view(SITE))
    for name, signal in (
        ("choose", page.choose_asked),
        ("close", page.closed),
        ("root", page.sealer.root_asked),
        ("site", page.sealer.site_asked),
        ("own", page.sealer.own_asked),
    ):
        with qtbot.waitSignal(signal):
            part(page, name, QPushButton).click()


def test_files_can_be_dropped_on_it(qtbot, page, tmp_path):
    local = QUrl.fromLocalFile(str(tmp_path / "a.pdf")).toString()
    data = dropped(local, "https://example.org/b.pdf")
    entered = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dragEnterEvent(entered)
    assert entered.isAccepted()
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.files_given) as given:
        page.dropEvent(event)
    assert given.args == [(Path(tmp_path / "a.pdf"),)]


def test_cleared_it_names_no_file(page):
    page.show_view(verify_view((GOOD, BAD), waiting=0))
    page.clear()
    shown = [text.text() for text in page.findChildren(Text) if text.isVisible()]
    assert not any("pdf" in text or "checked" in text for text in shown)
