"""The small crowd of a table: by columns, so that its length is the number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme
from ui.widgets.mini_pictograph import MiniPictograph
from ui.widgets.people import tone_of

ROWS, COLUMNS = 5, 20


@pytest.fixture
def small(qtbot):
    made = MiniPictograph()
    qtbot.addWidget(made)
    return made


def picture(widget):
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


def inked(widget, kind="risk"):
    """Give x and y of each dot that has the colour of the kind."""
    image, tone = picture(widget), tone_of(kind).rgb()
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == tone
    }


@pytest.mark.parametrize(("filled", "columns"), [(1, 1), (5, 1), (6, 2), (50, 10), (100, 20)])
def test_people_stand_in_columns_so_the_length_is_the_number(small, filled, columns):
    small.show_people(filled=filled, kind="risk", words="some")
    runs = sorted({x for x, _ in inked(small)})
    starts = [x for x in runs if x - 1 not in runs]
    assert len(starts) == columns
    assert len(inked(small)) == filled * 16


def test_of_a_thousand_each_has_a_mark_of_its_own(small):
    small.show_people(filled=7, out_of=1000, kind="risk", words="7 of 1,000")
    seven = len(inked(small))
    small.show_people(filled=1, out_of=1000, kind="risk", words="1 of 1,000")
    assert 0 < len(inked(small)) * 7 <= seven * 2
    small.show_people(filled=0, out_of=1000, kind="risk", words="none of 1,000")
    assert not inked(small)


def test_those_who_may_be_are_outlined_not_filled(small):
    small.show_people(filled=0, maybe=10, kind="risk", words="up to 10 of 100")
    assert len(inked(small)) == 10 * 12  # the frame of a square of four dots


def test_where_one_reads_from_the_right_it_grows_from_there(small):
    small.show_people(filled=5, kind="risk", words="5 of 100")
    left = inked(small)
    small.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    last = picture(small).width() - 1
    assert inked(small) == {(last - x, y) for x, y in left}


def test_it_grows_with_the_text_and_keeps_its_number(small):
    small.show_people(filled=30, kind="risk", words="30 of 100")
    before = small.sizeHint()
    theme().apply(QApplication.instance(), scheme="dark", text_scale=2.0)
    assert small.sizeHint().width() > 1.8 * before.width()
    assert len(inked(small)) == 30 * 81


def test_the_same_is_said_in_words(small):
    small.show_people(filled=7, out_of=1000, kind="risk", words="7 of 1,000 people")
    assert small.accessibleName() == "7 of 1,000 people"


def test_a_range_is_a_line_below_as_long_as_its_columns(small):
    small.show_people(filled=50, kind="risk", words="50 of 100")
    plain = small.sizeHint().height()
    small.show_range(20, 80)
    assert small.sizeHint().height() > plain
    image, tone = picture(small), theme().colour("ink2").rgb()
    below = [
        x
        for x in range(image.width())
        for y in range(plain, image.height())
        if image.pixel(x, y) == tone
    ]
    assert 0 < min(below) < image.width() / 4
    assert image.width() * 3 / 4 < max(below) < image.width()
    small.show_range(None, None)
    assert small.sizeHint().height() == plain
