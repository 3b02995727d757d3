import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QLineEdit, QWidget

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.understanding import Said
from spinecounsel.record.lines import red_flag
from tests.helpers.clock import START
from tests.helpers.sessions import begun_session, shown_page
from tests.helpers.talks import METASTASIS, OPTIONS
from ui.pages.understanding.item import ItemCard
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.wiring.understanding import UnderstandingWiring


@pytest.fixture
def session(qtbot, clock):
    made = begun_session(clock, case=METASTASIS, options=OPTIONS)
    for topic in made.sitting.agenda.topics:
        if topic.required:
            made.change(moves.marking, topic.key, MarkState.DISCUSSED, when=START)
    made.act(made.sitting.go_to, "understanding")
    return made


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


def test_explain_again_leads_to_the_step_or_the_card_that_helps(qtbot, page, session):
    part(page, "options.partly").click()
    part(page, "options.explain").click()
    assert session.sitting.discussion.step == "options"
    part(page, "options.said").click()
    assert not part(page, "options.explain").isVisible()
    part(page, "good.not-yet").click()
    with qtbot.waitSignal(session.topic_asked) as asked:
        part(page, "good.explain").click()
    topic = session.sitting.agenda.topic(asked.args[0])
    assert (topic.option, str(topic.kind)) == (OPTIONS[0], "benefit")
    assert session.sitting.discussion.step == "walk"


def test_when_to_call_for_help_is_said_in_place(page, session):
    part(page, "help.not-yet").click()
    words = [each.text() for each in page.findChildren(Text) if each.isVisible()]
    assert red_flag(session.pack) in words
    assert not part(page, "help.explain").isVisible()


def test_what_was_not_said_back_is_asked_again_first_on_the_way_back(page, session):
    part(page, "bad.not-yet").click()
    assert top_words(page)[0] == "Which ways of treatment are there for you?"
    session.act(session.sitting.go_to, "walk")
    session.act(session.sitting.go_to, "understanding")
    assert top_words(page)[:2] == ["We said we would ask this again.", "What may go wrong with it?"]
    assert page.initial_focus() is part(page, "bad.not-yet")
    part(page, "bad.said").click()
    assert top_words(page)[0] == "What may go wrong with it?"


def top_words(page):
    """The words of the first column from above, without the page's own."""
    QCoreApplication.sendPostedEvents()
    page.layout().activate()
    shown = [each for each in page.findChildren(Text) if each.isVisible()]
    seen = {each.mapTo(page, QPoint()).y(): each.text() for each in shown if in_card(each)}
    return [seen[y] for y in sorted(seen)]


def in_card(text):
    place = text.parentWidget()
    while place is not None and not isinstance(place, ItemCard):
        place = place.parentWidget()
    return place is not None


def test_a_wrong_answer_is_explained_and_leads_to_the_card(qtbot, page, session):
    first = part(page, "knowledge.1.not-sure")
    assert first.isVisible()
    first.click()
    answer = session.sitting.discussion.knowledge[0]
    assert (answer.choice, answer.right, answer.times) == ("not-sure", False, 1)
    assert part(page, "knowledge.1.explain").isVisible()
    with qtbot.waitSignal(session.topic_asked) as asked:
        part(page, "knowledge.1.explain").click()
    assert session.sitting.agenda.topic(asked.args[0]) is not None
    assert session.sitting.discussion.step == "walk"


def test_after_a_right_answer_the_next_question_opens_with_the_focus(page, session):
    part(page, "knowledge.2").click()
    assert not part(page, "knowledge.1.not-sure").isVisible()
    part(page, "knowledge.2.yes").setFocus()
    part(page, "knowledge.2.yes").click()
    assert session.sitting.discussion.knowledge[0].right
    assert not part(page, "knowledge.2.yes").isVisible()
    assert part(page, "knowledge.3.yes").isVisible()
    assert part(page, "knowledge.3").hasFocus()


def test_without_anything_discussed_the_check_says_when_it_comes(qtbot, clock):
    empty = begun_session(clock)
    page = shown_page(qtbot, UnderstandingWiring(empty), empty)
    words = [each.text() for each in page.findChildren(Text) if each.isVisible()]
    assert "The questions come when an option has been talked through." in words


def test_tab_goes_from_an_answer_to_what_it_opened_and_then_to_the_check(page):
    part(page, "good.partly").click()
    wanted = ["options.said", "good.partly", "good.words", "good.explain", "bad.said"]
    wanted += ["help.not-yet", "knowledge.1", "knowledge.1.not-sure", "knowledge.2"]
    names, widget = [], page.nextInFocusChain()
    while widget is not page:
        names.append(widget.objectName().removeprefix("understanding."))
        widget = widget.nextInFocusChain()
    assert [name for name in names if name in wanted] == wanted


def test_large_text_cuts_nothing(qapp, qtbot, page):
    part(page, "good.partly").click()
    part(page, "help.not-yet").click()
    part(page, "knowledge.1.not-sure").click()
    theme().apply(qapp, scheme="light", text_scale=2.0)
    page.resize(1338, 624)
    qtbot.waitUntil(lambda: not cut(page))


def cut(page):
    return [
        each.text()
        for each in page.findChildren(Text)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]
