"""Two groups of people on one scale."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme
from ui.widgets.pair import Pair, PairRow, number
from ui.widgets.people import soft_tone_of, tone_of

SURGERY = PairRow("Surgery and radiation", "could walk", 84)
RADIATION = PairRow("Radiation alone", "could walk", 57)


@pytest.fixture
def pair(qtbot):
    made = Pair()
    qtbot.addWidget(made)
    return made


def show(pair, first, second, width=1000, **more):
    pair.show_pair(first, second, **more)
    pair.resize(width, pair.heightForWidth(width))


def inked(pair, kind="benefit"):
    """Give x of each dot that has the colour of the kind: people and the large number."""
    image, tone = pair.grab().toImage(), tone_of(kind).rgb()
    return [
        x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == tone
    ]


def test_the_whole_is_said_in_words(pair):
    show(pair, SURGERY, RADIATION)
    assert pair.accessibleName() == (
        "Surgery and radiation: 84 of 100 people. Radiation alone: 57 of 100 people. 27 more people"
    )


def test_the_order_of_the_two_does_not_turn_the_difference_round(pair):
    show(pair, RADIATION, SURGERY)
    assert pair.difference() == "27 more people"


def test_what_is_counted_is_named(pair):
    show(pair, PairRow("A", "", 12), PairRow("B", "", 9), unit="treated bones")
    assert pair.difference() == "3 more treated bones"
    assert "A: 12 of 100 treated bones" in pair.accessibleName()


def test_a_number_between_two_is_printed_as_the_source_has_it(pair):
    between = PairRow("A", "", 4, number="4 or 5")
    assert (number(between), number(SURGERY)) == ("4 or 5", "84")
    show(pair, between, PairRow("B", "", 9))
    assert "A: 4 or 5 of 100" in pair.accessibleName()


@pytest.mark.parametrize("second", [PairRow("B", "", 50), PairRow("B", "", 500, out_of=1000)])
def test_there_is_no_bracket_between_equals_nor_between_what_is_counted_otherwise(pair, second):
    show(pair, PairRow("A", "", 50, kind="risk"), second._replace(kind="risk"))
    assert pair.difference() == ""
    assert "more" not in pair.accessibleName()
    assert not has_bracket(pair)
    show(pair, PairRow("A", "", 50, kind="risk"), PairRow("B", "", 49, kind="risk"))
    assert has_bracket(pair)


def has_bracket(pair):
    """Whether a line of the colour is drawn across the middle, between the rows of people."""
    image, tone = pair.grab().toImage(), tone_of("risk").rgb()
    plan = pair._plan(pair.width())
    top = round(plan.row)
    return any(
        image.pixel(x, y) == tone
        for x in range(image.width())
        for y in range(top + 2, top + round(plan.bracket) - 2)
    )


def test_the_people_go_as_far_along_the_scale_as_the_number(pair):
    ends = []
    for filled in (25, 50, 100):
        row = PairRow("A", "", filled)
        show(pair, row, row)
        number_begins = pair.width() - 110
        people = [x for x in inked(pair) if x < number_begins]
        ends.append(max(people) - min(people))
    assert ends[1] / ends[0] == pytest.approx(2, rel=0.15)
    assert ends[2] / ends[0] == pytest.approx(4, rel=0.15)


def test_in_a_narrow_place_the_names_go_above_the_people(pair):
    show(pair, SURGERY, RADIATION)
    assert min(inked(pair)) > 200
    show(pair, SURGERY, RADIATION, width=560)
    assert pair.minimumSizeHint().width() <= 560
    assert min(inked(pair)) < 20


def test_large_text_is_given_its_room(pair):
    show(pair, SURGERY, RADIATION)
    before = pair.height()
    theme().apply(QApplication.instance(), scheme="light", text_scale=2.0)
    assert pair.heightForWidth(1000) > 1.3 * before


def test_where_one_reads_from_the_right_the_people_begin_there(pair):
    show(pair, SURGERY, RADIATION)
    first = min(inked(pair))
    pair.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert pair.width() - max(inked(pair)) == pytest.approx(first, abs=2)
    assert min(inked(pair)) < first / 2


@pytest.mark.parametrize("scheme", ["dark", "high-contrast"])
def test_another_scheme_paints_the_people_anew(pair, scheme):
    show(pair, SURGERY, RADIATION)
    before = len(inked(pair))
    theme().apply(QApplication.instance(), scheme=scheme, text_scale=1.0)
    assert len(inked(pair)) == pytest.approx(before, rel=0.2)


def test_before_anything_is_shown_it_takes_no_room(pair):
    assert pair.heightForWidth(1000) == 0


def test_people_up_to_the_end_of_a_range_are_hatched(pair):
    plain = PairRow("A", "", 40)
    show(pair, plain, plain)
    filled = len(inked(pair))
    show(pair, plain._replace(maybe=20), plain)
    assert len(inked(pair)) > filled
    soft = soft_tone_of("benefit").rgb()
    image = pair.grab().toImage()
    hatched = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == soft
    ]
    assert hatched
    assert max(y for _, y in hatched) < image.height() / 2, "only in the first row"
