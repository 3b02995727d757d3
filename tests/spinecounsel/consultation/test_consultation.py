import datetime as dt

import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.steps import ORDER
from spinecounsel.errors import NotYet
from spinecounsel.frozen import replaced
from tests.helpers.clock import START
from tests.helpers.talks import METASTASIS, PATIENT, begun, decided, described, gone_through, mark


def test_every_change_is_kept_and_nothing_else():
    kept = []
    sitting = begun(kept=kept)
    sitting.change(moves.describing, patient=PATIENT)
    sitting.change(moves.describing, patient=PATIENT)
    assert [each.patient.name for each in kept] == ["", "Sample Patient"]
    assert kept[-1] == sitting.discussion


def test_one_goes_on_only_when_nothing_is_missing():
    sitting = begun()
    with pytest.raises(NotYet) as refused:
        sitting.forward()
    assert refused.value.step == "person"
    sitting.change(moves.describing, patient=PATIENT)
    sitting.forward()
    assert sitting.discussion.step == "case"
    sitting.back()
    sitting.back()
    assert sitting.discussion.step == "person"


def test_the_whole_way_is_open_once_everything_is_there():
    sitting = decided()
    seen = [sitting.discussion.step]
    while sitting.discussion.step != "sign":
        sitting.forward()
        seen.append(sitting.discussion.step)
    assert tuple(seen) == ORDER
    assert sitting.progress["walk"].state == "done"
    assert sitting.progress["understanding"].state == "to_do"


def test_undo_takes_back_what_was_done_but_does_not_turn_the_page():
    sitting = described()
    before = sitting.discussion
    mark(sitting, sitting.agenda.topics[0])
    sitting.go_to("walk")
    sitting.undo()
    assert sitting.discussion == replaced(before, step="walk")
    fresh = begun()
    start = fresh.discussion
    fresh.undo()
    assert fresh.discussion == start


def test_a_draft_goes_on_where_it_was():
    first = gone_through()
    second = begun()
    second.resume(first.discussion)
    assert second.discussion == first.discussion
    assert second.agenda == first.agenda
    assert not [each for each in second.missing if each.step == "walk"]


def test_a_draft_of_other_content_keeps_marks_only_for_the_same_words():
    first = gone_through()
    old = replaced(first.discussion, options=(*first.discussion.options, "no-longer-known"))
    marks = tuple(replaced(each, topic=each.topic + "x") for each in old.marks[:2]) + old.marks[2:]
    second = begun()
    second.resume(replaced(old, marks=marks))
    assert "no-longer-known" not in second.discussion.options
    assert sum(t.required for t in second.agenda.topics) - 2 == sum(
        t.required and t.key in {m.topic for m in marks} for t in second.agenda.topics
    )
    assert second.missing


def test_what_may_not_fit_is_opened_together():
    sitting = described()
    shut = next(t for t in sitting.agenda.topics if t.closed == "may not fit")
    sitting.change(moves.opening, shut, when=START)
    assert not next(t for t in sitting.agenda.topics if t.key == shut.key).closed
    assert {each.topic for each in sitting.discussion.opened} == {shut.key}


def test_the_case_page_may_say_not_known():
    sitting = begun()
    sitting.change(moves.describing, patient=PATIENT)
    sitting.forward()
    assert sitting.progress["case"].missing == ()
    sitting.change(moves.describing, case=METASTASIS)
    assert sitting.progress["case"].state == "done"


def test_what_was_looked_at_cannot_be_taken_back():
    sitting = described()
    before = sitting.discussion
    sitting.change(moves.flagging, "x", material=True)
    sitting.note(moves.seeing_numbers)
    sitting.undo()
    assert sitting.discussion.numbers_seen
    assert sitting.discussion == replaced(before, numbers_seen=True)


def test_how_far_one_is_follows_what_is_said_and_the_day():
    now = [START]
    sitting = begun(clock=lambda: now[0])
    assert sitting.progress["person"].missing
    sitting.change(moves.describing, patient=replaced(PATIENT, born=START.date()))
    assert not sitting.progress["person"].missing
    sitting.go_to("walk")
    assert sitting.progress["walk"].state == "to_do"
    now[0] -= dt.timedelta(days=2)  # a clock that is put right: born tomorrow
    assert sitting.progress["person"].missing
    sitting.undo()
    assert sitting.progress["person"].state == "to_do"
