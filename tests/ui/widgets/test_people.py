"""People drawn: as many as the number says, and the same in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.certainty import LEVELS, Certainty
from ui.widgets.mini_pictograph import MiniPictograph
from ui.widgets.pair import Pair, PairRow
from ui.widgets.people import State, state_of, tone_of
from ui.widgets.pictograph import Pictograph


@given(st.integers(0, 100), st.integers(0, 100))
def test_as_many_are_filled_as_the_number_says(filled, more):
    maybe = min(more, 100 - filled)
    states = [state_of(place, filled, maybe) for place in range(100)]
    assert states.count(State.FILLED) == filled
    assert states.count(State.MAYBE) == maybe
    assert states == sorted(states, reverse=True)


@pytest.mark.parametrize("kind", ["benefit", "risk"])
def test_a_pictograph_is_painted_in_the_colour_of_its_kind(qtbot, kind):
    made = Pictograph()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    painted = []
    for filled in (0, 3, 84):
        made.show_people(filled=filled, kind=kind, words=f"{filled} of 100")
        image = made.grab().toImage()
        tone = tone_of(kind).rgb()
        dots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        painted.append(sum(image.pixel(x, y) == tone for x, y in dots))
    assert painted[0] == 0
    assert painted[2] / painted[1] == pytest.approx(84 / 3, rel=0.05)
    assert made.accessibleName() == "84 of 100"


def test_small_people_are_as_many(qtbot):
    made = MiniPictograph()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show_people(filled=57, kind="benefit", words="57 of 100")
    image = made.grab().toImage()
    tone = tone_of("benefit").rgb()
    dots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert sum(image.pixel(x, y) == tone for x, y in dots) == 57 * 16


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (PairRow("A", "", 84), PairRow("B", "", 57), "27 more people"),
        (PairRow("A", "", 17), PairRow("B", "", 18), "1 more person"),
        (PairRow("A", "", 50), PairRow("B", "", 50), ""),
        (PairRow("A", "", 5), PairRow("B", "", 5, out_of=1000), ""),
    ],
)
def test_a_pair_says_the_difference_only_where_there_is_one(qtbot, first, second, said):
    pair = Pair()
    qtbot.addWidget(pair)
    pair.show_pair(first, second)
    assert pair.difference() == said
    assert "A: " in pair.accessibleName()
    assert said in pair.accessibleName()


def test_each_level_of_certainty_has_its_word(qtbot):
    made = Certainty()
    qtbot.addWidget(made)
    names = []
    for level in LEVELS:
        made.show_level(level)
        names.append(made.accessibleName())
    assert names == [f"How sure: {level.capitalize()}" for level in LEVELS]
