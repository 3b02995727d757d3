"""Parts that come and go are laid out once, at the width that they have."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.laying import appear, laid_out_once


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
