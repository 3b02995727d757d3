from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from spinecounsel.case.case import LEVELS
from spinecounsel.viewing.case_level import LIES, regions
from ui.theme.theme import theme
from ui.widgets.spine.art import SpineArt, art_shapes
from ui.widgets.spine.front import LEFT_OF_PATIENT, RIGHT_OF_PATIENT, ROW, front_shapes
from ui.widgets.spine.overview import Region
from ui.widgets.spine.picker import SpinePicker
from ui.widgets.spine.side import Lies, middles, side_shapes

REGIONS = [Region(each.id, each.name, each.levels) for each in regions()]
REGION_OF = {level: region for region in REGIONS for level in region.levels}


def tumours(shapes):
    return {shape.level: shape.path.boundingRect() for shape in shapes if shape.role == "tumour"}


@pytest.fixture
def picker(qtbot):
    made = SpinePicker(REGIONS, place="case")
    qtbot.addWidget(made)
    made.resize(560, 560)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def row(picker, level):
    return picker.findChild(QAbstractButton, f"case.level.{level}")


def seen(picker):
    return [level for level in LEVELS if not row(picker, level).isHidden()]


def test_every_place_that_a_case_can_name_can_be_drawn():
    assert {*LIES.values(), Lies.UNKNOWN} == set(Lies)
    assert set(middles()) == set(LEVELS)


@pytest.mark.parametrize("lies", [Lies.BONE, Lies.BESIDE_CORD, Lies.IN_CORD])
def test_a_tumour_is_drawn_at_its_own_level(lies):
    found = tumours(side_shapes(LEVELS, lies))
    assert set(found) == set(LEVELS)
    order = [found[level].center().y() for level in LEVELS]
    assert order == sorted(order)
    for level, place in found.items():
        assert abs(place.center().y() - middles()[level][1]) < 14


def test_a_tumour_in_the_cord_is_not_drawn_in_the_bone():
    shapes = side_shapes(("T6",), Lies.IN_CORD)
    canal = next(shape.path for shape in shapes if shape.role == "canal")
    body = next(shape.path for shape in shapes if (shape.role, shape.level) == ("body", "T6"))
    place = tumours(shapes)["T6"].center()
    assert canal.contains(place)
    assert not body.contains(place)


@pytest.mark.parametrize("level", [*(f"C{n}" for n in range(1, 8)), "T10", "L3", "S2"])
def test_the_right_of_the_patient_is_on_the_left_of_the_picture(level):
    levels = REGION_OF[level].levels
    middle = ROW * (levels.index(level) + 0.5)
    right = tumours(front_shapes(levels, (level,), Lies.BONE, (RIGHT_OF_PATIENT,)))[level]
    left = tumours(front_shapes(levels, (level,), Lies.BONE, (LEFT_OF_PATIENT,)))[level]
    assert right.center().x() < 0 < left.center().x()
    assert right.contains(right.center().x(), middle)


def test_without_a_class_the_vertebra_is_marked_and_no_tumour_drawn():
    shapes = front_shapes(REGION_OF["L2"].levels, ("L2",), Lies.UNKNOWN)
    assert tumours(shapes) == {}
    assert [shape.level for shape in shapes if shape.role == "marked"] == ["L2"]


def test_each_region_shows_its_own_rows(picker, qtbot):
    for region in REGIONS:
        button = picker.findChild(QAbstractButton, f"case.region.{region.id}")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert seen(picker) == list(region.levels)
        assert all(row(picker, level).height() >= 42 for level in region.levels)


def test_a_row_that_is_pressed_says_its_level_and_waits_for_the_view(picker, qtbot):
    with qtbot.waitSignal(picker.toggled) as pressed:
        qtbot.mouseClick(row(picker, "T10"), Qt.MouseButton.LeftButton)
    assert pressed.args == ["T10"]
    assert not row(picker, "T10").isChecked()
    picker.show_marks(("T9", "T10"), Lies.BONE)
    assert [level for level in LEVELS if row(picker, level).isChecked()] == ["T9", "T10"]


def test_arrow_keys_go_through_the_whole_spine_and_space_presses(picker, qtbot):
    picker.findChild(QAbstractButton, "case.region.neck").click()
    row(picker, "C1").setFocus()
    for level in LEVELS[1:]:
        qtbot.keyClick(picker.focusWidget(), Qt.Key.Key_Down)
        assert row(picker, level).hasFocus()
    qtbot.keyClick(picker.focusWidget(), Qt.Key.Key_Down)
    assert row(picker, "Co").hasFocus()
    with qtbot.waitSignal(picker.toggled) as pressed:
        qtbot.keyClick(picker.focusWidget(), Qt.Key.Key_Space)
    assert pressed.args == ["Co"]


def test_the_region_follows_levels_that_are_all_new_and_else_stays(picker):
    picker.show_marks(("L3",), Lies.BONE)
    assert "L3" in seen(picker)
    picker.findChild(QAbstractButton, "case.region.neck").click()
    picker.show_marks(("C5", "L3"), Lies.BONE)
    picker.show_marks(("L3",), Lies.BONE)
    assert "C5" in seen(picker)


def test_the_ornament_is_drawn_without_a_tumour(qtbot):
    art = SpineArt()
    qtbot.addWidget(art)
    art.resize(158, 732)
    assert tumours(side_shapes()) == {}
    picture = art.grab().toImage()
    colours = {picture.pixelColor(x, 300).name() for x in range(158)}
    assert len(colours) > 3


def test_the_file_of_the_ornament_holds_the_drawing_of_the_spine():
    kept, computed = art_shapes(), side_shapes()
    assert [shape.role for shape in kept] == [shape.role for shape in computed]
    for one, other in zip(kept, computed, strict=True):
        assert points(one.path) == pytest.approx(points(other.path), abs=1e-3)


def points(path):
    places = (path.elementAt(number) for number in range(path.elementCount()))
    return [value for place in places for value in (place.x, place.y)]


def test_what_is_kept_of_a_drawing_never_shows_what_was(picker, qapp):
    picker.show_marks((), Lies.UNKNOWN)
    bare = picker.grab().toImage()
    pictures = [bare]
    for lies in Lies:
        picker.show_marks(("T6",), lies)
        pictures.append(picker.grab().toImage())
    assert all(one != other for one, other in combinations(pictures, 2))
    picker.show_marks((), Lies.UNKNOWN)
    assert picker.grab().toImage() == bare
    theme().apply(qapp, scheme="dark", text_scale=1.0)
    assert theme().colour("bone") in colours(picker.grab().toImage())
    theme().apply(qapp, scheme="light", text_scale=1.0)
    assert theme().colour("bone") in colours(picker.grab().toImage())


def colours(picture):
    across, down = range(0, picture.width(), 2), range(0, picture.height(), 2)
    return [picture.pixelColor(x, y) for x in across for y in down]
