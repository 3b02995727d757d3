from spinecounsel.discussion import moves
from spinecounsel.discussion.steps import ORDER
from spinecounsel.discussion.understanding import TEACH_BACK, Said, SureAnswers
from spinecounsel.viewing.understanding import said_of, understanding_view
from tests.helpers.clock import START
from tests.helpers.reading import grade
from tests.helpers.talks import begun


def view(sitting):
    return understanding_view(sitting.discussion)


def test_everything_is_asked_and_nothing_is_answered_beforehand():
    found = view(begun())
    assert tuple(each.item for each in found.items) == TEACH_BACK
    assert {each.said for each in found.items} == {""}
    assert {each.answer for each in found.sure} == {""}


def test_what_was_not_said_back_leads_to_the_step_that_explains_it_and_counts_again():
    sitting = begun()
    sitting.change(moves.saying_back, "options", said_of("not-yet"), when=START, words="Two.")
    sitting.change(moves.saying_back, "bad", Said.PARTLY, when=START)
    items = {each.item: each for each in view(sitting).items}
    assert (items["options"].explain, items["options"].words) == ("options", "Two.")
    assert (items["bad"].explain, items["bad"].asked) == ("walk", "")
    sitting.change(moves.saying_back, "bad", Said.SAID, when=START)
    bad = {each.item: each for each in view(sitting).items}["bad"]
    assert (bad.explain, bad.asked) == ("", "Asked 2 times")


def test_a_no_says_what_helps_and_leads_to_a_page():
    sitting = begun()
    no = SureAnswers(sure=False, know=False, matters=False, support=False)
    sitting.change(moves.answering_sure, no, again=False)
    doors = {each.field: [door.step for door in each.doors] for each in view(sitting).sure}
    assert doors == {
        "sure": ["values"],
        "know": ["walk", "compare"],
        "matters": ["values"],
        "support": ["person", "decision"],
    }
    assert {step for steps in doors.values() for step in steps} <= set(ORDER)
    assert all(grade(each.help) <= 8 for each in view(sitting).sure)
    sitting.change(moves.answering_sure, SureAnswers(sure=True), again=False)
    assert all(not each.doors and not each.help for each in view(sitting).sure)
