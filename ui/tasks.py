"""One worker thread owns the vault and makes documents; results come home by one signal."""

import gc
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Signal

from spinecounsel.forgetting import keep_memory_in_one_place

COLLECT_MS = 1_000
TURN_S = 0.0001  # after which a thread that works lets another one have its turn
_USUAL_S = sys.getswitchinterval()


@dataclass(frozen=True, slots=True)
class _Outcome:
    future: Future[Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Worker(QObject):
    """Runs work one after the other in a thread of its own.

    ``done`` gets the result and ``failed`` the exception, both in the thread of the window.  Work
    functions take and return frozen values and touch no widget.

    While one lives, garbage is collected in the thread of the window only: Python collects wherever
    it is just then, and an object of Qt that is destroyed in another thread brings the program
    down.  And threads take shorter turns: a layout of the window asks for its turn a hundred times.
    """

    busy_changed = Signal(bool)
    _came_home = Signal(object)
    _alive: ClassVar[int] = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        keep_memory_in_one_place()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        self._under_way = 0
        Worker._alive += 1
        self._came_home.connect(self._on_came_home, Qt.ConnectionType.QueuedConnection)
        gc.disable()
        sys.setswitchinterval(TURN_S)
        self._collector = QTimer(self, interval=COLLECT_MS)
        self._collector.timeout.connect(_collect)
        self._collector.start()

    @property
    def busy(self) -> bool:
        """Whether work is waiting or running."""
        return self._under_way > 0

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Queue ``work``; exactly one of ``done`` and ``failed`` is called afterwards."""
        self._under_way += 1
        if self._under_way == 1:
            self.busy_changed.emit(True)  # noqa: FBT003 - a Qt signal takes its value by position
        self._pool.submit(work).add_done_callback(self._reporter(done, failed))

    def _reporter(
        self, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> Callable[[Future[Any]], None]:
        def report(future: Future[Any]) -> None:
            self._came_home.emit(_Outcome(future, done, failed))

        return report

    def _on_came_home(self, outcome: _Outcome) -> None:
        self._under_way -= 1
        if self._under_way == 0:
            self.busy_changed.emit(False)  # noqa: FBT003
        error = outcome.future.exception()
        if error is None:
            outcome.done(outcome.future.result())
        elif isinstance(error, Exception):
            outcome.failed(error)
        else:
            raise error

    def settle(self) -> None:
        """Wait, with the window alive, until no work is left."""
        wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        while self._under_way:
            loop = QEventLoop()
            # Emitted in this thread only, so it cannot come before the loop runs.
            self.busy_changed.connect(loop.quit)
            loop.exec()  # an event loop, not a dialog
            if self._under_way:  # the program was told to quit, so a loop ends at once
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | wait)

    def close(self) -> None:
        """Finish what is queued and end the thread; results are still delivered."""
        self.settle()
        self._pool.shutdown(wait=True)
        self._collector.stop()
        Worker._alive -= 1
        if not Worker._alive:
            sys.setswitchinterval(_USUAL_S)
            gc.enable()


class Course(QObject):
    """How far long work has come, and the way to stop it: handed to the work as ``progress``.

    ``told(share)`` comes in the thread of the window, at each hundredth.
    """

    told = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._said = -1.0

    def __call__(self, share: float) -> bool:
        """Take the share from the work, in any thread; False when it is to stop."""
        if share >= self._said + 0.01:
            self._said = share
            self.told.emit(share)
        return not self._stopped.is_set()

    def stop(self) -> None:
        """Let the work end as soon as it asks."""
        self._stopped.set()


class LongWork(QObject):
    """Runs work that takes long, one way to stop all of it: when the vault is locked."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self._beside: Worker | None = None
        self._courses: set[Course] = set()

    @property
    def busy(self) -> bool:
        """Whether some is under way."""
        return bool(self._courses)

    def ask(
        self,
        work: Callable[..., Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Course:
        """Queue ``work(progress=...)`` in the worker that owns the vault."""
        return self._begin(self._worker, work, done, failed)

    def beside(
        self,
        work: Callable[..., Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Course:
        """Run ``work(progress=...)`` in a thread of its own: what else is done is saved at once."""
        if self._beside is None:
            self._beside = Worker()
        return self._begin(self._beside, work, done, failed)

    def stop(self) -> None:
        """Let all of it end as soon as it asks."""
        for course in self._courses:
            course.stop()

    def settle(self) -> None:
        """Wait, with the window alive, until no work is left."""
        while self._worker.busy or (self._beside is not None and self._beside.busy):
            self._worker.settle()
            if self._beside is not None:
                self._beside.settle()

    def close(self) -> None:
        """Stop what runs beside, and end its thread; results are still delivered."""
        self.stop()
        if self._beside is not None:
            self._beside.close()

    def _begin(
        self,
        worker: Worker,
        work: Callable[..., Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Course:
        course = Course(self)
        self._courses.add(course)
        worker.run(
            partial(work, progress=course),
            done=partial(self._end, course, done),
            failed=partial(self._end, course, failed),
        )
        return course

    def _end(self, course: Course, then: Callable[[Any], None], answer: Any) -> None:
        self._courses.discard(course)
        course.deleteLater()
        then(answer)


def _collect() -> None:
    """Collect the oldest generation that is due, as Python does by itself elsewhere."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    oldest = max((age for age, (count, limit) in enumerate(due) if count > limit > 0), default=-1)
    if oldest >= 0:
        gc.collect(oldest)
