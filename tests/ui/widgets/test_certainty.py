"""How sure: discs for the eye, the word for everybody."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme
from ui.widgets.certainty import LEVELS, Certainty, certainty_word

DISC, GAP = 20, 4


def discs(widget):
    """Say of each disc, from left to right, whether its middle is filled."""
    image = widget.grab().toImage()
    ink = theme().colour("ink").rgb()
    middle = image.height() // 2
    return [
        image.pixel(round(place * (DISC + GAP) + DISC / 2), middle) == ink for place in range(4)
    ]


@pytest.fixture
def bare(qtbot):
    made = Certainty(disc=DISC, word=False)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


@pytest.mark.parametrize(("place", "level"), list(enumerate(LEVELS, start=1)))
def test_the_surer_the_more_discs_are_filled(bare, place, level):
    bare.show_level(level)
    assert discs(bare) == [True] * place + [False] * (4 - place)


def test_from_the_right_where_one_reads_so(bare):
    bare.show_level("low")
    bare.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert discs(bare) == [False, False, True, True]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("word", [True, False])
def test_the_word_is_said_whether_it_is_shown_or_not(qtbot, level, word):
    made = Certainty(word=word)
    qtbot.addWidget(made)
    made.show_level(level)
    assert made.accessibleName() == f"How sure: {certainty_word(level)}"


def test_the_word_stands_whole_beside_the_discs(qtbot):
    made = Certainty(disc=DISC)
    qtbot.addWidget(made)
    widths = []
    for scale in (1.0, 2.0):
        theme().apply(QApplication.instance(), scheme="light", text_scale=scale)
        made.show_level("moderate")
        made.resize(made.sizeHint())
        image = made.grab().toImage()
        ground = image.pixel(image.width() - 1, 0)
        edge = [image.pixel(QPoint(image.width() - 1, y)) for y in range(image.height())]
        assert set(edge) == {ground}  # no letter runs over the edge
        widths.append(made.width())
    assert widths[1] > 1.8 * widths[0]


def test_there_is_no_level_without_a_word(bare):
    with pytest.raises(KeyError):
        bare.show_level("certain")
