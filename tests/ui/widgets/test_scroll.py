"""What scrolls makes room at once, and once."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

LONG = "Some people walk without help after the operation. " * 8


class Resizes(QObject):
    """Notes the heights that a widget is given."""

    def __init__(self, widget):
        super().__init__()
        self.heights = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Resize:
            self.heights.append(event.size().height())
        return False


@pytest.fixture
def scroll(qtbot):
    made, ground = Scroll(), QWidget()
    qtbot.addWidget(made)
    whole = QVBoxLayout(ground)
    for _ in range(3):
        card = Card()
        card.add(Text("Short."))
        whole.addWidget(card)
    whole.addStretch(1)
    made.setWidget(ground)
    made.resize(300, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_grew_has_its_height_at_once_and_is_placed_only_there(scroll):
    text = scroll.findChildren(Text)[1]
    resizes = Resizes(text)
    text.setText(LONG)
    scroll.make_room(text)
    needed = text.heightForWidth(text.width())
    assert text.height() == needed > scroll.height()
    assert resizes.heights == [needed]
    below = scroll.findChildren(Card)[2]
    assert below.y() > text.mapTo(scroll.widget(), text.rect().bottomLeft()).y()
    assert scroll.verticalScrollBar().maximum() > 0
