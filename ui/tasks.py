"""One worker thread owns the vault and makes documents; results come home by one signal."""

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

COLLECT_MS = 1_000


@dataclass(frozen=True, slots=True)
class _Outcome:
    future: Future[Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Worker(QObject):
    """Runs work one after the other in a thread of its own.

    ``done`` gets the result and ``failed`` the exception, both in the thread of the window.  Work
    functions take and return frozen values and touch no widget.

    While it lives, garbage is collected in the thread of the window only: Python collects wherever
    it is just then, and an object of Qt that is destroyed in another thread brings the program
    down.
    """

    busy_changed = Signal(bool)
    _came_home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        self._under_way = 0
        self._came_home.connect(self._on_came_home, Qt.ConnectionType.QueuedConnection)
        gc.disable()
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
        while self._under_way:
            loop = QEventLoop()
            # Emitted in this thread only, so it cannot come before the loop runs.
            self.busy_changed.connect(loop.quit)
            loop.exec()  # an event loop, not a dialog

    def close(self) -> None:
        """Finish what is queued and end the thread; results are still delivered."""
        self.settle()
        self._pool.shutdown(wait=True)
        self._collector.stop()
        gc.enable()


def _collect() -> None:
    """Collect the oldest generation that is due, as Python does by itself elsewhere."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    oldest = max((age for age, (count, limit) in enumerate(due) if count > limit > 0), default=-1)
    if oldest >= 0:
        gc.collect(oldest)
