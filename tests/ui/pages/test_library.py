"""The list of consultations."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from spinecounsel.frozen import replaced
from spinecounsel.viewing.library import Filter, Listed, library_view
from ui.pages.library.page import LibraryPage
from ui.pages.library.row import found_runs
from ui.theme.theme import theme
from ui.widgets.icons import KindMark
from ui.widgets.text import Text

NOW = dt.datetime(2026, 11, 24, 10, 30, tzinfo=dt.UTC)


def listed(ident, status):
    return Listed(
        id=ident,
        name=f"Patient {ident}",
        number=f"N-{ident}",
        born=dt.date(1958, 3, 14),
        consulted=NOW,
        status=status,
        options=("Radiosurgery",),
    )


def view(text="", chosen=Filter.EVERYTHING, *, rows=(("a", "draft"), ("b", "provided"))):
    every = tuple(listed(*row) for row in rows)
    return library_view(every, text=text, chosen=chosen, now=NOW)


@pytest.fixture
def page(qtbot):
    made = LibraryPage()
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show_view(view())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def part(page, name, kind=QWidget):
    return page.findChild(kind, f"library.{name}")


def test_a_row_is_named_whole_and_picked_as_draft_or_record(qtbot, page):
    assert part(page, "row.b").accessibleName() == (
        "Patient b, N-b · born 14 March 1958, Today, 10:30, Radiosurgery, Consent, signed"
    )
    for ident, is_draft in (("a", True), ("b", False)):
        with qtbot.waitSignal(page.picked) as picked:
            part(page, f"row.{ident}").click()
        assert picked.args == [ident, is_draft]


def test_only_a_draft_can_be_thrown_away(qtbot, page):
    assert not part(page, "discard.b").isVisible()
    with qtbot.waitSignal(page.discard_asked) as asked:
        part(page, "discard.a").click()
    assert asked.args == ["a", "Patient a"]


def test_typing_searches_after_a_pause_and_clear_brings_all_back(qtbot, page):
    with qtbot.waitSignal(page.searched) as searched:
        qtbot.keyClicks(part(page, "search"), "rad")
    assert searched.args == ["rad"]
    with qtbot.waitSignal(page.searched) as searched:
        part(page, "clear").click()
    assert searched.args == [""]


def test_arrow_keys_go_from_the_search_to_the_rows_and_back(qtbot, page):
    part(page, "search").setFocus()
    qtbot.keyClick(part(page, "search"), Qt.Key.Key_Down)
    assert part(page, "row.a").hasFocus()
    qtbot.keyClick(part(page, "row.a"), Qt.Key.Key_Down)
    assert part(page, "row.b").hasFocus()
    qtbot.keyClick(part(page, "row.b"), Qt.Key.Key_Up)
    qtbot.keyClick(part(page, "row.a"), Qt.Key.Key_Up)
    assert part(page, "search").hasFocus()


def test_the_same_rows_stay_when_only_the_filter_is_shown_anew(page):
    row = part(page, "row.a")
    page.show_view(view())
    assert part(page, "row.a") is row


def test_a_filter_is_chosen_by_its_chip(qtbot, page):
    with qtbot.waitSignal(page.filtered) as filtered:
        part(page, "filter.drafts", QPushButton).click()
    assert filtered.args == [Filter.DRAFTS]
    assert part(page, "filter.drafts", QPushButton).text() == "Drafts 1"


def test_cleared_it_holds_no_search_and_no_row(page):
    part(page, "search", QLineEdit).setText("Ann")
    page.clear()
    assert part(page, "search", QLineEdit).text() == ""
    assert not [
        w for w in page.findChildren(QWidget) if w.isVisible() and ".row." in w.objectName()
    ]


@pytest.mark.parametrize(
    ("text", "searched", "found"),
    [
        ("Radiosurgery · Watching", "radio", ["Radio"]),
        ("Élodie", "elo", ["Élo"]),
        ("surgery, then radiotherapy", "surg radio", ["surg", "radio"]),
        ("Radiosurgery", "surgery", []),
        ("Anything", "", []),
    ],
)
def test_beginnings_of_words_that_were_searched_are_marked(text, searched, found):
    runs = found_runs(text, searched)
    assert [run.text for run in runs if run.found] == found
    assert "".join(run.text for run in runs) == text


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_is_to_be_talked_through_again_stands_below_the_status_with_a_clock(qapp, page, scale):
    due = replaced(listed("x", "provided"), sealed=NOW - dt.timedelta(days=61), confirm_after=60)
    shown = library_view((due, listed("y", "provided")), text="", chosen=Filter.EVERYTHING, now=NOW)
    page.show_view(shown)
    theme().apply(qapp, scheme="light", text_scale=scale)
    qapp.processEvents()

    def word(row, text):
        words = part(page, f"row.{row}").findChildren(Text)
        return next((each for each in words if each.isVisible() and each.text() == text), None)

    status, again = word("x", "Consent, signed"), word("x", "To talk through again")
    assert word("y", "To talk through again") is None
    assert again.mapTo(page, QPoint()).y() >= status.mapTo(page, QPoint()).y() + status.height()
    assert [mark.kind() for mark in again.parent().findChildren(KindMark)] == ["clock"]
    assert "Signed 61 days ago; this clinic asks" in part(page, "row.x").accessibleName()
