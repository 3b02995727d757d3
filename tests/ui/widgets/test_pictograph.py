"""The crowd as it is painted: who is filled, hatched or hollow, counted on the picture itself."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme
from ui.widgets.people import soft_tone_of, tone_of
from ui.widgets.pictograph import Pictograph

ACROSS = 10
SURELY = 40  # dots of pure colour in a person who is filled, and far more than an outline has


@pytest.fixture
def pictograph(qtbot):
    made = Pictograph()
    qtbot.addWidget(made)
    made.resize(made.sizeHint() * 2)
    return made


def people(widget, kind="benefit"):
    """Give a letter for each person, from left to right and down: filled, maybe or hollow."""
    image = widget.grab().toImage()
    tone, soft = tone_of(kind).rgb(), soft_tone_of(kind).rgb()
    return "".join(_person(image, place, tone, soft) for place in range(ACROSS * ACROSS))


def _person(image, place, tone, soft):
    row, column = divmod(place, ACROSS)
    wide, high = image.width() / ACROSS, image.height() / ACROSS
    dots = [
        image.pixel(x, y)
        for x in range(round(column * wide), round((column + 1) * wide))
        for y in range(round(row * high), round((row + 1) * high))
    ]
    if dots.count(soft) > SURELY and dots.count(tone) > SURELY:
        return "m"
    return "f" if dots.count(tone) > SURELY else "h"


@pytest.mark.parametrize("kind", ["benefit", "risk", "course"])
@pytest.mark.parametrize(("filled", "maybe"), [(0, 0), (1, 0), (33, 12), (100, 0)])
def test_exactly_so_many_are_filled_then_hatched_then_hollow(pictograph, kind, filled, maybe):
    pictograph.show_people(filled=filled, maybe=maybe, kind=kind, words="some")
    rest = 100 - filled - maybe
    assert people(pictograph, kind) == "f" * filled + "m" * maybe + "h" * rest


@pytest.mark.parametrize("filled", [0, 1, 7, 1000])
def test_a_thousand_are_as_many_dots(pictograph, filled):
    pictograph.show_people(filled=1000, out_of=1000, kind="risk", words="all")
    whole = _ink(pictograph)
    pictograph.show_people(filled=filled, out_of=1000, kind="risk", words="some")
    assert _ink(pictograph) * 1000 == pytest.approx(whole * filled, rel=0.02)


def _ink(widget):
    widget.resize(widget.sizeHint() * 2)
    image = widget.grab().toImage()
    tone = tone_of("risk").rgb()
    return sum(
        image.pixel(x, y) == tone for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("scale", [0.8, 1, 3])
def test_any_size_shows_the_same_people(pictograph, scale):
    pictograph.show_people(filled=43, words="43 of 100")
    pictograph.resize(pictograph.sizeHint() * scale)
    shown = people(pictograph)
    assert shown == "f" * 43 + "h" * 57


def test_in_a_box_of_another_shape_nobody_is_lost(pictograph):
    pictograph.show_people(filled=100, words="100 of 100")
    pictograph.resize(QSize(900, 400))
    image = pictograph.grab().toImage()
    inked = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) == tone_of("benefit").rgb() for y in range(image.height()))
    ]
    assert image.width() - 1 - inked[-1] == pytest.approx(inked[0], abs=3)  # in the middle
    assert inked[-1] - inked[0] == pytest.approx(400 * 288 / 348, rel=0.05)  # and in proportion


def test_the_height_follows_from_the_width(pictograph):
    wanted = pictograph.sizeHint()
    assert pictograph.hasHeightForWidth()
    assert pictograph.heightForWidth(wanted.width() * 2) == wanted.height() * 2
    pictograph.show_people(filled=3, out_of=1000, words="3 of 1,000")
    assert pictograph.sizeHint() != wanted


def test_where_one_reads_from_the_right_the_first_person_stands_there(pictograph):
    pictograph.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pictograph.show_people(filled=3, maybe=2, words="3 to 5 of 100")
    assert people(pictograph)[:ACROSS] == "hhhhhmmfff"


@pytest.mark.parametrize("scheme", ["dark", "high-contrast"])
def test_another_scheme_paints_the_people_anew(pictograph, scheme):
    pictograph.show_people(filled=20, maybe=5, words="20 to 25 of 100")
    before = tone_of("benefit")
    pictograph.grab()
    theme().apply(QApplication.instance(), scheme=scheme, text_scale=1.0)
    assert tone_of("benefit") != before
    assert people(pictograph) == "f" * 20 + "m" * 5 + "h" * 75


def test_the_same_is_said_in_words(pictograph):
    pictograph.show_people(filled=84, words="84 of 100 people can walk")
    assert pictograph.accessibleName() == "84 of 100 people can walk"
    pictograph.show_people(filled=57, words="57 of 100 people can walk")
    assert pictograph.accessibleName() == "57 of 100 people can walk"
