"""The manual as a window: found by keys, whole at any size, and with the place kept."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from spinecounsel.viewing.manual import the_manual
from spinecounsel.viewing.manual_text import Kind
from tests.helpers.layout import faults, pale
from ui.pages.manual.window import ManualWindow
from ui.theme.theme import theme
from ui.widgets.picture import Picture
from ui.widgets.spoken import tell_pictures
from ui.widgets.text import Text

Key = Qt.Key


@pytest.fixture
def manual(qtbot):
    tell_pictures()
    made = ManualWindow(the_manual())
    qtbot.addWidget(made)
    made.resize(1120, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.go_to("walk")
    return made


def part(manual, name):
    """Give the part that is seen; one that was just replaced may still be there."""
    found = manual.findChildren(QWidget, f"manual.{name}")
    assert found, name
    return next((each for each in found if each.isVisible()), found[0])


def words(manual):
    return [text.text() for text in part(manual, "text").findChildren(Text) if text.isVisible()]


def bar(manual):
    return part(manual, "text").verticalScrollBar()


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("chapter", "width", "scale"),
    [
        ("walk", 1120, 1.0),
        ("keyboard", 1120, 1.0),
        ("backup", 1120, 2.0),
        ("keyboard", 900, 2.0),
        ("seals", 700, 1.0),
        ("walk", 720, 2.0),
        ("walk", 560, 2.0),
    ],
)
def test_all_of_it_can_be_read_and_reached(qapp, qtbot, manual, chapter, width, scale):
    theme().apply(qapp, scheme="light", text_scale=scale)
    manual.resize(width, 720)
    manual.go_to(chapter)
    qtbot.wait(1)
    assert list(faults(manual)) == []


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
def test_words_stand_out_in_every_look(qapp, manual, scheme):
    theme().apply(qapp, scheme=scheme, text_scale=1.0)
    QApplication.processEvents()
    assert list(pale(manual)) == []


def test_every_chapter_is_shown_with_its_pictures(manual):
    for chapter in the_manual().chapters:
        manual.go_to(chapter.id)
        assert words(manual)[0] == chapter.title
        wanted = [each.text for each in chapter.blocks if each.kind is Kind.PICTURE]
        shown = part(manual, "text").findChildren(Picture)
        assert [each.accessibleName() for each in shown if each.isVisible()] == wanted


def test_screen_readers_are_told_of_headings_and_pictures(manual):
    roles = {
        QAccessible.queryAccessibleInterface(each).role()
        for each in part(manual, "text").findChildren(QWidget)
        if type(each).__name__ in {"ChapterTitle", "PartTitle", "Picture"} and each.isVisible()
    }
    assert roles == {QAccessible.Role.Heading, QAccessible.Role.Graphic}


def test_a_word_is_found_as_it_is_typed_and_marked_where_it_stands(qtbot, manual):
    part(manual, "text").setFocus()
    press_keys(manual, "Ctrl+F")
    assert QApplication.focusWidget() is part(manual, "search")
    qtbot.keyClicks(part(manual, "search"), "PULLED out")
    qtbot.waitUntil(lambda: manual.findChild(QWidget, "manual.found.0") is not None)
    assert part(manual, "found.0").title.text().endswith("The stick was pulled out")
    assert not part(manual, "found.0").visibleRegion().isEmpty()
    press(Key.Key_Down)
    assert QApplication.focusWidget() is part(manual, "found.0")
    press(Key.Key_Return)
    heading = next(
        each
        for each in part(manual, "text").findChildren(Text)
        if each.text() == "The stick was pulled out"
    )
    assert {run.text for run in heading._runs if run.found} == {"pulled", "out"}
    above = heading.mapTo(part(manual, "text").viewport(), QPoint()).y()
    assert 0 <= above < 40
    assert QApplication.focusWidget() is part(manual, "text")


def test_nothing_found_says_so_and_escape_leads_back_and_then_out(qtbot, manual):
    search = part(manual, "search")
    search.setFocus()
    qtbot.keyClicks(search, "xyzzy")
    qtbot.waitUntil(lambda: manual.findChild(QWidget, "manual.chapter.walk") is None)
    assert "Nothing was found. Try a shorter word." in [
        text.text() for text in manual.findChildren(Text) if text.isVisible()
    ]
    press(Key.Key_Return)
    assert words(manual)[0] == "Step 5: Walk"
    press(Key.Key_Escape)
    assert (search.text(), manual.isVisible()) == ("", True)
    assert part(manual, "chapter.walk").isChecked()
    assert not part(manual, "chapter.walk").visibleRegion().isEmpty()
    press(Key.Key_Escape)
    assert not manual.isVisible()


def test_arrows_go_along_the_chapters_and_back_to_the_search(manual):
    part(manual, "search").setFocus()
    press(Key.Key_Down)
    assert QApplication.focusWidget() is part(manual, "chapter.walk")
    press(Key.Key_Down, Key.Key_Return)
    assert words(manual)[0] == "Step 6: Ahead"
    part(manual, "chapter.first-start").setFocus()
    press(Key.Key_Up)
    assert QApplication.focusWidget() is part(manual, "search")


def test_a_link_leads_on_and_back_leads_to_where_one_was(manual):
    manual.go_to("people")
    bar(manual).setValue(150)
    part(manual, "link.second-factor").click()
    assert words(manual)[0].startswith("A second factor")
    assert bar(manual).value() == 0
    press_keys(manual, "Alt+Left")
    assert words(manual)[0] == "People and roles"
    assert bar(manual).value() == 150
    part(manual, "back").click()
    assert words(manual)[0] == "Step 5: Walk"
    assert not part(manual, "back").isVisible()


def test_keys_turn_the_chapters(manual):
    press_keys(manual, "Ctrl+PgDown")
    assert words(manual)[0] == "Step 6: Ahead"
    press_keys(manual, "Ctrl+PgUp", "Ctrl+PgUp")
    assert words(manual)[0] == "Step 4: Expect"
    manual.go_to("first-start")
    press_keys(manual, "Ctrl+PgUp")
    assert words(manual)[0] == "The first start"


@pytest.mark.parametrize(
    ("keys", "act"),
    [("Ctrl++", "larger"), ("Ctrl+-", "smaller"), ("Ctrl+L", "lock"), ("F2", "keys")],
)
def test_keys_of_the_whole_program_are_handed_on(qtbot, manual, keys, act):
    with qtbot.waitSignal(manual.asked) as asked:
        press_keys(manual, keys)
    assert asked.args == [act]


def test_where_there_is_little_room_the_list_takes_the_place_of_the_text(manual):
    manual.resize(700, 720)
    assert not part(manual, "search").isVisible()
    part(manual, "chapters").click()
    assert part(manual, "search").isVisible()
    assert not part(manual, "text").isVisible()
    part(manual, "chapter.seals").click()
    assert words(manual)[0] == "Seals, and checking a PDF"


def press_keys(manual, *keys):
    for each in keys:
        QTest.keySequence(QApplication.focusWidget() or manual, each)
        QApplication.processEvents()


def test_what_was_searched_ends_when_something_else_leads_on_and_stays_for_the_next_place(
    qtbot, manual
):
    search = part(manual, "search")
    qtbot.keyClicks(search, "passphrase")
    qtbot.waitUntil(lambda: manual.findChild(QWidget, "manual.found.1") is not None)
    part(manual, "found.1").click()
    assert search.text() == "passphrase"
    assert part(manual, "found.0").isVisible()
    manual.go_to("people")
    assert search.text() == ""
    assert part(manual, "chapter.people").isChecked()
    assert not [
        run.text
        for text in part(manual, "text").findChildren(Text)
        for run in text._runs
        if run.found and text.isVisible()
    ]
    qtbot.keyClicks(search, "passphrase")
    part(manual, "link.second-factor").click()
    assert search.text() == ""
