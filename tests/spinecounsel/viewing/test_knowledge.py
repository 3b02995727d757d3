from spinecounsel.discussion import moves
from spinecounsel.viewing.knowledge import is_right, knowledge_rows
from tests.helpers.clock import START
from tests.helpers.talks import gone_through


def rows(sitting):
    return knowledge_rows(sitting.pack, sitting.discussion, sitting.agenda)


def answer(sitting, row, choice):
    right = is_right(sitting.pack, sitting.discussion, sitting.agenda, row.key, choice)
    sitting.change(moves.answering, row.key, choice, right=right, when=START)
    return next(each for each in rows(sitting) if each.key == row.key)


def test_nothing_is_chosen_and_nothing_explained_beforehand():
    found = rows(gone_through())
    assert {(each.mark, each.chosen, each.explanation) for each in found} == {("to_do", "", "")}


def test_not_sure_is_explained_again_like_a_wrong_answer_and_then_asked_again():
    sitting = gone_through()
    mind = next(each for each in rows(sitting) if "change your mind" in each.question)
    for choice in ("no", "not-sure"):
        found = answer(sitting, mind, choice)
        assert (found.mark, found.remark) == ("part", "We explain this again.")
        assert found.explanation == "You can change your mind at any time, also after you sign."
        assert sitting.agenda.topic(found.topic) is not None
    found = answer(sitting, mind, "yes")
    assert (found.mark, found.explanation, found.topic) == ("done", "", "")
    assert found.remark == "You said: Yes. Asked 3 times"
