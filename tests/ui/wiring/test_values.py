import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from spinecounsel.discussion.values import Importance
from tests.helpers.sessions import begun_session, shown_page
from tests.helpers.talks import METASTASIS, OPTIONS
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.wiring.values import ValuesWiring


@pytest.fixture
def session(qtbot, clock):
    return begun_session(clock, case=METASTASIS, options=OPTIONS)


@pytest.fixture
def page(qtbot, session):
    return shown_page(qtbot, ValuesWiring(session), session)


def part(page, name):
    found = page.findChild(QWidget, f"values.{name}")
    assert found is not None, name
    return found


def values(session):
    return {
        each.statement or each.text: each.importance for each in session.sitting.discussion.values
    }


def words(page):
    return {each.text() for each in page.findChildren(Text) if each.isVisible()}


def test_an_answer_brings_its_column_and_pressed_again_takes_it_back(qtbot, page, session):
    assert "36 of 100 people" not in words(page)
    part(page, "strength.very").click()
    assert values(session) == {"strength": Importance.VERY}
    qtbot.waitUntil(lambda: "36 of 100 people" in words(page))
    part(page, "strength.not").click()
    assert values(session) == {"strength": Importance.NOT}
    assert "36 of 100 people" not in words(page)
    part(page, "strength.not").click()
    assert values(session) == {}


def test_no_total_is_made_and_the_page_says_so(page):
    part(page, "walk.very").click()
    assert "No total is made of this. Only you can weigh it." in words(page)


def test_own_words_are_added_by_the_keyboard_changed_and_removed(qtbot, page, session):
    field = part(page, "own")
    assert isinstance(field, QLineEdit)
    assert not part(page, "add").isEnabled()
    qtbot.keyClicks(field, " My dog ")
    assert part(page, "add").isEnabled()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert values(session) == {"My dog": Importance.VERY}
    assert field.text() == ""
    part(page, "own.0.somewhat").click()
    assert values(session) == {"My dog": Importance.SOMEWHAT}
    part(page, "own.0.remove").click()
    assert values(session) == {}


def test_who_was_studied_is_shown_on_demand(qtbot, page):
    part(page, "strength.very").click()
    qtbot.waitUntil(lambda: "36 of 100 people" in words(page))
    assert not any(each.startswith("Studied: ") for each in words(page))
    part(page, "details").click()
    qtbot.waitUntil(lambda: any(each.startswith("Studied: ") for each in words(page)))
    part(page, "details").click()
    assert not any(each.startswith("How sure: ") for each in words(page))


def test_answers_keep_the_focus_while_the_table_changes(page):
    answer = part(page, "pain.very")
    answer.setFocus()
    answer.click()
    assert answer.hasFocus()


def test_tab_goes_from_the_answers_to_own_words_and_then_to_the_table(qtbot, page):
    part(page, "walk.very").click()
    qtbot.keyClicks(part(page, "own"), "My dog")
    part(page, "add").click()
    wanted = ["to_table", "walk.very", "longer-life.not", "own", "add"]
    wanted += ["own.0.very", "own.0.remove", "details"]
    names, widget = [], page.nextInFocusChain()
    while widget is not page:
        names.append(widget.objectName().removeprefix("values."))
        widget = widget.nextInFocusChain()
    assert [name for name in names if name in wanted] == wanted


def test_large_text_puts_one_column_below_the_other_and_cuts_nothing(qapp, qtbot, page):
    for statement in ("walk", "pain", "home"):
        part(page, f"{statement}.very").click()
    theme().apply(qapp, scheme="light", text_scale=2.0)
    page.resize(1300, 624)
    qtbot.waitUntil(lambda: not cut(page))
    assert sum(each.text() == "Freeing the cord" for each in page.findChildren(Text)) >= 3


def cut(page):
    return [
        each.text()
        for each in page.findChildren(Text)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]
