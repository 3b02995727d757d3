"""Times an input until all that it changed is painted, beside an empty page of the same size."""

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.lines import Line, middle, steady

MEDIAN_MS, WORST_MS = 16.0, 50.0
Input = Callable[[], None]


class Subject(NamedTuple):
    """What is timed: its name, the window that is painted, and the inputs, one after the other."""

    name: str
    window: QWidget
    inputs: tuple[Input, ...]


def measured(subject: Subject, empty: Subject, rounds: int) -> Line:
    """Time ``subject`` and ``empty`` by turns; each input is tried twice before."""
    for trial in (*subject.inputs, *subject.inputs):
        frame(subject.window, trial)
    frame(empty.window, empty.inputs[0])
    own: list[float] = []
    bare: list[float] = []
    with steady():
        for number in range(rounds):
            own.append(frame(subject.window, subject.inputs[number % len(subject.inputs)]))
            bare.append(frame(empty.window, empty.inputs[0]))
    return Line(
        subject.name,
        middle(own),
        middle(bare),
        most_own=MEDIAN_MS,
        worst=max(own),
        most_worst=WORST_MS,
    )


def frame(window: QWidget, given: Input) -> float:
    """Give the ms from an input until all that it changed is laid out and painted.

    What nothing changed is painted when nothing of the window was: so there is always a frame.
    """
    settle()
    watched = _Watch(window)
    start = time.perf_counter()
    given()
    settle()
    if not watched.painted:
        window.repaint()
    took = (time.perf_counter() - start) * 1000
    watched.leave()
    return took


def settle() -> None:
    """Let what is waiting happen, and what that brings about: layouts, then the paint."""
    for _ in range(3):
        QApplication.processEvents()


class _Watch(QObject):
    """Notes whether something of a window was painted, until ``leave``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.painted = False
        self._window = window
        window.installEventFilter(self)

    def leave(self) -> None:
        self._window.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.UpdateRequest:
            self.painted = True
        return False


def tab(window: QWidget) -> Input:
    """Give the input that presses Tab where the focus is."""

    def press() -> None:
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)

    return press


def click(widget: QWidget) -> Input:
    """Give the input that presses the mouse on ``widget``."""

    def press() -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    return press


def empty_page(size: tuple[int, int]) -> Subject:
    """Give an empty page that is as large as the others."""
    page = QWidget()
    page.resize(*size)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.show()
    return Subject("an empty page", page, (tab(page),))
