import pytest

from spinecounsel.document.pictograph import WIDTH, Crowd, grid
from spinecounsel.document.shown import grouped
from tests.helpers import records


@pytest.mark.parametrize("out_of", [100, 1000])
@pytest.mark.parametrize("flat", [False, True])
def test_everybody_has_a_place_of_their_own_within_the_picture(out_of, flat):
    layout = grid(out_of, flat=flat)
    places = [layout.place(number) for number in range(out_of)]
    assert len(set(places)) == out_of
    assert all(0 <= x <= WIDTH - layout.pitch + 1e-6 for x, _ in places)
    assert all(-1e-6 <= y <= layout.height - layout.pitch + 1e-6 for _, y in places)


def test_people_are_counted_by_columns_so_that_length_is_the_number():
    layout = grid(100)
    assert [layout.place(number)[0] for number in range(4)] == [0.0] * 4
    assert layout.place(4)[0] > 0


def test_the_words_say_what_is_striped():
    held = next(each for each in records.estimates(records.given()) if each.id == "held")
    assert Crowd(held, role="benefit").alternative() == (
        "Picture of 100 people: 81 are filled in, 19 are outlined. "
        "Striped: the likely range, 74 to 86."
    )


def test_the_arms_of_one_study_stand_together():
    every = records.estimates(records.given())
    surgery, radiation = (
        next(each for each in every if each.id == name)
        for name in ("walk-surgery", "walk-radiation")
    )
    held = next(each for each in every if each.id == "held")
    assert grouped((surgery, held, radiation)) == ((surgery, radiation), (held,))
