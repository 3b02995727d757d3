import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed, TopicKind
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.people import NumberView
from tests.helpers.talks import OPTIONS
from tests.helpers.walks import drawn, first_of, here, part, show, texts, there, topics
from ui.pages.walk.contents import Contents
from ui.theme.theme import theme
from ui.widgets.slices import Slices
from ui.widgets.text import Text
from ui.wiring.walk import WalkWiring


def test_enter_on_discussed_goes_from_topic_to_topic(qtbot, page, session):
    first = here(page, session)
    assert page.focusWidget() is part(page, "discussed")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    second = here(page, session)
    assert list(marks_of(session.sitting.discussion)) == [first.key]
    assert second is not first
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert set(marks_of(session.sitting.discussion)) == {first.key, second.key}


def test_a_marked_topic_says_when_and_the_mark_can_be_taken_back(page, session):
    first = here(page, session)
    part(page, "discussed").click()
    show(page, session, first)
    assert part(page, "discussed").text().startswith("Discussed ")
    assert part(page, "discussed").isChecked()
    part(page, "discussed").click()
    assert marks_of(session.sitting.discussion) == {}
    assert part(page, "discussed").text() == "Discussed"
    assert here(page, session) is first


def test_one_undo_takes_one_mark_back(page, session):
    part(page, "discussed").click()
    session.act(session.sitting.undo)
    assert marks_of(session.sitting.discussion) == {}


def test_keys_press_the_marks_but_not_while_somebody_writes(qtbot, page, session):
    first = here(page, session)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_M)
    assert session.sitting.discussion.material == (first.key,)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Q)
    assert page.focusWidget() is part(page, "question")
    qtbot.keyClicks(page.focusWidget(), "Dumm?")
    assert session.sitting.discussion.material == (first.key,)
    assert marks_of(session.sitting.discussion) == {}
    part(page, "save_question").click()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_D)
    assert first.key in marks_of(session.sitting.discussion)


def asked(session):
    return [(each.text, each.answer) for each in session.sitting.discussion.questions]


def test_a_question_is_kept_with_every_letter_changed_and_taken_back(qtbot, page, session):
    first = here(page, session)
    part(page, "ask").click()
    qtbot.keyClicks(part(page, "question"), "Will it hurt?")
    assert asked(session) == [("Will it hurt?", "")]
    qtbot.keyClicks(part(page, "answer"), "You sleep.")
    part(page, "save_question").click()
    assert page.focusWidget() is part(page, "ask")
    part(page, "ask").click()
    qtbot.keyClicks(part(page, "question"), "How long?")
    show(page, session, topics(session)[1])
    assert "Will it hurt?" not in texts(page)
    show(page, session, first)
    assert asked(session) == [("Will it hurt?", "You sleep."), ("How long?", "")]
    assert {"Will it hurt?", "You sleep.", "How long?"} <= texts(page)
    assert not there(page, "question")
    ident = session.sitting.discussion.questions[0].id
    part(page, f"change.{ident}").click()
    field = part(page, "question")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Will it hurt?"
    field.clear()
    part(page, "answer").clear()
    assert asked(session) == [("How long?", "")]
    assert {each.topic for each in session.sitting.discussion.questions} == {first.key}


def test_rather_not_know_hides_it_takes_the_wish_and_can_be_undone(qtbot, page, session):
    topic = first_of(session, TopicKind.RISK)
    show(page, session, topic)
    assert drawn(page)
    part(page, "set_aside").click()
    assert not drawn(page)
    assert "You would rather not know this. That is fine." in texts(page)
    wish = part(page, "wish")
    assert isinstance(wish, QLineEdit)
    wish.setFocus()
    qtbot.keyClicks(wish, "Not today")
    mark = marks_of(session.sitting.discussion)[topic.key]
    assert (mark.state, mark.wish) == (MarkState.SET_ASIDE, "Not today")
    part(page, "next").click()
    assert here(page, session) is topics(session)[topics(session).index(topic) + 1]
    show(page, session, topic)
    part(page, "show_after_all").click()
    assert marks_of(session.sitting.discussion) == {}
    assert drawn(page)


def test_a_shut_topic_is_opened_together_and_the_focus_stays_at_the_marks(page, session):
    topic = first_of(session, TopicKind.RISK, Closed.SENSITIVE)
    show(page, session, topic)
    assert not there(page, "discussed")
    assert not drawn(page)
    part(page, "open").setFocus()
    part(page, "open").click()
    assert drawn(page)
    assert page.focusWidget() is part(page, "discussed")
    assert [each.topic for each in session.sitting.discussion.opened] == [topic.opens]


def test_one_of_people_who_may_differ_needs_no_mark(page, session):
    show(page, session, first_of(session, TopicKind.BENEFIT, Closed.MAY_NOT_FIT))
    assert part(page, "open").text() == "Open it all the same"
    assert not there(page, "set_aside")
    assert there(page, "next")


