"""The idle watch counts from the last touch, by a clock that the test turns."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.away.idle import IdleWatch


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
    turn(hand, watch, 599)
    assert told == []
    QTest.mouseClick(widget.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    turn(hand, watch, 700)
    assert told == []
    turn(hand, watch, 599 + 600)
    watch.check()
    assert told == [True]
    watch.stop()


def test_the_last_minute_is_counted_down_until_somebody_is_back(qapp: QApplication) -> None:
    hand = Hand()
    watch = IdleWatch(qapp, limit=300, now=hand)
    heard: list[object] = []
    watch.nearly.connect(heard.append)
    watch.back.connect(_adder(heard, "back"))
    watch.idle.connect(_adder(heard, "idle"))
    turn(hand, watch, 239)
    assert heard == []
    turn(hand, watch, 240)
    turn(hand, watch, 250.4)
    watch.touch()
    assert heard == [60, 55, 50, "back"]
    turn(hand, watch, 600)
    assert heard[-1] == "idle"
    watch.stop()


def test_a_computer_that_slept_is_idle_when_it_wakes(qapp: QApplication) -> None:
    hand = Hand()
    watch = IdleWatch(qapp, limit=300, now=hand)
    told: list[bool] = []
    watch.idle.connect(_counter(told))
    turn(hand, watch, 20)
    hand.seconds += 60
    watch.check()
    assert told == [True]
    watch.stop()


def turn(hand: Hand, watch: IdleWatch, until: float) -> None:
    """Let time pass, with a look every five seconds."""
    while hand.seconds < until:
        hand.seconds = min(until, hand.seconds + 5)
        watch.check()


def _adder(heard: list[object], word: str) -> Callable[[], None]:
    def add() -> None:
        heard.append(word)

    return add


def _counter(told: list[bool]) -> Callable[[], None]:
    def count() -> None:
        told.append(True)

    return count
