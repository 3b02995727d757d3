"""Every drawn widget in a window of its own, with a button that changes what it shows."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from benchmarks.timing import Subject, click
from ui.widgets.bar import Bar, BarPair
from ui.widgets.button import Button
from ui.widgets.mini_pictograph import MiniPictograph
from ui.widgets.pair import Pair, PairRow
from ui.widgets.pictograph import Pictograph
from ui.widgets.sketch import Mark, Sketch
from ui.widgets.spine.overview import Region
from ui.widgets.spine.picker import SpinePicker
from ui.widgets.spine.side import Lies

Show = Callable[[bool], None]
Drawn = tuple[QWidget, Show]
Making = Callable[[int], Drawn]
REGIONS = (
    Region("neck", "Neck", tuple(f"C{n}" for n in range(1, 8))),
    Region("chest", "Chest", tuple(f"T{n}" for n in range(1, 13))),
    Region("low-back", "Low back", tuple(f"L{n}" for n in range(1, 6))),
)


def pictograph(out_of: int) -> Drawn:
    """Give the crowd of ``out_of`` people."""
    drawn = Pictograph()

    def show(other: bool) -> None:  # noqa: FBT001 - one of two states
        filled = out_of * (57 if other else 84) // 100
        drawn.show_people(filled=filled, maybe=out_of // 10, out_of=out_of, words="so many")

    return drawn, show


def bar() -> Drawn:
    """Give one number as a bar."""
    drawn = Bar()

    def show(other: bool) -> None:  # noqa: FBT001 - one of two states
        drawn.show_bar(PairRow("", "", 57 if other else 84), words="so many")

    return drawn, show


def sketch() -> Drawn:
    """Give one line of the surgeon's sketch."""
    drawn = Sketch()

    def show(other: bool) -> None:  # noqa: FBT001 - one of two states
        well = 57 if other else 84
        drawn.show_mark(Mark(well, 100, well - 9, well + 9, "so many"), words="so many")

    return drawn, show


def pair(drawn: Pair) -> Drawn:
    """Give two arms of one study."""

    def show(other: bool) -> None:  # noqa: FBT001 - one of two states
        filled = 57 if other else 84
        drawn.show_pair(PairRow("Surgery", "", filled), PairRow("Radiation", "", 57))

    return drawn, show


def spine() -> Drawn:
    """Give the spine and one region of it."""
    drawn = SpinePicker(REGIONS, place="benchmark")

    def show(other: bool) -> None:  # noqa: FBT001 - one of two states
        drawn.show_marks(("T10",) if other else ("T10", "T11"), Lies.BONE)

    return drawn, show


def minis(count: int) -> Drawn:
    """Give so many small crowds; a comparison of 6 options and 12 rows has 72."""
    ground = QWidget()
    grid = QGridLayout(ground)
    crowds = [MiniPictograph() for _ in range(count)]
    for place, mini in enumerate(crowds):
        grid.addWidget(mini, place // 6, place % 6)

    def show(other: bool) -> None:  # noqa: FBT001 - one of two states
        for place, mini in enumerate(crowds):
            mini.show_people(filled=(place + (7 if other else 0)) % 100, words="so many")

    return ground, show


DRAWN: dict[str, Callable[[], Drawn]] = {
    "pictograph of 100": lambda: pictograph(100),
    "pictograph of 1,000": lambda: pictograph(1000),
    "pair": lambda: pair(Pair()),
    "bar": bar,
    "pair of bars": lambda: pair(BarPair()),
    "sketch": sketch,
    "spine": spine,
    "72 mini pictographs": lambda: minis(72),
}


def subjects(size: tuple[int, int]) -> Iterator[Subject]:
    """Give each drawn widget, filling a window of ``size``."""
    for name, make in DRAWN.items():
        yield from alone(name, make, size)


def alone(name: str, make: Callable[[], Drawn], size: tuple[int, int]) -> Iterator[Subject]:
    """Give one drawn widget, filling a window of ``size``, until the next is asked for."""
    drawn, show = make()
    show(False)  # noqa: FBT003 - one of two states
    button = Button("Change")
    button.setCheckable(True)
    button.toggled.connect(show)
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(button)
    column.addWidget(drawn, 1)
    window.resize(*size)
    window.show()
    yield Subject(name, window, (click(button),))
    window.hide()
    window.deleteLater()