def test_arrow_keys_go_through_the_list_and_enter_shows(qtbot, page, session):
    first = part(page, "topic.0")
    first.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.focusWidget() is part(page, "topic.4")
    assert here(page, session) is topics(session)[0]
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert here(page, session) is topics(session)[4]
    assert page.focusWidget() is part(page, "topic.4")


def test_options_are_turned_to_the_ends(page, session):
    part(page, "previous_option").click()
    assert "The illness itself" in texts(page)
    assert not part(page, "previous_option").isEnabled()
    for _ in OPTIONS:
        part(page, "next_option").click()
    assert "Option 4 of 4" in texts(page)
    assert not part(page, "next_option").isEnabled()
    assert any("get medical help at once" in text.lower() for text in texts(page))


def test_a_change_keeps_where_one_has_scrolled_to(qtbot, page, session):
    show(page, session, topics(session)[0])
    bars = [each.verticalScrollBar() for each in page.findChildren(QScrollArea)]
    bar = max(bars, key=lambda each: each.pageStep())
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)
    part(page, "material").click()
    assert bar.value() == 100
    part(page, "topic.3").click()
    assert bar.value() == 0


def test_coming_back_shows_the_first_topic_that_is_left(page, wiring, session):
    part(page, "discussed").click()
    show(page, session, topics(session)[-1])
    session.act(session.sitting.go_to, "expect")
    session.act(session.sitting.go_to, "walk")
    wiring.show()
    left = next(each for each in topics(session)[1:] if each.required)
    assert here(page, session) is left


def test_every_control_has_a_name_and_its_own_object_name(page, session):
    for topic in topics(session):
        show(page, session, topic)
        controls = [
            each
            for each in page.findChildren(QWidget)
            if each.isVisible() and isinstance(each, QAbstractButton | QLineEdit)
        ]
        names = [each.objectName() for each in controls]
        assert all(name.startswith("walk.") for name in names)
        assert len(set(names)) == len(names)
        for each in controls:
            spoken = QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
            assert spoken, each.objectName()


def test_tab_goes_down_the_list_the_content_and_the_marks(page, session):
    show(page, session, first_of(session, TopicKind.RISK))
    names, widget = [], page.nextInFocusChain()
    while widget is not page:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    kinds = [name.split(".")[1] for name in names if name.startswith("walk.")]
    assert kinds == [
        *("previous_option", "next_option", "topic"),
        *("view", "view", "view", "view", "source"),
        *("discussed", "material", "ask", "set_aside"),
    ]


@pytest.mark.parametrize("numbers", list(NumberView))
@pytest.mark.parametrize("at", [(1.0, 1138), (1.0, 796), (1.25, 1138), (2.0, 1366)])
def test_nothing_is_cut_and_nothing_hangs_over_the_side(qapp, qtbot, page, session, at, numbers):
    scale, width = at
    session.change(moves.preferring, numbers)
    theme().apply(qapp, scheme="light", text_scale=scale)
    page.resize(width, 560)
    everything = numbers is NumberView.PEOPLE
    for topic in topics(session):
        if everything or topic.estimates:
            page.topic_picked.emit(topic.key)
            qtbot.waitUntil(lambda: not cut(page) and not overhanging(page))


def cut(page):
    return [
        each.text()
        for each in page.findChildren(Text)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]


def overhanging(page):
    return [
        each
        for each in page.findChildren(QScrollArea)
        if each.isVisible() and each.widget().width() > each.viewport().width()
    ]


def test_with_large_text_the_list_takes_turns_with_the_card(qapp, page, session):
    theme().apply(qapp, scheme="light", text_scale=2.0)
    page.resize(1366, 490)
    assert not there(page, "topic.0")
    part(page, "next_topic").click()
    assert topics(session)[1].title in texts(page)
    part(page, "topics").click()
    assert there(page, "topic.1")
    assert not there(page, "discussed")
    part(page, "next_option").click()
    assert there(page, "topic.0"), "who turns the options wants to see their topics"
    part(page, "topic.0").click()
    assert there(page, "discussed")
    assert not there(page, "topic.0")


def test_the_page_is_filled_before_it_is_entered_and_nothing_is_noted(qtbot, session):
    session.act(session.sitting.go_to, "expect")
    early = WalkWiring(session)
    qtbot.addWidget(early.page)
    before = session.sitting.discussion
    early.show_early()
    for each in early.page.findChildren(Slices):
        each.finish()
    assert session.sitting.discussion == before
    rows = QRegularExpression(r"walk\.topic\.\d+")
    assert early.page.findChildren(QAbstractButton, rows)
    contents = early.page.findChild(Contents)
    made = contents.findChildren(Text)
    assert made
    session.act(session.sitting.go_to, "walk")
    early.show()
    assert contents.findChildren(Text)[: len(made)] == made
