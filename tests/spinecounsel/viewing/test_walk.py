import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import ILLNESS, Closed, TopicKind
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.gate import open_topics
from spinecounsel.viewing.walk import first_topic, next_topic, turned, walk_view
from tests.helpers.reading import grade
from tests.helpers.talks import begun, described, gone_through, mark


@pytest.fixture
def sitting():
    return described()


def seen(sitting, key):
    return walk_view(sitting.pack, sitting.discussion, sitting.agenda, key)


def topics(sitting, option="surgery-decompression"):
    chapters = {each.option: each.topics for each in sitting.agenda.chapters}
    return chapters[option]


def first_of(sitting, kind, **wanted):
    return next(
        each
        for each in topics(sitting)
        if each.kind is kind and all(getattr(each, name) == wanted[name] for name in wanted)
    )


def rows(view):
    return {row.key: row for group in view.groups for row in group.rows}


def test_it_begins_with_the_first_topic_that_is_asked_for(sitting):
    first = sitting.agenda.topic(first_topic(sitting.discussion, sitting.agenda))
    assert first.option == "surgery-decompression"
    assert first.kind is TopicKind.ABOUT


def test_the_illness_comes_first_and_asks_for_nothing(sitting):
    view = seen(sitting, topics(sitting, ILLNESS)[0].key)
    assert (view.place, view.count) == ("Before the options", "You may leave these out")
    assert (view.has_previous, view.has_next) == (False, True)


def test_the_list_has_every_topic_of_the_option_once_in_order(sitting):
    view = seen(sitting, topics(sitting)[3].key)
    assert list(rows(view)) == [each.key for each in topics(sitting)]
    assert view.place == "Option 1 of 4"
    headings = [group.heading for group in view.groups]
    assert headings == ["", "Benefits", "Risks", "How the illness goes", "", ""]


def test_a_row_says_in_words_what_its_marks_show(sitting):
    discussed = first_of(sitting, TopicKind.RISK, closed=None)
    shut = first_of(sitting, TopicKind.RISK, closed=Closed.SENSITIVE)
    mark(sitting, discussed)
    sitting.change(moves.flagging, discussed.key, material=True)
    shown = rows(seen(sitting, discussed.key))
    assert (shown[discussed.key].state, shown[discussed.key].material) == ("discussed", True)
    assert shown[discussed.key].spoken.endswith("discussed, matters to the patient")
    assert shown[shut.key].state == "closed"
    assert shown[shut.key].spoken == f"Risk, {shut.title}, shut"


def test_only_what_is_asked_for_counts(sitting):
    asked_for = [each for each in topics(sitting) if each.required]
    mark(sitting, asked_for[0])
    mark(sitting, first_of(sitting, TopicKind.COURSE, closed=None))
    view = seen(sitting, asked_for[0].key)
    assert view.count == f"1 of {len(asked_for)} gone through"


def test_the_neighbours_of_a_topic_go_over_the_ends_of_an_option(sitting):
    last, following = topics(sitting)[-1], topics(sitting, "radiotherapy-conventional")[0]
    assert seen(sitting, last.key).after == following.key
    assert seen(sitting, following.key).before == last.key
    assert seen(sitting, sitting.agenda.topics[0].key).before == ""
    assert seen(sitting, sitting.agenda.topics[-1].key).after == ""
    risks = [each for each in topics(sitting) if each.kind is TopicKind.RISK]
    assert seen(sitting, risks[1].key).around == f"Risk 2 of {len(risks)}"


def test_after_a_mark_comes_the_next_open_one_and_what_need_not_be_opened_is_passed(sitting):
    about = first_of(sitting, TopicKind.ABOUT)
    after = sitting.agenda.topic(next_topic(sitting.discussion, sitting.agenda, about.key))
    passed = topics(sitting)[1 : topics(sitting).index(after)]
    assert passed
    assert all(each.closed is Closed.MAY_NOT_FIT for each in passed)
    assert after.closed is None


def test_at_the_end_it_comes_back_to_what_was_left(sitting):
    skipped = first_of(sitting, TopicKind.RISK, closed=None)
    for topic in sitting.agenda.topics:
        if topic.required and topic is not skipped:
            mark(sitting, topic)
    last = sitting.agenda.topics[-1].key
    assert next_topic(sitting.discussion, sitting.agenda, last) == skipped.key


def test_everything_marked_is_said_calmly_and_one_stays_where_one_is():
    sitting = gone_through()
    last = sitting.agenda.topics[-1].key
    assert next_topic(sitting.discussion, sitting.agenda, last) == last
    assert seen(sitting, last).done == "Everything here has been gone through."


def test_a_topic_set_aside_is_gone_through_too(sitting):
    topic = first_of(sitting, TopicKind.RISK, closed=Closed.SENSITIVE)
    before = len(open_topics(sitting.discussion, sitting.agenda))
    mark(sitting, topic, MarkState.SET_ASIDE)
    assert rows(seen(sitting, topic.key))[topic.key].state == "set aside"
    assert len(open_topics(sitting.discussion, sitting.agenda)) == before - 1


def test_options_are_turned_and_the_ends_hold(sitting):
    first = sitting.agenda.topics[0].key
    assert turned(sitting.agenda, first, +1) == topics(sitting)[0].key
    assert turned(sitting.agenda, first, -1) == first
    assert turned(sitting.agenda, sitting.agenda.topics[-1].key, +1) == (
        topics(sitting, "no-treatment")[0].key
    )


def test_the_signs_that_need_help_stand_beside_watching_medicines_and_no_treatment():
    sitting = described(options=("surgery-decompression", "corticosteroids", "no-treatment"))
    flags = {
        chapter.option: seen(sitting, chapter.topics[0].key).red_flag
        for chapter in sitting.agenda.chapters
    }
    assert flags[ILLNESS] == flags["surgery-decompression"] == ""
    assert "Get medical help at once" in flags["corticosteroids"]
    assert flags["corticosteroids"] == flags["no-treatment"]


def test_without_options_only_the_illness_is_there():
    sitting = begun()
    view = seen(sitting, "")
    assert view.card.title == "About treatment"
    assert view.done == ""
    assert grade(view.count) <= 8
