"""What a clinic has set for its vault: who it is, and its rules but for that of keeping.

Nothing here is about a patient, so who has opened the vault may read it.
"""

import datetime as dt
import json
from collections.abc import Mapping
from enum import StrEnum

from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store, Writing
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.entry import Json
from spinecounsel.storage.rights import Act

_FIRST_START = "first start"


class Setting(StrEnum):
    """What can be set; the value is its key in the vault, and its name in the trail."""

    CLINIC = "clinic"
    LOGO = "clinic.logo"
    JURISDICTION = "clinic.jurisdiction"
    CONFIRM_AFTER = "clinic.confirm_after"
    IDLE_MINUTES = "idle.minutes"


class Settings:
    """Reached as ``vault.settings``."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting

    def all(self) -> Mapping[Setting, Json]:
        """Give what was set; what was not, or was taken back, is not there."""
        found = self._found()
        return {each: found[each] for each in Setting if found.get(each) is not None}

    def keep(self, setting: Setting, value: str | int | None, *, now: dt.datetime) -> None:
        """Set something, or take it back with None; the trail says so unless it was so before.

        It tells which setting, and a number, but no words.
        """
        self._acting.must(Act.KEEP_VAULT)
        if self.all().get(setting) == value:
            return
        payload: dict[str, Json] = {"setting": str(setting)}
        if not isinstance(value, str):
            payload["value"] = value
        with self._store.writing() as writing:
            _put(writing, setting, value)
            writing.record_event(chain.event(chain.SET, at=now, payload=payload))

    @property
    def first_start(self) -> str:
        """Where the guide of a first start goes on; empty where there is nothing to go on with."""
        return str(self._found().get(_FIRST_START) or "")

    def keep_first_start(self, place: str) -> None:
        """Keep where it goes on, empty at its end; the trail is silent, as nothing was set."""
        self._acting.must(Act.KEEP_VAULT)
        if self.first_start != place:
            with self._store.writing() as writing:
                _put(writing, _FIRST_START, place)

    def _found(self) -> dict[str, Json]:
        with self._store.reading() as db:
            rows = db.execute("SELECT key, value FROM setting").fetchall()
        return {key: json.loads(value) for key, value in rows}


def _put(writing: Writing, key: str, value: Json) -> None:
    writing.db.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?) "
        "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        [key, json.dumps(value)],
    )
