"""Sealing with a key that may ask for a PIN: who waits for it, and for how long it is known."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation.seals import PinNeeded
from spinecounsel.errors import UserError
from spinecounsel.sealing.site import TokenRefused
from spinecounsel.wording import say

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Seals(Protocol):
    """Seals something, for which a token may want its PIN."""

    def __call__(self, *, now: dt.datetime, pin: str) -> Any:
        """Give what was sealed."""


class Run(Protocol):
    """Queues work; exactly one of ``done`` and ``failed`` is called afterwards."""

    def __call__(self, work: Callable[[], Any], *, done: Done, failed: Failed) -> None:
        """Queue ``work``."""


class PinNotGiven(UserError):
    """Somebody did not want to type the PIN."""


@dataclass(frozen=True, slots=True, eq=False)
class _Sealing:
    work: Seals
    done: Done
    failed: Failed


class Pins(QObject):
    """Seals, and asks for the PIN of a token where one is needed.

    A PIN that was taken is held in memory until ``forget``: the four documents of a record would
    ask for it four times, and a token locks after a few slips.  It is written nowhere.

    ``asked(sentence, problem)`` wants ``give`` or ``cancel``; ``refused(sentence)`` wants one of
    them again; ``settled()`` when the PIN was taken, or something else went wrong.
    """

    asked = Signal(str, str)
    refused = Signal(str)
    settled = Signal()

    def __init__(self, run: Run, clock: Callable[[], dt.datetime]) -> None:
        super().__init__()
        self._run, self._clock = run, clock
        self._pin = ""
        self._times_forgotten = 0
        self._waiting: list[_Sealing] = []
        self._tried: _Sealing | None = None

    def seal(self, work: Seals, *, done: Done, failed: Failed) -> None:
        """Run ``work``, with the PIN when it wants one; one of ``done``, ``failed`` is called."""
        self._seal(_Sealing(work, done, failed))

    def keep(self, pin: str) -> None:
        """Hold a PIN that a token took already."""
        self._pin = pin

    def give(self, pin: str) -> None:
        """Go on with the PIN that was asked for."""
        if self._waiting:
            self._tried = sealing = self._waiting[0]
            self._run(
                partial(sealing.work, now=self._clock(), pin=pin),
                done=partial(self._on_taken, sealing, pin),
                failed=partial(self._on_not_taken, sealing),
            )

    def cancel(self) -> None:
        """Seal nothing that waits for the PIN; what is being tried goes on to its end."""
        waiting, self._waiting = self._waiting, []
        for sealing in waiting:
            if sealing is not self._tried:
                sealing.failed(
                    PinNotGiven(
                        say("The PIN was not typed, so nothing was sealed. Nothing is lost.")
                    )
                )

    def forget(self) -> None:
        """Forget the PIN, and ask nobody for one any more."""
        self._pin = ""
        self._times_forgotten += 1
        self.cancel()

    def _seal(self, sealing: _Sealing, problem: str = "") -> None:
        self._run(
            partial(sealing.work, now=self._clock(), pin=self._pin),
            done=sealing.done,
            failed=partial(
                self._on_failed, sealing, self._pin, self._times_forgotten, problem=problem
            ),
        )

    def _on_failed(
        self, sealing: _Sealing, pin: str, times: int, error: Exception, *, problem: str
    ) -> None:
        if times != self._times_forgotten:
            sealing.failed(error)
        elif isinstance(error, PinNeeded):
            self._waiting.append(sealing)
            if len(self._waiting) == 1:
                self.asked.emit(str(error), problem)
        elif pin and isinstance(error, TokenRefused):
            if pin == self._pin:
                self._pin = ""  # once more with it could lock the token
            self._seal(sealing, str(error))
        else:
            sealing.failed(error)

    def _on_taken(self, sealing: _Sealing, pin: str, answer: object) -> None:
        self._tried = None
        if sealing in self._waiting:
            self._pin = pin
            self._settle(sealing)
        sealing.done(answer)

    def _on_not_taken(self, sealing: _Sealing, error: Exception) -> None:
        self._tried = None
        if sealing in self._waiting and isinstance(error, TokenRefused):
            self.refused.emit(str(error))
            return
        if sealing in self._waiting:
            self._settle(sealing)
        sealing.failed(error)

    def _settle(self, sealing: _Sealing) -> None:
        """Ask for nothing more; what waits behind ``sealing`` is tried with what is known now."""
        waiting, self._waiting = self._waiting, []
        self.settled.emit()
        for each in waiting:
            if each is not sealing:
                self._seal(each)
