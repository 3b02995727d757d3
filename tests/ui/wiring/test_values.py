import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from spinecounsel.discussion.values import Importance
from tests.helpers.layout import cuts, faults
from tests.helpers.reading import grade
from tests.helpers.sessions import begun_session, shown_page
from tests.helpers.talks import METASTASIS, OPTIONS
from ui.pages.values.line import LineButton
from ui.pages.values.statement import Statement
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.wiring.values import ValuesWiring

LONG = "I want to see the sea " * 90


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


def press(page, *names):
    for name in names:
        part(page, name).click()


def say_own(qtbot, page, text):
    part(page, "own").setText("")
    qtbot.keyClicks(part(page, "own"), text)
    press(page, "add")


def tie(page, own, concept):
    box = part(page, f"{own}.about")
    assert isinstance(box, QComboBox)
    place = box.findData(concept)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    press(page, f"{own}.tie")


def values(session):
    return {
        each.statement or each.text: each.importance for each in session.sitting.discussion.values
    }


def words(page):
    seen = [each for each in page.findChildren(QWidget) if each.isVisible()]
    printed = {line for each in seen if isinstance(each, LineButton) for line in lines_of(each)}
    return {each.text() for each in seen if isinstance(each, Text)} | printed


def lines_of(button):
    """Give what is printed on a line of the table."""
    return button.words().split("\n")


def test_an_answer_brings_its_column_and_pressed_again_takes_it_back(qtbot, page, session):
    press(page, "strength.very")
    assert values(session) == {"strength": Importance.VERY}
    press(page, "tab.options")
    qtbot.waitUntil(lambda: "36 of 100 people" in words(page))
    press(page, "tab.matters", "strength.not", "tab.options")
    assert values(session) == {"strength": Importance.NOT}
    assert "36 of 100 people" not in words(page)
    press(page, "tab.matters", "strength.not")
    assert values(session) == {}


def test_no_total_is_made_and_the_page_says_so(page):
    press(page, "walk.very", "tab.options")
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
    press(page, "own.0.somewhat")
    assert values(session) == {"My dog": Importance.SOMEWHAT}
    press(page, "own.0.remove")
    assert values(session) == {}


def test_own_words_that_the_paper_cannot_show_are_not_added(qtbot, page, session):
    before = values(session)
    field = part(page, "own")
    field.setFocus()
    field.setText("")
    event = QInputMethodEvent()
    event.setCommitString("My \U0001fac0")
    QApplication.sendEvent(field, event)
    assert any("U+1FAC0" in each for each in words(page))
    assert not part(page, "add").isEnabled()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert values(session) == before


def test_own_words_are_tied_to_what_is_known_and_untied_again(qtbot, page, session):
    say_own(qtbot, page, "My dog")
    qtbot.waitUntil(lambda: "Nothing was counted on just this." in words(page))
    assert not part(page, "own.0.tie").isEnabled()
    tie(page, "own.0", "walk-after")
    tie(page, "own.0", "daily-life")
    press(page, "own.0.somewhat")
    (said,) = session.sitting.discussion.values
    assert (said.concepts, said.importance) == (("walk-after", "daily-life"), Importance.SOMEWHAT)
    assert "Nothing was counted on just this." not in words(page)
    press(page, "tab.options")
    qtbot.waitUntil(lambda: "“My dog”" in words(page))
    press(page, "tab.matters", "own.0.about.walk-after", "own.0.about.daily-life")
    assert session.sitting.discussion.values[0].concepts == ()
    press(page, "tab.options")
    wanted = {"In your own words", "“My dog”", "Nothing was counted on just this."}
    qtbot.waitUntil(lambda: wanted <= words(page))


def test_two_stars_in_own_words_stay_two_stars(qtbot, page):
    say_own(qtbot, page, "no ** pills")
    qtbot.waitUntil(lambda: "“no ** pills”" in words(page))


def test_a_long_statement_is_short_until_it_is_tapped(qtbot, page, session):
    part(page, "own").setText(LONG)
    part(page, "own").textEdited.emit(LONG)
    press(page, "add")
    assert list(values(session)) == [LONG.strip()]
    qtbot.waitUntil(part(page, "own.0.more").isVisible)
    assert f"“{LONG.strip()}”" not in words(page)
    qtbot.waitUntil(lambda: not list(cuts(page)))
    press(page, "own.0.more")
    assert f"“{LONG.strip()}”" in words(page)
    qtbot.waitUntil(lambda: not list(cuts(page)))
    press(page, "own.0.more")
    assert f"“{LONG.strip()}”" not in words(page)


