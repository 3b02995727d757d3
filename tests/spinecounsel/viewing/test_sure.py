from spinecounsel.discussion.steps import ORDER
from spinecounsel.discussion.understanding import SureAnswers
from spinecounsel.viewing.sure import sure_view
from tests.helpers.reading import grade


def test_nothing_is_answered_beforehand():
    found = sure_view(SureAnswers())
    assert {each.answer for each in found.questions} == {""}
    assert (found.summary, found.settled) == ("Four questions for you", False)


def test_a_no_says_what_helps_and_leads_to_a_page():
    found = sure_view(SureAnswers(sure=False, know=False, matters=False, support=False))
    doors = {each.field: [door.step for door in each.doors] for each in found.questions}
    assert doors == {
        "sure": ["values"],
        "know": ["walk", "compare"],
        "matters": ["values"],
        "support": ["person", "decision"],
    }
    assert {step for steps in doors.values() for step in steps} <= set(ORDER)
    assert all(grade(each.help) <= 8 for each in found.questions)
    assert not any(each.doors or each.help for each in sure_view(SureAnswers(sure=True)).questions)


def test_the_summary_says_how_far_it_is():
    assert sure_view(SureAnswers(sure=True)).summary == "Four questions: not all answered yet"
    most = sure_view(SureAnswers(sure=True, know=True, matters=False, support=True))
    assert (most.summary, most.settled) == ("Four questions: 3 of 4 yes", False)
    every = sure_view(SureAnswers(sure=True, know=True, matters=True, support=True))
    assert (every.summary, every.settled) == ("Four questions: 4 of 4 yes", True)
