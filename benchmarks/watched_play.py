"""``python -m benchmarks.watched_play CASE OUT [SCENES]``: a demonstration under the watchdog.

Nothing is photographed.  A ``Play`` is written to ``OUT``; what the hands do between two inputs
(looking for a button, say) is not counted.
"""

import os
import pickle
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.machine import memory_mb
from benchmarks.watchdog import Turn, Watchdog, Watched
from spinecounsel.content.loader import load_pack
from spinecounsel.paths import content_folder
from ui.app import PACK
from ui.demonstration import hands, player
from ui.demonstration.acts import Acts, Scene
from ui.main_window import MainWindow

DEEDS = ("click", "press", "type", "pick", "draw", "set_scale", "name_file")


class Play(NamedTuple):
    """What one play gave: the long turns, how many there were in all, and the memory, in MB."""

    turns: tuple[Turn, ...]
    turned: int
    memory_first: float
    memory_last: float

    @classmethod
    def of(cls, written: tuple[Any, ...]) -> "Play":
        """Give what another process wrote."""
        turns, *more = written
        return cls(tuple(Turn(*turn) for turn in turns), *more)


def play(case: Path, out: Path, scenes: int | None = None) -> Play:
    """Play ``case`` into the folder ``out``; ``scenes`` says how many, None all."""
    app = QApplication(sys.argv[:1])
    pack = load_pack(content_folder() / PACK)
    watchdog = Watchdog()
    memory: list[float] = []
    watched = _hands_of(watchdog, memory)
    with ExitStack() as stack:
        stack.enter_context(patch.object(player, "Hands", watched))
        stack.enter_context(patch.object(Acts, "scenes", _first(scenes)))
        stack.enter_context(patch.object(hands, "QTest", Watched(watchdog, QTest)))
        stack.enter_context(patch.object(hands, "QApplication", Watched(watchdog, QApplication)))
        stack.enter_context(patch.object(hands, "QEventLoop", _loop_of(watchdog)))
        stack.enter_context(watchdog.watching())
        player.play(app, pack=pack, out=out, case=case, looks=())
    turns = tuple(turn for turn in watchdog.turns if turn.deed)
    return Play(turns, watchdog.count, memory[0], memory[-1])


def _first(count: int | None) -> Callable[..., tuple[Scene, ...]]:
    whole = Acts.scenes
    return lambda *given: whole(*given)[:count]


def _hands_of(watchdog: Watchdog, memory: list[float]) -> type[hands.Hands]:
    """Give hands that tell the watchdog what they do: the page, the deed, and the how manieth."""
    done: Counter[str] = Counter()

    class WatchedHands(hands.Hands):
        def _tell(self, deed: str, name: object) -> None:
            window = self._window
            page = window.screen_name if isinstance(window, MainWindow) else ""
            words = f"{page}: {deed} {name}"
            done[words] += 1
            watchdog.deed = words if done[words] == 1 else f"{words} ({done[words]})"
            memory.append(memory_mb())

    def telling(deed: str) -> Any:
        real = getattr(hands.Hands, deed)

        def do(self: WatchedHands, name: str, *more: Any, **named: Any) -> Any:
            self._tell(deed, name)
            return real(self, name, *more, **named)

        return do

    for deed in DEEDS:
        setattr(WatchedHands, deed, telling(deed))
    return WatchedHands


def _loop_of(watchdog: Watchdog) -> type[QEventLoop]:
    class Loop(QEventLoop):
        def exec(self) -> int:  # type: ignore[override]
            """Run, and end the last turn where the hands go on."""
            try:
                return int(super().exec())
            finally:
                watchdog.end()

    return Loop


def main() -> int:
    """Play the case that is named, and write down what came of it."""
    case, out, *scenes = sys.argv[1:]
    with (
        tempfile.TemporaryDirectory() as folder,
        Path(os.devnull).open("w") as nowhere,
        redirect_stdout(nowhere),
    ):
        played = play(Path(case), Path(folder), int(scenes[0]) if scenes else None)
    turns = tuple(tuple(turn) for turn in played.turns)
    Path(out).write_bytes(pickle.dumps((turns, *played[1:])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
