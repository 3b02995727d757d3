"""Takes what was copied out of the program off the clipboard again after a short while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.widgets.lasting import MAY_STAY

KEPT_MS = 30_000


class ClipboardWatch(QObject):
    """Keeps nothing of this program on the clipboard for longer than ``kept`` milliseconds.

    What another program copied is left alone, and so is what ``copy_lasting`` copied.  A history of
    the clipboard that the desktop keeps is out of reach.  ``focused`` gives the window of ours that
    has the focus, or None.
    """

    def __init__(
        self,
        app: QApplication,
        *,
        kept: int = KEPT_MS,
        focused: Callable[[], object | None] = QGuiApplication.focusWindow,
    ) -> None:
        super().__init__(app)
        self._focused = focused
        self._clipboard = app.clipboard()
        self._ours: dict[QClipboard.Mode, str] = {}
        self._timer = QTimer(self, singleShot=True, interval=kept)
        self._timer.timeout.connect(self.clear)
        self._clipboard.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Take what is ours off the clipboard now."""
        self._timer.stop()
        ours, self._ours = self._ours, {}
        for mode, text in ours.items():
            if self._clipboard.text(mode) == text:
                self._clipboard.clear(mode)

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        data = self._clipboard.mimeData(mode)  # None where the platform has nothing of that mode
        stays = data is None or data.hasFormat(MAY_STAY)
        text = self._clipboard.text(mode) if self._owns(mode) and not stays else ""
        if text:
            self._ours[mode] = text
            self._timer.start()
        else:
            self._ours.pop(mode, None)

    def _owns(self, mode: QClipboard.Mode) -> bool:
        """Whether it came from here; where the platform does not know, who has the focus copies."""
        if self._focused() is not None:
            return True
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return mode is QClipboard.Mode.Clipboard and self._clipboard.ownsClipboard()
