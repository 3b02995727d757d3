"""A number as a bar: its length is the number, and nothing that is there looks like nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme
from ui.widgets.bar import Bar, BarPair
from ui.widgets.pair import PairRow
from ui.widgets.people import soft_tone_of, tone_of

WIDE = 602


@pytest.fixture
def bar(qtbot):
    made = Bar()
    qtbot.addWidget(made)
    return made


def show(bar, filled, **more):
    bar.show_bar(PairRow("", "", filled, **more), words="in words")
    bar.resize(WIDE, bar.heightForWidth(WIDE))
    return bar.grab().toImage()


def columns(image, *tones):
    """Give the x at which the middle of the bar has one of these colours."""
    wanted = {tone.rgb() for tone in tones}
    return [x for x in range(image.width()) if image.pixel(x, 12) in wanted]


@pytest.mark.parametrize("kind", ["benefit", "risk", "course"])
@pytest.mark.parametrize(("filled", "out_of"), [(1, 100), (43, 100), (99, 100), (600, 1000)])
def test_its_length_is_the_number(bar, kind, filled, out_of):
    image = show(bar, filled, out_of=out_of, kind=kind)
    assert len(columns(image, tone_of(kind))) == pytest.approx(600 * filled / out_of, abs=3)


def test_a_small_number_and_a_small_rest_are_seen_and_none_and_all_are_whole(bar):
    tone = tone_of("benefit")
    lengths = [len(columns(show(bar, n, out_of=1000), tone)) for n in (0, 1, 999, 1000)]
    assert lengths[0] == 0
    assert 2 <= lengths[1] <= 5
    assert 590 <= lengths[2] <= lengths[3] - 2


def test_a_range_is_hatched_on_both_sides_of_the_number_and_the_number_is_marked(bar):
    image = show(bar, 50, least=40, maybe=20)
    tone, soft = tone_of("benefit"), soft_tone_of("benefit")
    plain = columns(image, tone)
    assert set(range(5, 235)) <= set(plain)
    assert min(columns(image, soft)) >= 240
    assert max(columns(image, soft)) == pytest.approx(420, abs=8)
    (mark, *_, last) = [x for x in range(WIDE) if image.pixel(x, 1) == theme().colour("ink").rgb()]
    assert (mark + last) / 2 == pytest.approx(300, abs=2)


def test_perhaps_one_is_hatched_and_not_filled(bar):
    image = show(bar, 0, maybe=1)
    assert columns(image, soft_tone_of("benefit"))
    assert show(bar, 0) != image


def test_where_one_reads_from_the_right_it_begins_there(bar):
    before = columns(show(bar, 30), tone_of("benefit"))
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = columns(show(bar, 30), tone_of("benefit"))
    assert WIDE - 1 - after[-1] == pytest.approx(before[0], abs=1)
    assert len(after) == pytest.approx(len(before), abs=1)


def test_it_says_the_same_in_words_and_takes_no_focus(bar):
    show(bar, 84)
    assert bar.accessibleName() == "in words"
    assert bar.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_large_text_is_given_its_room(bar):
    before = bar.heightForWidth(WIDE)
    theme().apply(QApplication.instance(), scheme="light", text_scale=2.0)
    assert bar.heightForWidth(WIDE) > 1.6 * before


@pytest.fixture
def pair(qtbot):
    made = BarPair()
    qtbot.addWidget(made)
    return made


def test_two_bars_share_one_scale_and_say_the_difference(pair):
    pair.show_pair(
        PairRow("A", "", 80, kind="risk"), PairRow("B", "", 40, kind="risk"), unit="operations"
    )
    pair.resize(1000, pair.heightForWidth(1000))
    assert pair.accessibleName() == (
        "A: 80 of 100 operations. B: 40 of 100 operations. 40 more operations"
    )
    image, tone = pair.grab().toImage(), tone_of("risk").rgb()
    numbers = pair.width() - 110
    lengths = [
        sum(image.pixel(x, y) == tone for x in range(numbers)) for y in range(image.height())
    ]
    longest, half = max(lengths), sorted(lengths)[-80]
    assert half / longest == pytest.approx(0.5, abs=0.02)


def test_between_numbers_that_are_not_exact_there_is_no_difference(pair):
    few = PairRow("A", "", 0, maybe=1, number="Fewer than 1")
    pair.show_pair(few, PairRow("B", "", 40))
    assert pair.difference() == ""
    assert "A: Fewer than 1 of 100 people" in pair.accessibleName()
