"""Parts that come and go are laid out once, at the width that they have."""

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.helpers.tours import settle
from ui.widgets.laying import appear, laid_out_early, laid_out_once
from ui.widgets.scroll import Scroll
from ui.widgets.slices import ENOUGH, Slices
from ui.widgets.text import Text


class Measured(QWidget):
    """Notes at which widths it was asked for its height."""

    def __init__(self):
        super().__init__()
        self.widths = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self):
        return True

    def heightForWidth(self, width):
        self.widths.append(width)
        return 20


class Counting(QVBoxLayout):
    """Counts how often it places its parts."""

    def __init__(self, parent):
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.count_of_times = 0

    def setGeometry(self, rect):  # noqa: N802 - Qt's name
        self.count_of_times += 1
        super().setGeometry(rect)


@pytest.fixture
def ground(qtbot):
    made = QWidget()
    made.resize(300, 200)
    Counting(made)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def parts(qtbot, ground):
    made = [Measured() for _ in range(4)]
    for each in made:
        ground.layout().addWidget(each)
    with qtbot.waitExposed(ground):
        ground.show()
    return made


def test_many_parts_are_laid_out_once(ground, parts):
    layout = ground.layout()
    for part in parts:
        part.hide()
        part.show()
    assert layout.count_of_times >= len(parts)
    layout.count_of_times = 0
    with laid_out_once(ground):
        with laid_out_once(ground):
            for part in parts:
                part.hide()
        for part in parts[1:]:
            part.show()
        assert layout.count_of_times == 0
    assert layout.count_of_times == 1
    assert [part.isVisible() for part in parts] == [False, True, True, True]
    assert parts[1].y() == 0
    assert parts[2].y() > 0


def test_after_an_error_it_is_laid_out_again(ground, parts):
    with pytest.raises(ZeroDivisionError), laid_out_once(ground):
        parts[0].setVisible(1 // 0)
    assert ground.layout().isEnabled()


def test_what_appears_is_laid_out_for_its_width(ground, parts):
    part, inner = QWidget(), Measured()
    QVBoxLayout(part).addWidget(inner)
    part.layout().setContentsMargins(0, 0, 0, 0)
    ground.layout().addWidget(part)
    appear(part, ground.width())
    assert part.isVisible()
    assert max(inner.widths) == inner.width() == 300


def test_on_a_hidden_page_it_comes_with_the_page(qtbot, ground):
    part, inner = QWidget(), Measured()
    QVBoxLayout(part).addWidget(inner)
    ground.layout().addWidget(part)
    appear(part, 77)
    assert inner.widths == []
    with qtbot.waitExposed(ground):
        ground.show()
    assert part.isVisible()


def test_what_was_hidden_comes_back_on_a_hidden_page(qtbot, ground):
    part = QWidget()
    ground.layout().addWidget(part)
    part.hide()
    appear(part, 300)
    with qtbot.waitExposed(ground):
        ground.show()
    assert part.isVisible()


def laid_out(page, size):
    for each in laid_out_early(page, size):
        if each is ENOUGH:
            QApplication.processEvents()


def tall_page(qtbot):
    """A page that scrolls: its bar makes what is inside narrower."""
    page, ground, scroll = QWidget(), QWidget(), Scroll()
    column = QVBoxLayout(ground)
    for number in range(30):
        column.addWidget(Text(f"A sentence that needs more than one line here: {number}. " * 4))
    scroll.setWidget(ground)
    QVBoxLayout(page).addWidget(scroll)
    qtbot.addWidget(page)
    return page


def places(page):
    return [each.geometry().getRect() for each in page.findChildren(Text)]


def test_what_is_laid_out_early_stands_where_it_stands_when_it_is_shown(qtbot):
    page = tall_page(qtbot)
    laid_out(page, QSize(400, 300))
    assert not page.isVisible()
    early = places(page)
    with qtbot.waitExposed(page):
        page.show()
    settle()
    assert places(page) == early
    other = tall_page(qtbot)
    other.resize(400, 300)
    with qtbot.waitExposed(other):
        other.show()
    settle()
    assert places(other) == early


def test_it_waits_until_the_page_is_made_and_leaves_one_that_is_shown_or_gone(qtbot):
    page = tall_page(qtbot)
    rest = Slices(page)
    rest.later(iter(()))
    steps = laid_out_early(page, QSize(400, 300))
    assert next(steps) is ENOUGH
    assert next(steps) is ENOUGH
    rest.finish()
    with qtbot.waitExposed(page):
        page.show()
    before = page.size()
    assert list(steps) == []
    assert page.size() == before
    gone = QWidget()
    steps = laid_out_early(gone, QSize(400, 300))
    shiboken6.delete(gone)
    assert list(steps) == []
