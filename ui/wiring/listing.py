"""Joins the list of consultations to the vault: page by page, as people type, choose and scroll."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from spinecounsel.storage import Row, Vault
from spinecounsel.viewing.library import Filter, Listed, library_view
from ui.cabinet import Cabinet
from ui.pages.library.page import LibraryPage

PAGE = 50  # rows
_DRAFT = "draft"

Counts = Mapping[Filter, int]


class Listing(QObject):
    """Shows what is asked for; ``failed`` gets the sentence when the vault cannot be asked."""

    def __init__(
        self,
        cabinet: Cabinet,
        page: LibraryPage,
        clock: Callable[[], dt.datetime],
        failed: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._cabinet, self._page, self._clock, self._failed = cabinet, page, clock, failed
        self.clear()
        page.searched.connect(self._on_searched)
        page.filtered.connect(self._on_filtered)
        page.more_asked.connect(self._on_more_asked)

    def clear(self) -> None:
        """Forget what was listed and asked for."""
        self._text, self._filter = "", Filter.EVERYTHING
        self._rows: tuple[Row, ...] = ()
        self._counts: Counts = dict.fromkeys(Filter, 0)
        self._has_more = False

    def search(self) -> None:
        """List from the beginning, fresh from the vault."""
        if self._cabinet.is_open:
            today = self._clock().date()
            counting = partial(_counts, text=self._text, today=today)
            self._cabinet.ask(counting, done=self._on_counted, failed=self._failed)
            self._ask(None)

    def _ask(self, after: Row | None) -> None:
        asked = _asked(self._filter, self._clock().date())
        self._cabinet.search(
            self._text,
            **asked,
            limit=PAGE,
            after=after,
            done=partial(self._on_found, after),
            failed=self._failed,
        )

    def _on_searched(self, text: str) -> None:
        self._text = text
        self.search()

    def _on_filtered(self, chosen: Filter) -> None:
        self._filter = chosen
        self.search()

    def _on_more_asked(self) -> None:
        if self._has_more and self._cabinet.is_open:
            self._has_more = False
            self._ask(self._rows[-1])

    def _on_counted(self, counts: Counts) -> None:
        self._counts = counts

    def _on_found(self, after: Row | None, rows: tuple[Row, ...]) -> None:
        if not self._cabinet.is_open:  # what comes after the lock is shown to nobody
            return
        before = self._rows if after is not None else ()
        if before[-1:] != ((after,) if after is not None else ()):
            return  # something else was searched since
        self._rows, self._has_more = (*before, *rows), len(rows) == PAGE
        view = library_view(
            tuple(map(_listed, self._rows)),
            text=self._text,
            chosen=self._filter,
            now=self._clock(),
            counts=self._counts,
            may_prepare=self._cabinet.may("prepare"),
        )
        self._page.show_view(view)


def _counts(vault: Vault, *, text: str, today: dt.date) -> Counts:
    return {each: vault.count(text, **_asked(each, today)) for each in Filter}


def _asked(chosen: Filter, today: dt.date) -> dict[str, Any]:
    """Give what a filter asks of the vault."""
    asked: dict[Filter, dict[str, Any]] = {
        Filter.EVERYTHING: {},
        Filter.TODAY: {"on": today},
        Filter.DRAFTS: {"status": _DRAFT},
        Filter.FINISHED: {"sealed": True},
    }
    return asked[chosen]


def _listed(row: Row) -> Listed:
    return Listed(
        id=row.id,
        name=row.name,
        number=row.number,
        born=row.born,
        consulted=row.consulted,
        status=row.status,
        options=row.options,
        later=row.later,
        replaces=row.replaces,
        sealed=row.updated if row.sealed else None,
        confirm_after=row.confirm_after,
    )
