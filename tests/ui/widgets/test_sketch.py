"""The surgeon's sketch: the oval stands where the number is, and words say the same."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme
from ui.widgets.sketch import Mark, Sketch

WIDE = 500


@pytest.fixture
def sketch(qtbot):
    made = Sketch()
    qtbot.addWidget(made)
    return made


def show(sketch, well, out_of=100, low=None, high=None):
    sketch.show_mark(
        Mark(well, out_of, low, high, f"{well} of {out_of} people"),
        words=f"It went well for {well} of {out_of} people.",
    )
    sketch.resize(WIDE, sketch.sizeHint().height())


def across(sketch, role):
    """Give where, from left to right, the colour ``role`` is seen on the line of the sketch."""
    image = sketch.grab().toImage()
    wanted = theme().colour(role)
    row = round(sketch.height() - 13 * theme().text_scale)
    return [x for x in range(image.width()) if image.pixel(x, row) == wanted.rgb()]


@pytest.mark.parametrize("well", [1, 20, 50, 84, 99])
def test_the_oval_stands_at_its_share_of_the_line(sketch, well):
    show(sketch, well)
    oval = across(sketch, "action")
    assert sum(oval) / len(oval) == pytest.approx(sketch.x_of(well), abs=1.5)
    length = sketch.x_of(100) - sketch.x_of(0)
    assert sketch.x_of(well) == pytest.approx(sketch.x_of(0) + length * well / 100)


def test_of_a_thousand_it_stands_on_a_line_of_the_same_length(sketch):
    show(sketch, 990, out_of=1000)
    here, ends = sketch.x_of(990), (sketch.x_of(0), sketch.x_of(1000))
    show(sketch, 99)
    assert (sketch.x_of(99), sketch.x_of(0), sketch.x_of(100)) == (here, *ends)


def test_no_oval_hides_the_mark_at_an_end(sketch):
    for well in (0, 100):
        show(sketch, well)
        oval = across(sketch, "action")
        side = 22
        assert min(oval) > side
        assert max(oval) < WIDE - side


def test_a_range_is_a_band_from_end_to_end(sketch):
    show(sketch, 60, low=40, high=80)
    band = across(sketch, "action_soft")
    assert min(band) == pytest.approx(sketch.x_of(40), abs=3)
    assert max(band) == pytest.approx(sketch.x_of(80), abs=3)
    show(sketch, 60)
    assert across(sketch, "action_soft") == []


def test_from_the_right_where_one_reads_so(sketch):
    show(sketch, 10)
    left = sketch.x_of(10)
    sketch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert sketch.x_of(10) == pytest.approx(WIDE - left)
    oval = across(sketch, "action")
    assert sum(oval) / len(oval) == pytest.approx(sketch.x_of(10), abs=1.5)


def test_words_say_what_it_shows_and_it_grows_with_the_text(sketch):
    show(sketch, 84)
    assert sketch.accessibleName() == "It went well for 84 of 100 people."
    small = sketch.sizeHint().height()
    theme().apply(QApplication.instance(), scheme="light", text_scale=2.0)
    assert sketch.sizeHint().height() > 1.8 * small
