from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed, TopicKind
from spinecounsel.discussion.people import NumberView, PrognosisWish
from spinecounsel.discussion.values import Expectation
from tests.helpers.walks import first_of, part, show, texts, there, topics
from ui.widgets.bar import Bar, BarPair
from ui.widgets.pair import Pair
from ui.widgets.pictograph import Pictograph


def test_pairs_are_drawn_side_by_side(page, session):
    part(page, "next_option").click()
    part(page, "next_option").click()
    topic = next(each for each in topics(session, 3) if each.title == "Less pain")
    show(page, session, topic, place=3)
    spoken = [each.accessibleName() for each in page.findChildren(Pair) if each.isVisible()]
    assert len(spoken) == 2
    assert "52 of 100" in spoken[0]
    assert "48 of 100" in spoken[0]


def seen(page, kind):
    """Give the visible widgets of exactly that kind."""
    return [each for each in page.findChildren(kind) if each.isVisible() and type(each) is kind]


def test_the_way_of_seeing_numbers_sticks_over_all_cards_and_the_draft(qtbot, page, session):
    first, second = [
        each for each in topics(session) if each.kind is TopicKind.RISK and each.estimates
    ][:2]
    show(page, session, first)
    chosen = part(page, "view.bar")
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Space)
    assert session.sitting.discussion.numbers is NumberView.BAR
    assert page.focusWidget() is chosen
    assert (len(seen(page, Bar)), seen(page, Pictograph)) == (1, [])
    show(page, session, second)
    assert chosen.isChecked()
    assert len(seen(page, Bar)) == 1
    part(page, "view.words").click()
    assert (seen(page, Bar), seen(page, Pictograph)) == ([], [])
    estimate = session.pack.estimates[second.estimates[0]]
    assert estimate.plain in texts(page)
    part(page, "view.number").click()
    assert "the others, out of 100 people" in texts(page)
    show(page, session, topics(session)[0])
    assert not there(page, "view.words"), "there is no number on it"


def test_a_pair_is_two_bars_or_two_numbers_on_one_scale(page, session):
    topic = next(each for each in topics(session, 3) if each.title == "Less pain")
    page.topic_picked.emit(topic.key)
    part(page, "view.bar").click()
    spoken = [each.accessibleName() for each in seen(page, BarPair)]
    assert len(spoken) == 2
    assert "52 of 100" in spoken[0]
    assert "48 of 100" in spoken[0]
    assert seen(page, Pair) == []
    part(page, "view.number").click()
    assert seen(page, BarPair) == []
    assert {"52", "48"} <= texts(page)


def test_the_wish_is_changed_on_the_shut_card_and_a_no_takes_the_opening_away(page, session):
    topic = first_of(session, TopicKind.RISK, Closed.SENSITIVE)
    show(page, session, topic)
    assert part(page, "open").text() == "I agree, open it"
    button = part(page, "wish.declines")
    button.setFocus()
    button.click()
    assert session.sitting.discussion.preferences.prognosis is PrognosisWish.DECLINES
    assert page.focusWidget() is button
    assert not there(page, "open")
    assert there(page, "set_aside")
    assert any(text.startswith("So it stays shut.") for text in texts(page))
    part(page, "wish.wants").click()
    assert [each.wish for each in session.sitting.discussion.wish_history] == [
        PrognosisWish.DECLINES,
        PrognosisWish.WANTS,
    ]
    part(page, "open").click()
    assert any("groups of people in the past" in text for text in texts(page))
    assert not there(page, "wish.wants")


def test_what_was_expected_stands_at_the_end_of_the_card(page, session):
    said = Expectation(theme="walking", words="I hope to walk.", score=70)
    session.change(moves.expecting, said)
    topic = first_of(session, TopicKind.BENEFIT, Closed.MAY_NOT_FIT)
    show(page, session, topic)
    assert "What you told us before" not in texts(page)
    part(page, "open").click()
    assert "Walking: “I hope to walk.”" in texts(page)
    part(page, "set_aside").click()
    assert "What you told us before" not in texts(page)


def test_a_source_opens_in_its_place_and_stays_open_while_marks_change(page, session):
    show(page, session, first_of(session, TopicKind.RISK))
    button = next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.objectName().startswith("walk.source.") and each.isVisible()
    )
    before = texts(page)
    button.click()
    (line,) = [each for each in texts(page) - before if "doi" in each]
    part(page, "material").click()
    assert line in texts(page)
