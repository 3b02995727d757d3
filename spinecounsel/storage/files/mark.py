"""A mark that a vault is open, so that one that was not closed properly is noticed.

It holds random ids only, of people and of drafts.  Whoever writes it holds the lock of the vault:
so a mark that is there when a vault is opened is of a process that is gone.
"""

from contextlib import suppress
from pathlib import Path

import msgspec

from spinecounsel.files import CannotWrite, write_safely
from spinecounsel.frozen import Frozen
from spinecounsel.storage.files.places import read_small

MOST_KEPT = 100


class Left(Frozen, frozen=True, kw_only=True):
    """Who had the vault open, and which draft; empty for none."""

    person: str
    draft: str = ""


class _Marks(Frozen, frozen=True, kw_only=True):
    """Who has it open now, and what people have not been told yet of times before."""

    now: Left | None = None
    before: tuple[Left, ...] = ()


class Mark:
    """Kept by an open vault; nothing is kept before ``enter``.

    Where it cannot be written, it is as if the vault was closed properly: a full disk must not keep
    a clinician from the records.
    """

    def __init__(self, vault: Path) -> None:
        self._file = vault.with_name(f"{vault.stem}.open-now")
        self._marks = _Marks()

    def enter(self, person: str) -> Left | None:
        """Note that ``person`` has the vault open; give what was left open by an unclean end.

        Its person is whoever had the vault open then: ``person``, where it was more than one.
        None when the last to have it open closed it properly, and this person did before.
        """
        marks = _read(self._file)
        left = (*marks.before, marks.now) if marks.now is not None else marks.before
        mine = [each for each in left if each.person == person]
        others = tuple(each for each in left if each.person not in {person, ""})[-MOST_KEPT:]
        found = mine[-1] if mine else marks.now
        draft = mine[-1].draft if mine else ""  # still the last, should this end badly too
        self._put(_Marks(now=Left(person=person, draft=draft), before=others))
        return found

    def point(self, draft: str) -> None:
        """Note which draft is open now; empty for none."""
        now = self._marks.now
        if now is not None and now.draft != draft:
            left = Left(person=now.person, draft=draft)
            self._put(_Marks(now=left, before=self._marks.before))

    def wipe(self) -> None:
        """Note that the vault is being closed properly, while its lock is still held."""
        if self._marks.now is None:
            return
        if self._marks.before:
            self._put(_Marks(before=self._marks.before))
        else:
            self._marks = _Marks()
            with suppress(OSError):
                self._file.unlink(missing_ok=True)

    def _put(self, marks: _Marks) -> None:
        self._marks = marks
        with suppress(CannotWrite):
            write_safely(self._file, msgspec.json.encode(marks))


def _read(file: Path) -> _Marks:
    """Read the mark; one that is there and cannot be read was cut short by an unclean end."""
    try:
        data = read_small(file)
    except OSError:
        return _Marks()
    try:
        return msgspec.json.decode(data, type=_Marks)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return _Marks(now=Left(person=""))
