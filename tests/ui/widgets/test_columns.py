import pytest
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.columns import Columns
from ui.widgets.scroll import Scroll


def column(width):
    made = QWidget()
    made.setMinimumSize(width, 40)
    return made


@pytest.fixture
def shown(qtbot):
    """Two columns that need 300 and 200 px, with 24 between them, in what scrolls."""
    columns, scroll = Columns([[column(300)], [column(200)]]), Scroll()
    scroll.setWidget(columns)
    qtbot.addWidget(scroll)
    scroll.resize(800, 400)
    scroll.show()
    return columns, scroll


def test_columns_fold_where_they_lack_the_room_and_unfold_again(qapp, shown):
    columns, scroll = shown
    for width, folded in ((800, False), (523, True), (524, False), (300, True)):
        scroll.resize(width, 400)
        qapp.processEvents()
        assert columns.folded is folded
        assert columns.width() == width  # nothing hangs over the edge


def test_columns_fold_when_what_they_hold_needs_more(qapp, shown):
    columns, scroll = shown
    scroll.resize(524, 400)
    qapp.processEvents()
    assert not columns.folded
    columns.findChildren(QWidget)[0].setMinimumWidth(301)
    qapp.processEvents()
    assert columns.folded


def test_columns_fold_with_large_text_in_any_room(qapp, shown):
    columns, _scroll = shown
    theme().apply(qapp, scheme="light", text_scale=1.5)
    assert columns.folded
    theme().apply(qapp, scheme="light", text_scale=1.0)
    assert not columns.folded
