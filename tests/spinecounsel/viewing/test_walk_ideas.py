"""Questions that people ask: all of the pack, by topic, marked once they were asked."""

from spinecounsel.content.model import Question
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import QuestionAsked
from spinecounsel.frozen import replaced
from spinecounsel.viewing.walk_ideas import idea_groups
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.talks import described


def ideas_of(pack, said):
    return [each for group in idea_groups(pack, said) for each in group.ideas]


def asking(sitting, text):
    question = QuestionAsked(id="q", text=text, topic=sitting.agenda.topics[0].key, when=START)
    return moves.asking(sitting.discussion, question)


def test_every_question_of_the_pack_is_there_once_with_its_place():
    pack = shipped_pack()
    found = {each.place: each.text for each in ideas_of(pack, described().discussion)}
    assert found == {place: each.text for place, each in enumerate(pack.questions)}


def test_a_topic_that_comes_again_is_one_group():
    topics = ("Time", "Pain", "Time")
    asked = tuple(
        Question(topic=topic, text=f"{n}?", source="own") for n, topic in enumerate(topics)
    )
    groups = idea_groups(replaced(shipped_pack(), questions=asked), described().discussion)
    assert [(each.topic, [one.place for one in each.ideas]) for each in groups] == [
        ("Time", [0, 2]),
        ("Pain", [1]),
    ]


def test_one_that_was_asked_is_marked_however_it_was_spaced_and_the_others_are_not():
    pack, sitting = shipped_pack(), described()
    said = asking(sitting, f"  {pack.questions[3].text.upper().replace(' ', '  ')} ")
    assert [each.place for each in ideas_of(pack, said) if each.asked] == [3]


def test_in_other_words_it_is_another_question():
    pack, sitting = shipped_pack(), described()
    said = asking(sitting, f"{pack.questions[3].text} I mean today.")
    assert not [each for each in ideas_of(pack, said) if each.asked]


def test_a_patient_can_read_every_question():
    for each in shipped_pack().questions:
        assert grade(each.text) <= 8, each.text
