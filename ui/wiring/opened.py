"""Files that the desktop of a Mac hands to the program, from its first moment on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

Take = Callable[[tuple[Path, ...]], None]


class Opened(QObject):
    """Keeps them until ``hand_to`` says who takes them."""

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        self._kept: list[Path] = []
        self._take: Take | None = None
        app.installEventFilter(self)

    def hand_to(self, take: Take) -> None:
        """Give ``take`` what has come, and from now on what comes."""
        self._take = take
        self._hand_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the event that says which file was opened."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self._kept.append(Path(event.file()))
            self._hand_on()
            return True
        return super().eventFilter(watched, event)

    def _hand_on(self) -> None:
        if self._take is not None and self._kept:
            files, self._kept = tuple(self._kept), []
            self._take(files)
