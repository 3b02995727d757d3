"""Joins the person page to the session."""

import datetime as dt
from typing import Any

from spinecounsel.case.languages import language_tag
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import (
    Attendee,
    AttendeeRole,
    DecisionRole,
    Detail,
    Mode,
    PrognosisWish,
    Representative,
)
from spinecounsel.frozen import replaced
from spinecounsel.viewing.answers import truth_of
from spinecounsel.viewing.born import read_born
from spinecounsel.viewing.person import ASSESSED, person_view
from ui.pages.person.page import PersonPage
from ui.session import Session
from ui.wiring.wiring import Wiring

_WISHES = {"role": DecisionRole, "detail": Detail}
_PEOPLE = {"role": AttendeeRole, "mode": Mode, "name": str, "language": str}


class PersonWiring(Wiring):
    """Turns what is written and chosen into a new description.

    It keeps for itself which fields were left, and a date of birth that is not one yet.
    """

    def __init__(self, session: Session) -> None:
        self._page = page = PersonPage()
        super().__init__(page, session)
        self._left: set[str] = set()
        self._typed_born: str | None = None
        page.written.connect(self._on_written)
        page.left.connect(self._on_left)
        page.referrer_written.connect(self._on_referrer_written)
        page.person_added.connect(self._on_person_added)
        page.person_removed.connect(self._on_person_removed)
        page.person_written.connect(self._on_person_written)
        page.wished.connect(self._on_wished)
        page.capacity_answered.connect(self._on_capacity_answered)
        page.capacity_noted.connect(self._on_capacity_noted)
        page.representative_added.connect(self._on_representative_added)
        page.representative_removed.connect(self._on_representative_removed)
        page.representative_written.connect(self._on_representative_written)

    def show(self) -> None:
        """Give the page a fresh view of the person."""
        view = person_view(
            self._discussion(),
            today=self._today(),
            typed_born=self._typed_born,
            left=frozenset(self._left),
        )
        self._page.show_view(view)

    def _discussion(self) -> Discussion:
        return self.session.sitting.discussion

    def _today(self) -> dt.date:
        return self.session.clock().date()

    def _describe_patient(self, **changes: Any) -> None:
        patient = replaced(self._discussion().patient, **changes)
        self.session.change(moves.describing, patient=patient)

    def _on_left(self, field: str) -> None:
        if self.session.open:
            self._left.add(field)
            self.show()

    def _on_written(self, field: str, text: str) -> None:
        if field == "born":
            born = read_born(text, self._today()).date
            self._typed_born = text if born is None else None
            self._describe_patient(born=born)
        elif field == "language":
            self._describe_patient(language=language_tag(text))
        else:
            self._describe_patient(**{field: text})

    def _on_referrer_written(self, field: str, text: str) -> None:
        who = replaced(self._discussion().referrer, **{field: text})
        self.session.change(moves.describing, referrer=who)

    def _on_person_added(self) -> None:
        newcomer = Attendee(name="", role=AttendeeRole.RELATIVE)
        self._change_present((*self._discussion().present, newcomer))

    def _on_person_removed(self, index: int) -> None:
        present = self._discussion().present
        self._change_present((*present[:index], *present[index + 1 :]))

    def _on_person_written(self, index: int, field: str, text: str) -> None:
        present = list(self._discussion().present)
        present[index] = replaced(present[index], **{field: _PEOPLE[field](text)})
        self._change_present(tuple(present))

    def _change_present(self, present: tuple[Attendee, ...]) -> None:
        self.session.change(moves.describing, present=present)

    def _on_wished(self, field: str, key: str) -> None:
        if field == "prognosis":
            self.session.change(moves.wishing, PrognosisWish(key), when=self.session.clock())
            return
        wishes = replaced(self._discussion().preferences, **{field: _WISHES[field](key)})
        self.session.change(moves.describing, preferences=wishes)

    def _on_capacity_answered(self, field: str, key: str) -> None:
        known = {"assessed": key == ASSESSED} if field == "way" else {field: truth_of(key)}
        capacity = replaced(self._discussion().capacity, **known)
        self.session.change(moves.describing, capacity=capacity)

    def _on_capacity_noted(self, text: str) -> None:
        capacity = replaced(self._discussion().capacity, note=text)
        self.session.change(moves.describing, capacity=capacity)

    def _on_representative_added(self) -> None:
        self.session.change(moves.describing, representative=Representative(name=""))

    def _on_representative_removed(self) -> None:
        self.session.change(moves.describing, representative=None)

    def _on_representative_written(self, field: str, text: str) -> None:
        who = self._discussion().representative or Representative(name="")
        self.session.change(moves.describing, representative=replaced(who, **{field: text}))
