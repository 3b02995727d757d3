"""A row that wraps: no child is cut, and the height follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.wrapping import Wrapping


@pytest.fixture
def row(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = Wrapping(holder, spacing=8)
    for words in ("Radiotherapy", "Radiosurgery", "No treatment"):
        layout.addWidget(Button(words))
    return holder


def lay(row, width):
    row.resize(width, row.layout().heightForWidth(width))
    row.layout().activate()
    return [row.layout().itemAt(place).widget().geometry() for place in range(3)]


def test_side_by_side_where_there_is_room(row):
    places = lay(row, 900)
    assert len({each.top() for each in places}) == 1
    assert places[0].right() < places[1].left()


def test_below_each_other_where_there_is_none(row):
    places = lay(row, 200)
    assert [each.left() for each in places] == [0, 0, 0]
    assert places[0].bottom() < places[1].top()
    assert places[2].bottom() < row.height()


def test_from_the_right_where_one_reads_so(row):
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    places = lay(row, 900)
    assert places[0].right() == 899
    assert places[1].right() < places[0].left()


def test_what_is_taken_out_leaves_no_gap(row):
    layout = row.layout()
    layout.removeWidget(layout.itemAt(0).widget())
    assert layout.count() == 2
    row.layout().setGeometry(row.rect())
    assert layout.itemAt(0).widget().x() == 0
    assert layout.itemAt(5) is None
    assert layout.takeAt(5) is None
