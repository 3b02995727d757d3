"""The trail down the page: stops, and other marks where nothing is told."""

import pytest

from ui.theme.theme import theme
from ui.widgets.trail import Trail

HIGH = 120


@pytest.fixture
def picture(qtbot):
    def draw(*marks, **ends):
        trail = Trail(*marks, **ends)
        qtbot.addWidget(trail)
        trail.resize(trail.sizeHint().width(), HIGH)
        return trail.grab().toImage()

    return draw


def reached(image, y):
    """Tell whether the line goes through this height."""
    return image.pixelColor(image.width() // 2, y).rgb() == theme().colour("edge").rgb()


def seen(image, role):
    wanted = theme().colour(role).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_the_line_goes_on_until_the_last_stop(picture):
    assert reached(picture(), HIGH - 2)
    assert not reached(picture(last=True), HIGH - 2)


def test_where_something_is_told_the_stop_is_filled(picture):
    assert seen(picture(), "action")


@pytest.mark.parametrize("mark", ["not_known", "lock", "hand"])
def test_where_nothing_is_told_another_mark_stands_there(picture, mark):
    image = picture(mark, last=True)
    assert not seen(image, "action")
    assert seen(image, "ink2")
