import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSlider, QWidget

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.values import Expectation
from tests.helpers.clock import START
from tests.helpers.layout import cuts, faults
from tests.helpers.reading import grade
from tests.helpers.sessions import begun_session, shown_page
from tests.helpers.talks import METASTASIS, OPTIONS
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.wiring.expect import ExpectWiring


@pytest.fixture
def session(qtbot, clock):
    return begun_session(clock, case=METASTASIS, options=OPTIONS)


@pytest.fixture
def page(qtbot, session):
    return shown_page(qtbot, ExpectWiring(session), session)


def part(page, name):
    found = page.findChild(QWidget, f"expect.{name}")
    assert found is not None, name
    return found


def words(page):
    return {each.text() for each in page.findChildren(Text) if each.isVisible()}


def go_through(session, concept):
    """Mark all open topics of a concept as discussed."""
    for topic in session.sitting.agenda.topics:
        if topic.concept == concept and topic.closed is None:
            session.change(moves.marking, topic.key, MarkState.DISCUSSED, when=START)


def said(session):
    return {each.theme: each for each in session.sitting.discussion.expectations}


def test_it_tells_which_question_has_the_focus_and_when_none_has(qtbot, page, session):
    with qtbot.waitActive(page):
        page.activateWindow()
    told = []
    session.expect_shown.connect(told.append)
    for name in ("pain.words", "recovery.words", f"leaning.{OPTIONS[0]}", "skip"):
        part(page, name).setFocus()
    assert told == ["pain", "recovery", ""]


def test_words_are_kept_while_they_are_typed(qtbot, page, session):
    field = part(page, "walking.words")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "To the garden")
    assert said(session) == {"walking": Expectation(theme="walking", words="To the garden")}
    assert field.text() == "To the garden"
    assert field.cursorPosition() == len("To the garden")


def test_words_and_an_answer_on_the_scale_stand_side_by_side(qtbot, page, session):
    qtbot.keyClicks(part(page, "pain.words"), "Less")
    qtbot.keyClick(part(page, "pain.score"), Qt.Key.Key_End)
    assert said(session) == {"pain": Expectation(theme="pain", words="Less", score=100)}


def test_an_answer_on_the_scale_is_taken_back(qtbot, page, session):
    scale = part(page, "recovery.score")
    qtbot.keyClick(scale, Qt.Key.Key_Home)
    assert said(session)["recovery"].score == 0
    qtbot.keyClick(scale, Qt.Key.Key_Delete)
    assert said(session) == {}


def test_to_rather_not_say_is_an_answer_until_something_is_said(qtbot, page, session):
    skip = part(page, "skip")
    qtbot.keyClick(skip, Qt.Key.Key_Space)
    assert session.sitting.discussion.expect_skipped
    assert skip.isChecked()
    qtbot.keyClicks(part(page, "hospital.words"), "A week")
    assert not session.sitting.discussion.expect_skipped
    assert not skip.isChecked()
    assert not skip.isEnabled()


def test_the_pointer_and_a_screen_reader_answer_too(qtbot, page, session):
    scale = part(page, "walking.score")
    assert isinstance(scale, QSlider)
    qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale.rect().center())
    assert said(session)["walking"].score == 50
    qtbot.keyClick(scale, Qt.Key.Key_PageUp)
    qtbot.keyClick(scale, Qt.Key.Key_Left)
    assert said(session)["walking"].score == 59
    scale.setValue(20)
    assert said(session)["walking"].score == 20
    assert scale.accessibleDescription() == "20 of 100"
    part(page, "walking.clear").click()
    assert said(session) == {}
    assert scale.accessibleDescription() == "No answer"
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert said(session)["walking"].score == 50, "the first step goes to the middle"


def leaning(session):
    found = session.sitting.discussion.leaning_before
    return None if found is None else found.options


def test_leaning_to_several_to_none_yet_or_taken_back(page, session):
    part(page, "leaning.radiosurgery").click()
    part(page, "leaning.no-treatment").click()
    assert leaning(session) == ("radiosurgery", "no-treatment")
    part(page, "leaning.none").click()
    assert leaning(session) == ()
    assert not part(page, "leaning.radiosurgery").isChecked()
    part(page, "leaning.surgery-decompression").click()
    assert leaning(session) == ("surgery-decompression",)
    assert not part(page, "leaning.none").isChecked()
    part(page, "leaning.surgery-decompression").click()
    assert leaning(session) is None
    part(page, "leaning.none").click()
    part(page, "leaning.none").click()
    assert leaning(session) is None


def test_after_the_numbers_it_stands_beside_them_and_cannot_be_changed(qtbot, page, session):
    qtbot.keyClicks(part(page, "pain.words"), "Less ** at night")
    part(page, "leaning.none").click()
    go_through(session, "pain-less")
    assert not part(page, "pain.words").isVisible()
    assert not part(page, "skip").isVisible()
    qtbot.waitUntil(lambda: any("52 in 100 people" in each for each in words(page)))
    assert page.findChild(QWidget, "expect.found.pain.surgery-pain-free") is None
    shown = words(page)
    assert "“Less ** at night”" in shown
    assert "You said this before we looked at numbers. It stays as you said it." in shown
    assert "You did not lean to one of the options yet." in shown


def test_an_answer_and_a_number_never_share_a_scale(qtbot, page, session):
    session.change(moves.expecting, Expectation(theme="walking", score=70))
    go_through(session, "walk-after")
    score = "70, where 0 is “I will not walk” and 100 is “I will walk as I like”"
    qtbot.waitUntil(lambda: score in words(page))
    assert not any(each.isVisible() for each in page.findChildren(QSlider))


@pytest.mark.parametrize(
    ("size", "scale"), [((1138, 624), 1.0), ((796, 496), 1.0), ((1300, 624), 2.0)]
)
def test_nothing_is_cut_before_and_after(qapp, qtbot, page, session, size, scale):
    theme().apply(qapp, scheme="light", text_scale=scale)
    page.resize(*size)
    part(page, "skip").click()
    qtbot.waitUntil(lambda: not list(cuts(page)))
    skip = part(page, "skip")
    assert skip.width() >= skip.sizeHint().width(), "ticked, it still has one line"
    assert list(faults(page)) == []
    session.change(moves.expecting, Expectation(theme="pain", words="I hope for less. " * 110))
    go_through(session, "pain-less")
    qtbot.waitUntil(lambda: not list(cuts(page)))
    assert list(faults(page)) == []


def test_the_programs_own_words_are_plain(qtbot, page, session):
    before = words(page) - {session.pack.option(each).name for each in OPTIONS}
    go_through(session, "cord-pressure")
    qtbot.waitUntil(lambda: "What you said" in words(page))
    said = {each for each in before | words(page) if " " in each}
    assert len(said) > 12
    assert [each for each in said if grade(each) > 8] == []
