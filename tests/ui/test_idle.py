"""The idle watch counts from the last touch, by a clock that the test turns."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.idle import IdleWatch


class Hand:
    """A clock turned by hand, in seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_idle_is_told_once_and_any_touch_starts_anew(qtbot: QtBot, qapp: QApplication) -> None:
    hand = Hand()
    watch = IdleWatch(qapp, limit=600, now=hand)
    told: list[bool] = []
    watch.idle.connect(_counter(told))
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    hand.seconds = 599
    watch.check()
    assert told == []
    QTest.mouseClick(widget.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    hand.seconds = 700
    watch.check()
    assert told == []
    hand.seconds = 599 + 600
    watch.check()
    watch.check()
    assert told == [True]
    qapp.removeEventFilter(watch)


def _counter(told: list[bool]) -> Callable[[], None]:
    def count() -> None:
        told.append(True)

    return count
