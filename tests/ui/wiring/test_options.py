import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from tests.helpers.sessions import begun_session, make_whole, shown_page
from tests.helpers.talks import METASTASIS
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.wiring.options import OptionsWiring


@pytest.fixture
def session(qtbot, clock):
    return begun_session(clock, case=METASTASIS)


@pytest.fixture
def page(qtbot, session):
    return shown_page(qtbot, OptionsWiring(session), session)


def part(page, name):
    make_whole(page)
    found = page.findChild(QWidget, f"options.{name}")
    assert found is not None, name
    return found


def talk(session):
    return session.sitting.discussion


def pick(page, name, words):
    box = part(page, name)
    assert isinstance(box, QComboBox)
    place = box.findText(words)
    assert place >= 0, words
    box.setCurrentIndex(place)
    box.activated.emit(place)


def reasons(session):
    return {each.option: each.reason for each in talk(session).left_out}


def test_a_tick_chooses_and_a_second_one_takes_it_back(qtbot, page, session):
    row = part(page, "check.no-treatment")
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert talk(session).options == ("no-treatment",)
    assert row.isChecked()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert talk(session).options == ()
    assert not row.isChecked()


def test_all_usual_ones_are_chosen_at_once_and_taken_back_at_once(page, session):
    part(page, "all_usual").click()
    fits = session.sitting.applicable
    assert set(talk(session).options) == {each for each in fits.options if fits.is_usual(each)}
    session.sitting.undo()
    assert talk(session).options == ()


def test_the_usual_ones_of_one_group_are_chosen_together(page, session):
    part(page, "usual.radiation").click()
    assert talk(session).options == ("radiotherapy-conventional", "radiotherapy-after-surgery")
    assert part(page, "usual.radiation").isHidden()


def test_what_is_not_usual_folds_away_unless_it_is_chosen(page, session):
    row = part(page, "check.radiosurgery")
    assert not row.isVisible()
    part(page, "more.radiation").click()
    row.click()
    part(page, "more.radiation").click()
    assert row.isVisible()
    row.click()
    assert row.isVisible(), "it stays under the hand that took it back"


def test_the_source_of_a_rule_opens_in_its_place(page):
    card = part(page, "check.radiotherapy-conventional").parentWidget()
    shown = {text for text in texts(card) if "Cancer Research UK" in text}
    assert not shown
    part(page, "source.radiotherapy-conventional").click()
    assert any("Cancer Research UK" in text for text in texts(card))


def texts(widget):
    return {
        each.text()
        for each in widget.findChildren(QWidget)
        if hasattr(each, "text") and each.isVisible()
    }


def test_a_reason_is_picked_or_written_and_taken_back(qtbot, page, session):
    part(page, "check.no-treatment").click()
    pick(page, "reason.bracing", "Not possible at this hospital")
    assert reasons(session) == {"bracing": "Not possible at this hospital"}
    assert page.findChild(QWidget, "options.reason_words.bracing") is None
    pick(page, "reason.bracing", "In my own words")
    words = part(page, "reason_words.bracing")
    assert reasons(session) == {}
    assert isinstance(words, QPlainTextEdit)
    words.setFocus()
    qtbot.keyClicks(words, "Too stiff")
    assert reasons(session) == {"bracing": "Too stiff"}
    assert words.toPlainText() == "Too stiff"
    pick(page, "reason.bracing", "Choose a reason")
    assert reasons(session) == {}


def test_each_has_its_own_reason_and_the_last_one_can_serve_the_others(qtbot, page, session):
    part(page, "check.no-treatment").click()
    pick(page, "reason.bracing", "Not possible at this hospital")
    assert part(page, "same.bracing").text() == "Same reason for the 12 others"
    pick(page, "reason.chemotherapy", "In my own words")
    qtbot.keyClicks(part(page, "reason_words.chemotherapy"), "Told last week.")
    assert part(page, "same.bracing").isHidden()
    assert session.sitting.progress["options"].missing
    part(page, "same.chemotherapy").click()
    given = reasons(session)
    assert given.pop("bracing") == "Not possible at this hospital"
    assert set(given.values()) == {"Told last week."}
    assert session.sitting.progress["options"].missing == ()
    assert part(page, "reason_words.rehabilitation").toPlainText() == "Told last week."
    assert not any(each.isVisible() for each in buttons(page, "same."))
    session.sitting.undo()
    assert set(reasons(session)) == {"bracing", "chemotherapy"}, "one step takes all of it back"


def buttons(page, beginning):
    named = (each for each in page.findChildren(QWidget) if each.objectName())
    return [each for each in named if each.objectName().startswith(f"options.{beginning}")]


def test_tab_goes_down_the_options_and_then_down_the_reasons(qapp, qtbot, page):
    part(page, "check.no-treatment").click()
    qtbot.waitUntil(lambda: part(page, "reason.rehabilitation").isVisible())
    wanted = ["all_usual", "check.observation", "usual.radiation", "more.radiation"]
    wanted += ["check.no-treatment", "source.no-treatment"]
    wanted += ["reason.radiotherapy-conventional", "same.bracing", "reason.rehabilitation"]
    pick(page, "reason.bracing", "Not possible at this hospital")
    assert in_order(page, wanted) == wanted
    theme().apply(qapp, scheme="light", text_scale=2.0)
    assert in_order(page, wanted) == wanted


def in_order(page, wanted):
    names, widget = [], page.nextInFocusChain()
    while widget is not page:
        names.append(widget.objectName().removeprefix("options."))
        widget = widget.nextInFocusChain()
    return [name for name in names if name in wanted]


def test_large_text_puts_the_reasons_below_the_options_and_cuts_nothing(qapp, qtbot, page):
    part(page, "check.no-treatment").click()
    theme().apply(qapp, scheme="light", text_scale=2.0)
    page.resize(1300, 624)
    qtbot.waitUntil(lambda: part(page, "reason.bracing").isVisible() and not cut(page))
    reason, option = part(page, "reason.bracing"), part(page, "check.no-treatment")
    assert reason.mapTo(page, reason.rect().topLeft()).y() > option.mapTo(page, option.pos()).y()


def cut(page):
    return [
        each.text()
        for each in page.findChildren(Text)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]
