"""A clock that stands still until it is told to go on."""

from datetime import UTC, datetime, timedelta

import pytest

START = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


class Clock:
    """Call it for the present moment; ``forward(seconds=90)`` lets time pass."""

    def __init__(self, start: datetime = START) -> None:
        self._present = start

    def __call__(self) -> datetime:
        return self._present

    def forward(self, **span: float) -> datetime:
        """Let ``timedelta(**span)`` pass and give the new present."""
        self._present += timedelta(**span)
        return self._present


@pytest.fixture
def clock() -> Clock:
    """Tuesday 24 November 2026, half past nine, UTC."""
    return Clock()
