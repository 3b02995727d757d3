import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import MarkState
from tests.helpers.keys import tabbed
from tests.helpers.layout import faults
from tests.helpers.sessions import begun_session, make_whole, shown_page
from tests.helpers.talks import METASTASIS, OPTIONS
from tests.helpers.tours import settle
from ui.theme.theme import theme
from ui.widgets.scroll import Scroll
from ui.widgets.sketch import Sketch
from ui.widgets.text import Text
from ui.widgets.trail import Trail
from ui.wiring.ahead import AheadWiring
from ui.wiring.walk import WalkWiring

RADIATION = "radiotherapy-conventional"


@pytest.fixture
def session(qtbot, clock):
    return begun_session(clock, case=METASTASIS, options=OPTIONS)


@pytest.fixture
def page(qtbot, session):
    return shown_page(qtbot, AheadWiring(session), session)


def press(page, name):
    page.findChild(QPushButton, f"ahead.{name}").click()
    settle()


def shown(page, kind):
    settle()
    return [each for each in page.findChildren(kind) if each.isVisibleTo(page)]


def words(page):
    return [each.text() for each in shown(page, Text)]


def test_that_the_patient_looked_ahead_is_noted_once(page, session):
    assert session.sitting.discussion.looked_ahead
    assert session.sitting.progress["ahead"].state == "done"


def test_what_was_looked_at_is_noted_and_nothing_else(page, session):
    press(page, f"option.{RADIATION}")
    press(page, "view.days")
    press(page, "view.days")
    seen = [(each.option, each.view) for each in session.sitting.discussion.glances]
    assert seen == [(OPTIONS[0], "cases"), (RADIATION, "cases"), (RADIATION, "days")]


def test_one_option_is_shown_at_a_time(page):
    assert "Surgery to free the spinal cord (decompression)" in words(page)
    press(page, f"option.{RADIATION}")
    assert "Radiotherapy (external beam)" in words(page)
    assert page.findChild(QPushButton, f"ahead.option.{RADIATION}").isChecked()
    press(page, f"option.{RADIATION}")
    assert page.findChild(QPushButton, f"ahead.option.{RADIATION}").isChecked()


def test_three_stories_stand_beside_the_sketch_which_says_all_in_words(page):
    assert [each for each in words(page) if each in {"Best case", "Most likely", "Worst case"}] == [
        "Best case",
        "Most likely",
        "Worst case",
    ]
    names = [each.accessibleName() for each in shown(page, Sketch)]
    assert (
        "Any problem within 30 days. It went well for 49 of 100 people. Time span: 30 days" in names
    )


def test_days_and_weeks_follow_each_other_down_the_page(page):
    press(page, "view.days")
    titles = ["Getting ready", "Visits", "In hospital", "When pain eases", "Recovery"]
    assert [each for each in words(page) if each in titles] == titles
    assert len(shown(page, Trail)) == 7
    assert not shown(page, Sketch)


def test_who_was_studied_stands_beside_and_can_be_folded_away(page):
    assert any(text.startswith("Who: ") for text in words(page))
    press(page, "view.days")
    assert any(text.startswith("Read in: ") for text in words(page))
    press(page, "details")
    press(page, "view.cases")
    assert not any(text.startswith("Who: ") for text in words(page))


def test_a_line_leads_to_its_card_in_the_walk(qtbot, page, session):
    walk = WalkWiring(session)
    qtbot.addWidget(walk.page)
    press(page, "from.best.0")
    assert session.sitting.discussion.step == "walk"
    told = [each.text() for each in walk.page.findChildren(Text)]
    assert any("Any problem within 30 days" in text for text in told)


def test_what_is_set_aside_leaves_the_page(page, session):
    topic = next(
        each
        for each in session.sitting.agenda.topics
        if each.title == "Blood clot in the leg or lung"
    )
    assert topic.title in words(page)
    session.change(
        moves.marking, topic.key, MarkState.SET_ASIDE, when=session.clock(), wish="Not now"
    )
    settle()
    assert topic.title not in words(page)


def test_a_change_that_changes_nothing_here_keeps_place_and_focus(page, session):
    bar = page.findChild(Scroll).verticalScrollBar()
    bar.setValue(200)
    button = page.findChild(QPushButton, "ahead.from.likely.1")
    button.setFocus()
    at = bar.value()
    session.change(moves.comparing)
    assert page.findChild(QPushButton, "ahead.from.likely.1") is button
    assert button.hasFocus()
    assert bar.value() == at


def test_the_focus_stays_on_an_option_when_the_text_grows_or_the_options_change(
    qapp, qtbot, page, session
):
    with qtbot.waitActive(page):
        page.activateWindow()
    for scale in (1.25, 1.5, 1.25):
        page.findChild(QPushButton, f"ahead.option.{RADIATION}").setFocus()
        theme().apply(qapp, scheme="light", text_scale=scale)
        settle()
        assert QApplication.focusWidget().objectName() == f"ahead.option.{RADIATION}"
    session.change(moves.choosing, OPTIONS[0], chosen=False)
    settle()
    assert QApplication.focusWidget().objectName() == f"ahead.option.{RADIATION}"
    session.change(moves.choosing, RADIATION, chosen=False)
    settle()
    assert QApplication.focusWidget() is page.initial_focus()


@pytest.mark.parametrize(
    ("scale", "parts"),
    [(1.0, ["best", "likely", "worst", "also"]), (2.0, ["also", "best", "likely", "worst"])],
)
def test_tab_goes_down_the_page_as_it_is_read_before_the_rail(qapp, qtbot, session, scale, parts):
    theme().apply(qapp, scheme="light", text_scale=scale)
    window, wiring = QWidget(), AheadWiring(session)
    wiring.show_early()
    wiring.page.setParent(window)
    QPushButton("Rail", window, objectName="rail")  # made before what stands far below
    make_whole(wiring.page)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    names = tabbed(wiring.page.initial_focus())
    asked = [name.split(".")[2] for name in names[: names.index("rail")] if "from" in name]
    assert [part for part in dict.fromkeys(asked) if part != "not_known"] == parts


def test_another_option_begins_at_its_top(page):
    bar = page.findChild(Scroll).verticalScrollBar()
    bar.setValue(bar.maximum())
    press(page, f"option.{RADIATION}")
    assert bar.value() == 0


def test_without_an_option_the_way_leads_to_the_options(qtbot, clock):
    session = begun_session(clock)
    page = shown_page(qtbot, AheadWiring(session), session)
    assert not session.sitting.discussion.looked_ahead
    assert page.initial_focus().objectName() == "ahead.to_options"
    press(page, "to_options")
    assert session.sitting.discussion.step == "options"


@pytest.mark.parametrize("looking", ["cases", "days"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_all_is_reached(page, looking, scale):
    theme().apply(QApplication.instance(), scheme="light", text_scale=scale)
    press(page, f"view.{looking}")
    for option in (RADIATION, "no-treatment"):
        press(page, f"option.{option}")
        assert list(faults(page)) == []


def test_the_page_is_filled_before_it_is_entered_and_nothing_is_noted(qtbot, session):
    early = AheadWiring(session)
    qtbot.addWidget(early.page)
    early.show_early()
    made = early.page.findChildren(Sketch)
    assert made
    assert not session.sitting.discussion.looked_ahead
    assert session.sitting.discussion.glances == ()
    early.show()
    assert session.sitting.discussion.looked_ahead
    assert early.page.findChildren(Sketch)[: len(made)] == made
