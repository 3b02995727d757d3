"""What the record keeps of the comparison and of what may lie ahead."""

import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison, Glance, MarkState
from spinecounsel.record.codec import decode_record, encode
from spinecounsel.viewing.compare import compare_view
from tests.helpers.talks import OPTIONS, decided, mark, signatures

CASES = Glance(option=OPTIONS[0], view="cases")
DAYS = Glance(option=OPTIONS[2], view="days")


def sealed(sitting):
    return sitting.finish(signatures(sitting))


@pytest.fixture(scope="module")
def record():
    sitting = decided()
    sitting.change(moves.comparing)
    sitting.change(moves.selecting, Comparison(options=OPTIONS[:2], concepts=("wound-problem",)))
    for glance in (CASES, DAYS):
        sitting.change(moves.looking_ahead, glance)
    return sealed(sitting)


def test_nothing_is_kept_where_nobody_looked():
    made = sealed(decided())
    assert made.comparison is None
    assert made.ahead == ()


def test_the_chosen_rows_are_kept_with_the_numbers_as_shown(record):
    sitting = decided()
    sitting.change(moves.selecting, Comparison(options=OPTIONS[:2], concepts=("wound-problem",)))
    view = compare_view(sitting.pack, sitting.discussion, sitting.agenda)
    arms = [arm for group in view.groups for row in group.rows for arm in row.arms]
    kept = [arm for row in record.comparison.rows for cell in row.cells for arm in cell.arms]
    assert arms
    assert [(each.estimate, each.number + each.text, each.note.people) for each in kept] == [
        (each.estimate, each.text, each.people) for each in arms
    ]
    assert len(record.comparison.options) == 2


def test_of_each_option_only_what_was_looked_at_is_kept(record):
    first, second = record.ahead
    assert (first.option, second.option) == (OPTIONS[0], OPTIONS[2])
    assert first.cases is not None
    assert first.cases.rows
    assert first.days is None
    assert second.cases is None
    assert second.days.stations[0].title == "Getting ready"


def test_what_was_set_aside_after_it_was_looked_at_is_not_kept(record):
    row = record.ahead[0].cases.rows[0]
    sitting = decided()
    topic = next(each for each in sitting.agenda.topics if each.key == row.key)
    sitting.change(moves.looking_ahead, CASES)
    mark(sitting, topic, MarkState.SET_ASIDE)
    (ahead,) = sealed(sitting).ahead
    assert row.marks[0].estimate not in str(ahead)


def test_a_record_comes_back_whole(record):
    assert decode_record(encode(record)) == record
