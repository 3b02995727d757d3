"""The start: the first page at once, and the rest of the program while somebody types.

After the first paint a thread imports the rest and reads the content; then the pages are made, one
part at a time while nothing else happens, so that the window answers all along.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from spinecounsel.errors import UserError
from spinecounsel.paths import VAULT
from spinecounsel.wording import say
from ui.wiring.first_paint import FirstPaint
from ui.wiring.front import Front

if TYPE_CHECKING:
    from spinecounsel.content.model import ContentPack
    from ui.tasks import Worker
    from ui.wiring.program import Program

REST_MS = 5  # from one part to the next: what waits has its turn
_MODULES = ("ui.wiring.program", "ui.wiring.steps", "ui.wiring.locking")
"""What is imported after the first paint, with all that it imports."""


class Start(QObject):
    """Shows the first page of ``front``; ``folder`` is that of the content pack.

    ``painted()`` comes when the page is there, ``ready(program)`` when all is.  Content that breaks
    a rule opens no vault: the page says why.
    """

    painted = Signal()
    ready = Signal(object)

    def __init__(self, front: Front, *, folder: Path, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._front, self._folder, self._new_id = front, folder, new_id
        self._worker: Worker | None = None
        self._program: Program | None = None
        self._is_over = False
        front.window.close_asked.connect(self._on_close_asked)
        front.threshold.start()
        FirstPaint(front.window).done.connect(self._on_painted)

    def close(self) -> None:
        """End what runs."""
        self._is_over = True
        if self._program is not None:
            self._program.close()
        elif self._worker is not None:
            self._worker.close()

    def _on_close_asked(self) -> None:
        """Close at once: nothing can be unsaved before all is there."""
        self._front.window.let_go()

    def _on_painted(self) -> None:
        self.painted.emit()
        if not self._is_over:
            from ui.tasks import Worker

            self._worker = Worker()
            self._worker.run(self._read, done=self._on_read, failed=self._on_failed)

    def _read(self) -> "ContentPack":
        """Import all that the program needs and read the content; in the thread of the worker."""
        for name in _MODULES:
            import_module(name)
        from spinecounsel.content.loader import load_pack

        return load_pack(self._folder)

    def _on_read(self, pack: "ContentPack") -> None:
        if self._is_over or self._worker is None:
            return
        from ui.cabinet import Cabinet
        from ui.session import Session
        from ui.wiring.program import Program
        from ui.wiring.steps import WIRINGS

        front = self._front
        cabinet = Cabinet(front.home / VAULT, self._worker, pack, front.clock)
        session = Session(pack, cabinet, front.clock, self._new_id)
        self._program = Program(
            front.app, home=front.home, session=session, wirings=WIRINGS, front=front
        )
        self._go_on()

    def _go_on(self) -> None:
        """Make the next part as soon as nothing else happens."""
        if self._is_over or self._program is None:
            return
        if self._program.go_on():
            QTimer.singleShot(REST_MS, self, self._go_on)
        else:
            self._front.window.close_asked.disconnect(self._on_close_asked)
            self.ready.emit(self._program)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._front.threshold.refuse(str(error))
            return
        self._front.threshold.refuse(say("This did not work, by a fault of the program."))
        raise error
