"""Turning from card to card and option to option: nothing of before is left."""

import pytest
from PySide6.QtCore import Qt

from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import TopicKind
from spinecounsel.discussion.discussion import MarkState
from tests.helpers.tours import settle
from tests.helpers.walks import first_of, part, show, texts, topics
from ui.theme.theme import theme
from ui.widgets.row_button import RowButton
from ui.widgets.text import Text


def held(page):
    """Give all words that the page holds, hidden ones too."""
    return {each.text() for each in page.findChildren(Text)}


def rows(page):
    return [each for each in page.findChildren(RowButton) if each.isVisible()]


def stops(page):
    """Give the names that Tab comes to, in order."""
    names, widget = [], page.nextInFocusChain()
    while widget is not page:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return names


@pytest.fixture
def pair(session):
    """Give two topics with numbers that stand beside each other."""
    first = first_of(session, TopicKind.RISK)
    return first, topics(session)[topics(session).index(first) + 1]


def test_the_card_beside_is_made_before_anybody_turns_to_it(page, session, pair):
    first, second = pair
    show(page, session, second)
    there = texts(page)
    show(page, session, first)
    settle()
    assert there - texts(page)
    assert there <= held(page)


def test_a_card_that_was_left_and_set_aside_is_not_even_held(qtbot, page, session, pair):
    first, second = pair
    show(page, session, first)
    said = texts(page)
    show(page, session, second)
    settle()
    own = said - texts(page)
    session.change(
        moves.marking, first.key, MarkState.SET_ASIDE, when=session.clock(), wish="Not today"
    )
    settle()
    sentences = {each for each in own if each.endswith(".")}
    assert sentences
    qtbot.waitUntil(lambda: not sentences & held(page))


def test_tab_goes_the_same_way_when_one_comes_back(page, session, pair):
    first, second = pair
    show(page, session, first)
    before = stops(page)
    for topic in (second, first, second, first):
        settle()
        show(page, session, topic)
    assert stops(page) == before


def test_a_card_that_was_made_beforehand_has_the_size_that_text_has_now(qapp, page, session, pair):
    first, second = pair
    show(page, session, first)
    settle()
    theme().apply(qapp, scheme="light", text_scale=1.5)
    show(page, session, second)
    settle()
    shown = [each for each in page.findChildren(Text) if each.isVisible()]
    assert all(each.height() >= each.heightForWidth(each.width()) for each in shown)


def test_rows_of_another_option_are_heard_from_above_and_have_their_names(page, session):
    for _ in session.sitting.agenda.chapters:
        part(page, "next_option").click()
        settle()
        ground = rows(page)[0].parentWidget()
        seen = [each for each in ground.children() if getattr(each, "isVisible", bool)()]
        places = [each.y() for each in seen]
        assert places == sorted(places)
        assert [each.objectName() for each in rows(page)] == [
            f"walk.topic.{place}" for place in range(len(rows(page)))
        ]


def test_the_focus_does_not_stay_on_a_row_that_becomes_another_s(page, session):
    show(page, session, topics(session)[-1])
    here = next(each for each in rows(page) if each.isChecked())
    here.setFocus()
    page.option_turned.emit(1)
    assert page.focusWidget() is page.initial_focus()
