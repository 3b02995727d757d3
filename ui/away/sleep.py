"""Tells, where the system says so, that the computer is about to sleep or its session is locked."""

import sys
from contextlib import suppress

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

_SERVICE = "org.freedesktop.login1"
_WM_POWERBROADCAST, _SUSPENDS = 0x0218, 4


class SleepWatch(QObject):
    """Emits ``asleep`` before the computer sleeps, and when the desktop's session is locked.

    On Linux systemd-logind says it over the system's D-Bus, on Windows a message to the window.
    Where nobody says it, the idle watch notices after waking.
    """

    asleep = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._messages: _PowerMessages | None = None
        if sys.platform == "win32":
            self._messages = _PowerMessages(self)
            app.installNativeEventFilter(self._messages)
        elif sys.platform.startswith("linux"):
            self._listen()

    @Slot(bool)
    def on_prepare_for_sleep(self, begins: bool) -> None:  # noqa: FBT001 - as it is sent
        """Take logind's signal; False comes after waking."""
        if begins:
            self.asleep.emit()

    @Slot()
    def on_lock(self) -> None:
        """Take logind's signal that the session is locked."""
        self.asleep.emit()

    def _listen(self) -> None:
        with suppress(ImportError):  # a build without it
            from PySide6.QtDBus import QDBusConnection

            bus = QDBusConnection.systemBus()
            if not bus.isConnected():
                return
            path = "/org/freedesktop/login1"
            for where, interface, name, slot in (
                (path, "Manager", "PrepareForSleep", b"1on_prepare_for_sleep(bool)"),
                ("", "Session", "Lock", b"1on_lock()"),
            ):
                full = f"{_SERVICE}.{interface}"
                bus.connect(_SERVICE, where, full, name, self, slot)


class _PowerMessages(QAbstractNativeEventFilter):
    def __init__(self, watch: SleepWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: "QByteArray | bytes | bytearray | memoryview[int]", message: int
    ) -> tuple[bool, int]:
        """Look for Windows' word that it goes to sleep; the message passes on."""
        from ctypes import Structure, c_void_p, wintypes

        class Message(Structure):
            _fields_ = (
                ("hwnd", c_void_p),
                ("message", wintypes.UINT),
                ("wParam", wintypes.WPARAM),
            )

        if QByteArray(kind).data() == b"windows_generic_MSG":
            found = Message.from_address(int(message))
            if found.message == _WM_POWERBROADCAST and found.wParam == _SUSPENDS:
                self._watch.asleep.emit()
        return False, 0