def test_what_changed_is_folded_and_only_there_when_something_did(page):
    press(page, "walk.very")
    assert not part(page, "changes").isVisible()
    press(page, "walk.somewhat", "walk.not")
    changes = part(page, "changes")
    assert changes.text() == "What changed: 2 times"
    assert not any("From Some to Little" in each for each in words(page))
    changes.click()
    assert any("From Some to Little" in each for each in words(page))


def test_a_line_opens_its_card_of_the_walk(qtbot, page, session):
    press(page, "strength.very", "tab.options")
    asked = []
    session.topic_asked.connect(asked.append)
    row = OPTIONS.index("no-treatment")
    lines = [
        each
        for each in page.findChildren(QWidget)
        if each.objectName().startswith(f"values.line.{row}.strength.")
    ]
    lines[0].setFocus()
    qtbot.keyClick(lines[0], Qt.Key.Key_Return)
    assert session.sitting.discussion.step == "walk"
    estimate = lines[0].objectName().rpartition(".")[2]
    assert estimate in session.sitting.agenda.topic(asked[0]).shown


def test_who_was_studied_is_shown_on_demand(qtbot, page):
    press(page, "strength.very", "tab.options")
    qtbot.waitUntil(lambda: "36 of 100 people" in words(page))
    assert not any(each.startswith("Studied: ") for each in words(page))
    press(page, "details")
    qtbot.waitUntil(lambda: any(each.startswith("Studied: ") for each in words(page)))
    press(page, "details")
    assert not any(each.startswith("How sure: ") for each in words(page))


def test_answers_keep_the_focus_while_the_table_changes(page):
    answer = part(page, "pain.very")
    answer.setFocus()
    answer.click()
    assert answer.hasFocus()


def test_who_said_nothing_begins_with_the_statements(page, session):
    press(page, "walk.very", "tab.options")
    assert not part(page, "walk.very").isVisible()
    session.begin(session.sitting.discussion.clinician)
    assert part(page, "walk.very").isVisible()


def test_tab_goes_from_the_tabs_to_the_answers_own_words_and_what_changed(qtbot, page):
    say_own(qtbot, page, "My dog")
    tie(page, "own.0", "walk-after")
    press(page, "walk.very", "walk.not")
    wanted = ["tab.matters", "walk.very", "longer-life.not", "own", "add", "own.0.very"]
    wanted += ["own.0.remove", "own.0.about.walk-after", "own.0.about", "own.0.tie", "changes"]
    names, widget = [], page.nextInFocusChain()
    while widget is not page:
        names.append(widget.objectName().removeprefix("values."))
        widget = widget.nextInFocusChain()
    assert [name for name in names if name in wanted] == wanted


@pytest.mark.parametrize(
    ("size", "scale"), [((1138, 624), 1.0), ((796, 496), 1.0), ((1300, 624), 2.0)]
)
def test_nothing_is_cut_and_all_is_reached(qapp, qtbot, page, size, scale):
    say_own(qtbot, page, "My dog")
    say_own(qtbot, page, "a" * 150)
    tie(page, "own.0", "walk-after")
    press(page, "walk.very", "pain.very", "home.very", "home.not", "home.very", "changes")
    theme().apply(qapp, scheme="light", text_scale=scale)
    page.resize(*size)
    qtbot.waitUntil(lambda: not list(cuts(page)))
    assert list(faults(page)) == []
    press(page, "tab.options")
    qtbot.waitUntil(lambda: not list(cuts(page)))
    assert list(faults(page)) == []


def test_the_programs_own_words_are_plain(qtbot, page):
    before = words(page)
    press(page, "tab.options")
    program = {"No total is made of this. Only you can weigh it."} | before | words(page)
    assert [each for each in program if grade(each) > 8] == []


def test_what_is_seen_first_is_there_at_once_and_the_rest_soon(qtbot, session):
    wiring = ValuesWiring(session)
    qtbot.addWidget(wiring.page)
    wiring.show_early()
    assert wiring.page.findChildren(Statement) == []
    wiring.page.show()
    every = len(session.pack.value_statements)
    assert 0 < len(wiring.page.findChildren(Statement)) < every
    qtbot.waitUntil(lambda: wiring.page.findChild(QWidget, "values.own") is not None)
    assert len(wiring.page.findChildren(Statement)) == every
