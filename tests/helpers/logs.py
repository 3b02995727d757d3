"""A warning in the log that a test did not announce fails it."""

import logging
import re
from collections.abc import Callable, Iterator

import pytest


class _Watch(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def take(self, pattern: str) -> bool:
        """Remove the records whose message has ``pattern``; False when there is none."""
        meant = [record for record in self.records if re.search(pattern, record.getMessage())]
        self.records = [record for record in self.records if record not in meant]
        return bool(meant)


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[_Watch]:
    watch = _Watch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    stray = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in watch.records]
    assert not stray, f"unannounced in the log: {stray}"


@pytest.fixture
def expect_log(_log_watch: _Watch) -> Iterator[Callable[[str], None]]:
    """``expect_log(r"part of the message")``: the test may log it, and must."""
    patterns: list[str] = []
    yield patterns.append
    unseen = [pattern for pattern in patterns if not _log_watch.take(pattern)]
    assert not unseen, f"announced but never logged: {unseen}"
