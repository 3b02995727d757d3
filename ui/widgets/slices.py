"""Long work in slices: what is in sight is made at once, the rest between what a person does."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

SLICE = 0.004  # s, after which whatever waits has its turn
REST = 16  # ms from one slice to the next
ENOUGH = object()  # a step that gives this is the last of its slice, however short that was


class Slices(QTimer):
    """Works through one list of steps at a time; it rests when they are done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(REST)
        self.timeout.connect(self._on_timeout)
        self._steps: Iterator[object] = iter(())

    def take(self, steps: Iterator[object], *, until: Callable[[], bool]) -> None:
        """Do ``steps`` until something is true, and the others later."""
        self._steps = steps
        if not self._do(until):
            self.start()

    def later(self, steps: Iterator[object]) -> None:
        """Do all of ``steps`` later, in place of those that are left."""
        self._steps = steps
        self.start()

    def hurry(self, until: Callable[[], bool]) -> None:
        """Do some of the others now, until something is true."""
        self._do(until)

    def finish(self) -> None:
        """Do the others now: somebody wants to know all of it."""
        self._do(_never)

    def forget(self) -> None:
        """Do none of the others."""
        self._steps = iter(())
        self.stop()

    def _do(self, until: Callable[[], bool]) -> bool:
        """Do steps until something is true; tell whether all are done."""
        while not until():
            given = next(self._steps, self)
            if given is self:
                self.stop()
                return True
            if given is ENOUGH:
                break
        return False

    def _on_timeout(self) -> None:
        end = perf_counter() + SLICE
        self._do(lambda: perf_counter() >= end)


class Leaving(Slices):
    """Deletes widgets one after the other: many at once would hold the window up."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: list[QWidget] = []

    def put(self, widget: QWidget) -> None:
        """Hide ``widget`` and delete it soon; ``finish`` deletes all that are left at once."""
        widget.hide()
        self._left.append(widget)
        if not self.isActive():
            self.later(self._delete())

    def _delete(self) -> Iterator[object]:
        while self._left:
            self._left.pop().deleteLater()
            yield None

    def _on_timeout(self) -> None:
        steps = iter((False, True))  # one at a time: it is deleted in the next turn of the loop
        self._do(lambda: next(steps))


def _never() -> bool:
    return False
