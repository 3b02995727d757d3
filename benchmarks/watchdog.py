"""Watches the event loop: which turns take long, in which deed of whom, and where the time goes.

A turn is what the loop does before it can take the next input: one key or click handed to the
window, or all that was posted since.  While one takes long, a thread notes every few milliseconds
where the main thread is.
"""

import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractEventDispatcher

LOOK_S = 0.003  # from one look at the main thread to the next
SOON_S = 0.012  # a turn that is over before is not looked at
KEPT_S = 0.025  # and one that is over before is not kept
ROOT = Path(__file__).resolve().parents[1]
OURS = (f"{ROOT}{os.sep}ui{os.sep}", f"{ROOT}{os.sep}spinecounsel{os.sep}")
_WAITED = Path("/proc/thread-self/schedstat")
NO_GLIB = {"QT_NO_GLIB": "1"}  # GLib's loop does not say when it begins and ends its work


class Turn(NamedTuple):
    """A turn that took long: during what, ms by the clock, and where it was, by share.

    ``own_ms`` leaves out what the system let the main thread wait for a processor, ``main_ms`` is
    what it computed itself: the rest it waited, for a lock or a disk.
    """

    deed: str
    ms: float
    own_ms: float
    main_ms: float
    where: tuple[tuple[str, float], ...]


class Watchdog:
    """Keeps the turns that take long; ``deed`` says what is being done just now."""

    def __init__(self) -> None:
        self.deed = ""
        self.turns: list[Turn] = []
        self.count = 0
        self._main = threading.main_thread().ident or 0
        self._began: tuple[float, float, float] | None = None
        self._seen: Counter[str] = Counter()
        self._ended = threading.Event()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch the loop of this thread, which must be a loop of Qt's own."""
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self.begin)
        dispatcher.aboutToBlock.connect(self.end)
        thread = threading.Thread(target=self._look_on, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._ended.set()
            thread.join()
            dispatcher.awake.disconnect(self.begin)
            dispatcher.aboutToBlock.disconnect(self.end)

    def begin(self) -> None:
        """Begin a turn; one that is under way ends."""
        self.end()
        self._began = (time.perf_counter(), time.thread_time(), waited_ms())

    def end(self) -> None:
        """End a turn, if one is under way; what follows is nobody's, until the next begins."""
        if self._began is None:
            return
        wall, main, waited = self._began
        took = time.perf_counter() - wall
        self._began = None
        self.count += 1
        if took >= KEPT_S:
            clock, computed = took * 1000, (time.thread_time() - main) * 1000
            own = max(computed, clock - (waited_ms() - waited))
            self.turns.append(Turn(self.deed, clock, own, computed, self._places()))
        self._seen = Counter()

    def _places(self) -> tuple[tuple[str, float], ...]:
        looks = self._seen.total()
        return tuple((place, seen / looks) for place, seen in self._seen.most_common(3))

    def _look_on(self) -> None:
        while not self._ended.wait(LOOK_S):
            began = self._began
            if began is not None and time.perf_counter() - began[0] >= SOON_S:
                frame = sys._current_frames().get(self._main)  # noqa: SLF001 - the way to look
                self._seen[_place_of(frame)] += 1


def waited_ms() -> float:
    """Give how long this thread was ready and had no processor, in ms; 0 where nobody says it."""
    try:
        return int(_WAITED.read_text("ascii").split()[1]) / 1e6
    except OSError:
        return 0.0


def _place_of(frame: FrameType | None) -> str:
    """Name the innermost function of the program, and the outermost one that led to it."""
    names = []
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith(OURS) and "demonstration" not in code.co_filename:
            names.append(f"{Path(code.co_filename).relative_to(ROOT)}:{code.co_name}")
        frame = frame.f_back
    if not names:
        return "Qt (layout, paint, styles)"
    inner, outer = names[0], names[-1]
    return inner if inner == outer else f"{inner} (from {outer.rpartition('/')[2]})"


class Watched:
    """Stands for a class of Qt's; each call of it from outside is a turn of its own."""

    def __init__(self, watchdog: Watchdog, real: Any) -> None:
        self._watchdog, self._real = watchdog, real

    def __getattr__(self, name: str) -> Any:
        """Give what the class has under that name."""
        found = getattr(self._real, name)
        return self._timed(found) if callable(found) else found

    def keyClicks(self, widget: object, text: str) -> None:  # noqa: N802 - Qt's name
        """Type: each key is a turn."""
        click = self._timed(self._real.keyClick)
        for letter in text:
            click(widget, letter)

    def _timed(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            self._watchdog.begin()
            try:
                return call(*arguments, **named)
            finally:
                self._watchdog.end()

        return timed
