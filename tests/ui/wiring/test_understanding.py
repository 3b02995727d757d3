import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from spinecounsel.discussion.understanding import Said, SureAnswers
from tests.helpers.sessions import begun_session, shown_page
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.wiring.understanding import UnderstandingWiring


@pytest.fixture
def session(qtbot, clock):
    return begun_session(clock)


@pytest.fixture
def page(qtbot, session):
    return shown_page(qtbot, UnderstandingWiring(session), session)


def part(page, name):
    found = page.findChild(QWidget, f"understanding.{name}")
    assert found is not None, name
    return found


def back(session, item):
    said = session.sitting.discussion.teach_back
    return next((each for each in said if each.item == item), None)


def test_it_says_that_it_is_no_test(page):
    words = " ".join(each.text() for each in page.findChildren(Text))
    assert "It is no test of you" in words


def test_an_answer_opens_a_field_whose_words_stay_when_it_is_asked_again(qtbot, page, session):
    field = part(page, "bad.words")
    assert isinstance(field, QLineEdit)
    assert not field.isVisible()
    part(page, "bad.not-yet").click()
    field.setFocus()
    qtbot.keyClicks(field, "It may bleed")
    assert (back(session, "bad").said, back(session, "bad").times) == (Said.NOT_YET, 1)
    part(page, "bad.said").click()
    now = back(session, "bad")
    assert (now.said, now.words, now.times) == (Said.SAID, "It may bleed", 2)
    assert field.text() == "It may bleed"


def test_explain_again_leads_to_the_step_that_helps(page, session):
    part(page, "options.partly").click()
    assert part(page, "options.explain").isVisible()
    part(page, "options.explain").click()
    assert session.sitting.discussion.step == "options"
    part(page, "options.said").click()
    assert not part(page, "options.explain").isVisible()


def test_a_no_offers_the_pages_that_help_and_can_be_taken_back(page, session):
    part(page, "sure.know.no").click()
    assert session.sitting.discussion.sure == SureAnswers(know=False)
    part(page, "sure.know.to.compare").click()
    assert session.sitting.discussion.step == "compare"
    part(page, "sure.know.no").click()
    assert session.sitting.discussion.sure == SureAnswers()


def test_tab_goes_from_an_answer_to_what_it_opened(page):
    part(page, "good.partly").click()
    part(page, "sure.sure.no").click()
    wanted = ["options.said", "good.partly", "good.words", "good.explain", "bad.said"]
    wanted += ["sure.sure.yes", "sure.sure.no", "sure.sure.to.values", "sure.know.yes"]
    names, widget = [], page.nextInFocusChain()
    while widget is not page:
        names.append(widget.objectName().removeprefix("understanding."))
        widget = widget.nextInFocusChain()
    assert [name for name in names if name in wanted] == wanted


def test_large_text_cuts_nothing(qapp, qtbot, page):
    part(page, "good.partly").click()
    part(page, "sure.support.no").click()
    theme().apply(qapp, scheme="light", text_scale=2.0)
    page.resize(1338, 624)
    qtbot.waitUntil(lambda: not cut(page))


def cut(page):
    return [
        each.text()
        for each in page.findChildren(Text)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]
