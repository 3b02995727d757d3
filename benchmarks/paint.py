"""How long from an input to the painted frame: every page of the real window, every drawn widget.

Offscreen; the median and the worst of 200 inputs, beside an empty page of the same size.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from benchmarks import pages, widgets
from benchmarks.asked import Asked
from benchmarks.lines import Curve, Result
from benchmarks.timing import Subject, empty_page, measured
from ui.theme.theme import theme

ROUNDS = 200
SIZE = (1366, 768)
CROWDS = (10, 100, 1000)
MINIS = (12, 36, 72, 144, 288)
Subjects = Callable[[tuple[int, int]], Iterator[Subject]]


def of_pages(asked: Asked) -> Iterator[Result]:
    """Give a line for each page, entered, scrolled, and with something pressed on it."""
    yield from _measured(pages.subjects, asked)


def of_pictures(asked: Asked) -> Iterator[Result]:
    """Give a line for each drawn widget, and how crowds grow."""
    yield from _measured(widgets.subjects, asked)
    if not asked.only:
        rounds = asked.rounds or (2 if asked.quick else ROUNDS)
        yield _grown("one crowd", CROWDS, widgets.pictograph, "people", rounds)
        yield _grown("small crowds", MINIS, widgets.minis, "people or crowds", rounds)


def _measured(subjects: Subjects, asked: Asked) -> Iterator[Result]:
    empty = dressed()
    rounds = asked.rounds or (2 if asked.quick else ROUNDS)
    for subject in islice(subjects(SIZE), 6 if asked.quick else None):
        if asked.only in subject.name:
            yield measured(subject, empty, rounds)


def _grown(
    name: str, loads: tuple[int, ...], make: widgets.Making, load: str, rounds: int
) -> Curve:
    empty = dressed()
    points = tuple(
        (float(count), measured(subject, empty, rounds).own)
        for count in loads
        for subject in widgets.alone(name, partial(make, count), SIZE)
    )
    return Curve("a pictograph, changed and painted", name, load, points)


def dressed() -> Subject:
    """Give the empty page, in an application that wears the theme."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - made here
    qInstallMessageHandler(_on_message)
    theme().apply(app, scheme="light", text_scale=1.0)
    return empty_page(SIZE)


def _on_message(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Print what Qt says, but for what it says of each window offscreen."""
    if not words.startswith("This plugin does not support"):
        sys.stderr.write(f"{words}\n")
