"""Every page of the real window with the shipped content and four options, and what is pressed."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from benchmarks.timing import Input, Subject, click, tab
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison
from spinecounsel.discussion.steps import ORDER
from tests.helpers.examples import METASTASIS, played
from tests.helpers.tours import Toured, settle

PRESSED = {  # on a page: what is pressed, and pressed again, to see something else
    "case": ("case.tab.level", "case.tab.nerves"),
    "walk": ("walk.topic.2", "walk.topic.1"),
    "compare": ("compare.details",),
    "values": ("values.walk.somewhat", "values.walk.very"),
    "understanding": ("understanding.good.partly", "understanding.good.said"),
}
SIX = (
    *("surgery-decompression", "surgery-stabilisation", "radiotherapy-conventional"),
    *("radiosurgery", "vertebral-augmentation", "no-treatment"),
)
ROWS = 12


def subjects(size: tuple[int, int]) -> Iterator[Subject]:
    """Give each page with Tab, entered from its neighbour, and with something pressed on it."""
    sitting = played(METASTASIS, all_opened=True)
    toured = Toured(sitting.discussion, size=size)
    yield from of_window(toured)
    toured.close()
    toured = Toured(wide_comparison(sitting), size=size)
    yield from of_step(toured, "compare", f", 6 options and {ROWS} rows")
    toured.close()


def of_window(toured: Toured) -> Iterator[Subject]:
    """Give each page in the order of the steps."""
    for step in ORDER:
        yield from of_step(toured, step)


def of_step(toured: Toured, step: str, words: str = "") -> Iterator[Subject]:
    """Give one page, with each kind of input."""
    window = toured.window
    beside = ORDER[ORDER.index(step) - 1] if step != ORDER[0] else ORDER[1]
    page = toured.go_to(step)
    page.initial_focus().setFocus(Qt.FocusReason.TabFocusReason)
    yield Subject(f"{step}{words}: Tab", window, (tab(window),))
    yield Subject(f"{step}{words}: scrolled", window, scrolled(page))
    if step in PRESSED:
        inputs = tuple(pressing(window, name) for name in PRESSED[step])
        yield Subject(f"{step}{words}: {PRESSED[step][0]}", window, inputs)
    toured.go_to(step)
    there, back = (pressing(window, f"frame.step.{each}") for each in (step, beside))
    toured.go_to(beside)
    yield Subject(f"{step}{words}: entered, and {beside}", window, (there, back))


def scrolled(page: QWidget) -> tuple[Input, ...]:
    """Give what scrolls the page by keys: down, and up again."""
    keys = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
    return tuple(partial(QTest.keyClick, page, key) for key in keys)


def pressing(window: QWidget, name: str) -> Input:
    """Give the input that presses the button of that name; it is looked for once."""
    found: list[QAbstractButton] = []

    def press() -> None:
        if not (found and isValid(found[0]) and found[0].isVisible()):
            found[:] = [named(window, name)]
        click(found[0])()

    return press


def named(window: QWidget, name: str) -> QAbstractButton:
    """Give the visible button of that name."""
    found = [each for each in window.findChildren(QAbstractButton, name) if each.isVisible()]
    if not found:
        raise LookupError(f"no visible button {name}")
    return found[0]


def wide_comparison(sitting):
    """Give the discussion with six options side by side, in twelve rows that matter."""
    for option in SIX:
        sitting.change(moves.choosing, option, chosen=True)
    shown = [ident for topic in sitting.agenda.topics if not topic.closed for ident in topic.shown]
    estimates = [sitting.pack.estimates[ident] for ident in shown]
    found = {each.concept for each in estimates if each.option in SIX}
    concepts = tuple(each.id for each in sitting.pack.concepts if each.id in found)[:ROWS]
    sitting.change(moves.selecting, Comparison(options=SIX, concepts=concepts))
    settle()
    return sitting.discussion
