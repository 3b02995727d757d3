import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.viewing.compare import compare_view
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import OPTIONS, described, mark

PACK = shipped_pack()


def opened(options=OPTIONS):
    """A consultation in which every topic of people who may differ was opened."""
    sitting = described(options=options)
    for topic in sitting.agenda.topics:
        if topic.closed is Closed.MAY_NOT_FIT:
            sitting.change(moves.opening, topic, when=START)
    return sitting


def view_of(sitting, *, everything=True):
    return compare_view(
        PACK,
        sitting.discussion.options,
        sitting.fitting,
        opened=sitting.opened_concepts,
        everything=everything,
    )


def rows_of(view):
    return [row for group in view.groups for row in group.rows]


def joined(one, other):
    first, second = PACK.estimates[one], PACK.estimates[other]
    return second.id in (first.pair, *first.comparable_with)


def test_two_numbers_share_a_row_only_where_the_pack_joins_them():
    shared = 0
    for row in rows_of(view_of(opened())):
        estimates = [cell.estimate for cell in row.cells if cell.estimate]
        for one in estimates:
            for other in estimates:
                if one != other:
                    shared += 1
                    assert joined(one, other)
                    assert joined(other, one)
    assert shared >= 8


def test_a_row_keeps_one_denominator():
    for row in rows_of(view_of(opened())):
        assert len({cell.out_of for cell in row.cells if cell.kind == "number"}) <= 1


def test_a_cell_is_never_empty_and_never_another_options():
    view = view_of(opened())
    options = [ident for ident, _ in view.options]
    for row in rows_of(view):
        for option, cell in zip(options, row.cells, strict=True):
            assert cell.option == option
            assert cell.sentence
            assert cell.kind in {"number", "words", "not known"}
            if cell.estimate:
                assert PACK.estimates[cell.estimate].option == option
            if cell.partner:
                assert PACK.estimates[cell.estimate].pair == cell.partner.estimate


def test_the_trial_stands_side_by_side():
    (row,) = [
        row
        for row in rows_of(view_of(opened()))
        if any(cell.estimate == "rt-conv-patchell-walk" for cell in row.cells)
    ]
    assert [cell.number for cell in row.cells[:2]] == ["84", "57"]
    assert [cell.kind for cell in row.cells[2:]] == ["not known", "not known"]
    assert row.joined


def test_what_is_about_dying_is_closed_until_opened():
    sitting = opened()
    closed = {group.concept for group in view_of(sitting).groups if group.closed}
    assert "treatment-death" in closed
    topic = next(each for each in sitting.agenda.topics if each.concept == "treatment-death")
    sitting.change(moves.opening, topic, when=START)
    assert "treatment-death" not in {g.concept for g in view_of(sitting).groups if g.closed}


def test_what_was_set_aside_or_not_opened_is_not_there():
    sitting = described()
    risk = next(t for t in sitting.agenda.topics if t.kind == "risk" and t.estimates)
    mark(sitting, risk, MarkState.SET_ASIDE)
    shut = {i for t in sitting.agenda.topics if t.closed is Closed.MAY_NOT_FIT for i in t.shown}
    shown = {cell.estimate for row in rows_of(view_of(sitting)) for cell in row.cells}
    assert shown
    assert not shown & (set(risk.estimates) | shut)


def test_everything_only_adds_rows():
    few, all_rows = view_of(opened(), everything=False), view_of(opened())
    keys = [{row.key for row in rows_of(view)} for view in (few, all_rows)]
    assert keys[0] < keys[1]
    assert few.more == len(keys[1]) - len(keys[0])


@pytest.mark.parametrize(
    ("options", "warned"),
    [(("surgery-decompression", "radiosurgery"), False), (("radiosurgery", "no-treatment"), True)],
)
def test_the_signs_of_danger_stand_beside_watching_and_medicines(options, warned):
    assert bool(view_of(opened(options)).red_flag) is warned
