"""Questions that people ask, in the walk: looked at by topic, taken over, still one's own."""

from PySide6.QtCore import Qt

from tests.helpers.layout import faults
from tests.helpers.walks import here, part, show, there, topics


def asked(session):
    return [each.text for each in session.sitting.discussion.questions]


def text_of(session, place):
    return session.pack.questions[place].text


def second_topic(session):
    """Give the place of the first question of the second topic."""
    names = [each.topic for each in session.pack.questions]
    return next(place for place, name in enumerate(names) if name != names[0])


def unfold(page):
    part(page, "ask").click()
    part(page, "ideas").click()


def test_they_stay_away_until_they_are_looked_at(page):
    part(page, "ask").click()
    assert there(page, "ideas")
    assert not there(page, "idea.0")
    part(page, "ideas").click()
    assert there(page, "idea.0")
    part(page, "ideas").click()
    assert not there(page, "idea.0")


def test_all_of_them_can_be_reached_by_their_topics(page, session):
    unfold(page)
    found = set()
    for place in range(len(dict.fromkeys(each.topic for each in session.pack.questions))):
        part(page, f"idea_topic.{place}").click()
        found |= {n for n in range(len(session.pack.questions)) if there(page, f"idea.{n}")}
    assert found == set(range(len(session.pack.questions)))


def test_one_press_writes_it_down_here_and_it_can_be_changed(qtbot, page, session):
    topic = here(page, session)
    unfold(page)
    part(page, "idea.1").click()
    assert asked(session) == [text_of(session, 1)]
    assert not there(page, "idea.1")
    assert page.focusWidget() is part(page, "question")
    qtbot.keyClicks(page.focusWidget(), " Or not?")
    assert asked(session) == [f"{text_of(session, 1)} Or not?"]
    assert {each.topic for each in session.sitting.discussion.questions} == {topic.key}


def test_another_press_takes_another_instead_but_never_what_was_said(qtbot, page, session):
    unfold(page)
    part(page, "idea.1").click()
    part(page, "ideas").click()
    part(page, "idea.2").click()
    assert asked(session) == [text_of(session, 2)]
    qtbot.keyClicks(part(page, "answer"), "Yes.")
    part(page, "ideas").click()
    part(page, "idea.0").click()
    qtbot.keyClicks(page.focusWidget(), " My own words.")
    part(page, "ideas").click()
    part(page, "idea.3").click()
    mine = f"{text_of(session, 0)} My own words."
    assert asked(session) == [text_of(session, 2), mine, text_of(session, 3)]


def test_what_was_asked_says_so_on_every_card(page, session):
    unfold(page)
    assert part(page, "idea.1").accessibleDescription() == ""
    part(page, "idea.1").click()
    show(page, session, topics(session)[1])
    assert not there(page, "ideas")
    unfold(page)
    assert part(page, "idea.1").accessibleName() == text_of(session, 1)
    assert part(page, "idea.1").accessibleDescription() == "Asked"
    assert part(page, "idea.0").accessibleDescription() == ""


def test_tab_goes_from_the_question_through_them_to_the_answer(qtbot, page, session):
    unfold(page)
    part(page, "idea_topic.1").click()
    part(page, "question").setFocus()
    seen = []
    while page.focusWidget() is not part(page, "answer"):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget().objectName())
        assert len(seen) < 40
    first = second_topic(session)
    assert seen[0] == "walk.ideas"
    assert seen.index("walk.idea_topic.0") < seen.index(f"walk.idea.{first}")
    assert seen[-2].startswith("walk.idea.")


def test_keys_take_one_over_and_escape_folds_them(qtbot, page, session):
    part(page, "ask").click()
    part(page, "ideas").setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    part(page, "idea.0").setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.focusWidget() is part(page, "ideas")
    assert not there(page, "idea.0")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    part(page, "idea.0").setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked(session) == [text_of(session, 0)]


def test_they_fit(qapp, page):
    unfold(page)
    qapp.processEvents()
    assert not list(faults(page))
