"""Times something 200 times beside an empty page of the same size, and says how it went."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MEDIAN_MS, WORST_MS = 16.0, 50.0
Input = Callable[[], None]


class Subject(NamedTuple):
    """What is timed: its name, the window that is painted, and the inputs, one after the other."""

    name: str
    window: QWidget
    inputs: tuple[Input, ...]


class Measured(NamedTuple):
    """Median and worst in ms, and the median of the empty page in the same run."""

    name: str
    median: float
    worst: float
    empty: float

    @property
    def over(self) -> bool:
        """Whether it is slower than it may be."""
        return self.median >= MEDIAN_MS or self.worst >= WORST_MS

    def line(self) -> str:
        """Give the line of the table."""
        ratio = self.median / self.empty if self.empty else 0.0
        word = "  over" if self.over else ""
        return f"{self.name:<44}{self.median:9.1f}{self.worst:9.1f}{ratio:9.1f}{word}"


HEADING = f"{'input to painted frame':<44}{'median':>9}{'worst':>9}{'ratio':>9}  (ms)"


def measured(subject: Subject, empty: Subject, rounds: int) -> Measured:
    """Time ``subject`` and ``empty`` by turns; each input is tried once before."""
    for trial in (*subject.inputs, *subject.inputs):
        frame(subject.window, trial)
    frame(empty.window, empty.inputs[0])
    own: list[float] = []
    bare: list[float] = []
    with steady():
        for number in range(rounds):
            own.append(frame(subject.window, subject.inputs[number % len(subject.inputs)]))
            bare.append(frame(empty.window, empty.inputs[0]))
    return Measured(subject.name, median(own), max(own), median(bare))


def frame(window: QWidget, given: Input) -> float:
    """Give the ms from an input to the end of painting the whole window."""
    QApplication.processEvents()
    start = time.perf_counter()
    given()
    QApplication.processEvents()
    window.repaint()
    return (time.perf_counter() - start) * 1000


@contextmanager
def steady() -> Iterator[None]:
    """Keep the collector of garbage from walking through what stays anyway."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


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
