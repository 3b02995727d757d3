"""One sitting: the only thing in the core that changes.

Every change is kept as a draft at once.
"""

import datetime as dt
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from spinecounsel.case.relevance import Applicable, applicable
from spinecounsel.consultation.looked_at import looked_at
from spinecounsel.content.closing import as_opened
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion, PackStamp, Predecessor
from spinecounsel.discussion.people import Clinician
from spinecounsel.discussion.planning import plan
from spinecounsel.discussion.steps import (
    Progress,
    Situation,
    before_signing,
    following,
    progress,
)
from spinecounsel.errors import NotYet
from spinecounsel.frozen import replaced
from spinecounsel.record.clinic import NO_CLINIC, Clinic
from spinecounsel.record.record import ConsentRecord
from spinecounsel.record.recording import Material
from spinecounsel.record.seal import seal
from spinecounsel.record.signature import Signature

LONGEST_HISTORY = 200
LOOKED_AT = ("numbers_seen", "looked_ahead", "glances", "compared")
"""What cannot be taken back: who has seen something has seen it."""
Arguments = ParamSpec("Arguments")


class Consultation:
    """Holds the present ``Discussion`` and what follows from it; the only way to change it.

    Args:
        pack: the content that is shown.
        clock: gives the present moment (aware).
        new_id: gives a new id.
        keep: gets each new discussion, to save it as a draft.
        program: name and version, for the record.
    """

    def __init__(
        self,
        pack: ContentPack,
        *,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str],
        keep: Callable[[Discussion], None],
        program: str,
    ) -> None:
        self._whole = self._pack = pack
        self._clock, self._new_id, self._keep, self._program = clock, new_id, keep, program
        self._said: Discussion | None = None
        self._history: list[Discussion] = []
        self._progress: dict[str, Progress] | None = None
        self._judged_on = dt.date.min

    @property
    def pack(self) -> ContentPack:
        """Give the content as it may be shown now: no word of dying but where it was opened."""
        return self._pack

    @property
    def discussion(self) -> Discussion:
        """Give what was said so far; it is a fault to ask before ``begin`` or ``resume``."""
        if self._said is None:
            raise RuntimeError("the consultation has not begun")
        return self._said

    @property
    def applicable(self) -> Applicable:
        """Give which options and estimates apply to the case."""
        return self._fits

    @property
    def agenda(self) -> Agenda:
        """Give what there is to go through."""
        return self._agenda

    @property
    def progress(self) -> dict[str, Progress]:
        """Give how far each step is."""
        today = self._clock().date()
        if self._progress is None or self._judged_on != today:
            self._progress, self._judged_on = progress(self._situation()), today
        return self._progress

    @property
    def missing(self) -> tuple[NotYet, ...]:
        """Give what is missing before anybody may sign."""
        return before_signing(self._situation())

    def begin(self, clinician: Clinician, after: ConsentRecord | None = None) -> None:
        """Begin a new discussion; its record will stand in the place of ``after``.

        Then who it is about is known already.
        """
        manifest = self.pack.manifest
        stamp = PackStamp(id=manifest.id, version=manifest.version, sha256=self.pack.sha256)
        new = Discussion(id=self._new_id(), started=self._clock(), pack=stamp, clinician=clinician)
        self._take(new if after is None else _of_the_same_patient(new, after))

    def resume(self, discussion: Discussion, clinician: Clinician | None = None) -> None:
        """Take up a draft; marks stay for exactly the words that are still the same.

        ``clinician`` leads it from now on, whoever began it; None leaves that as it is.
        """
        manifest = self.pack.manifest
        stamp = PackStamp(id=manifest.id, version=manifest.version, sha256=self.pack.sha256)
        known = {option.id for option in self.pack.options}
        self._take(
            replaced(
                discussion,
                pack=stamp,
                clinician=_led_by(clinician or discussion.clinician, discussion),
                options=tuple(each for each in discussion.options if each in known),
                left_out=tuple(each for each in discussion.left_out if each.option in known),
            )
        )

    def change(
        self,
        participle: Callable[Concatenate[Discussion, Arguments], Discussion],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> None:
        """Let one of ``discussion.moves`` happen; nothing happens when it changes nothing."""
        new = participle(self.discussion, *args, **kwargs)
        if new == self.discussion:
            return
        self._history = [*self._history, self.discussion][-LONGEST_HISTORY:]
        self._take(new)

    def note(self, participle: Callable[[Discussion], Discussion]) -> None:
        """Note what was merely looked at: like ``change``, but nothing that one takes back."""
        new = participle(self.discussion)
        if new != self.discussion:
            self._take(new)

    def undo(self) -> None:
        """Take the last change back; where one is and what was looked at stay.

        Nothing happens when there is none.
        """
        if self._history:
            now = self.discussion
            kept = {name: getattr(now, name) for name in LOOKED_AT}
            self._take(replaced(self._history.pop(), step=now.step, **kept))

    def go_to(self, step: str) -> None:
        """Turn to a step."""
        self._take(moves.going_to(self.discussion, step))

    def forward(self) -> None:
        """Go on to the next step; ``NotYet`` when this one lacks something."""
        step = self.discussion.step
        for sentence in self.progress[step].missing:
            raise NotYet(step, sentence)
        self.go_to(following(step, +1))

    def back(self) -> None:
        """Go back to the step before."""
        self.go_to(following(self.discussion.step, -1))

    def finish(
        self, signatures: tuple[Signature, ...], clinic: Clinic = NO_CLINIC
    ) -> ConsentRecord:
        """Give the sealed record, which names ``clinic``.

        ``NotYet`` or ``SignatureMissing`` say what is missing.
        """
        return seal(
            self._material(),
            signatures,
            looked_at=looked_at(self._material()),
            clinic=clinic,
            when=self._clock(),
            program=self._program,
        )

    def _take(self, discussion: Discussion) -> None:
        before = self._said
        self._said = discussion
        if before is None or before.opened != discussion.opened:
            self._pack = as_opened(self._whole, {each.topic for each in discussion.opened})
        if before is None or before.case != discussion.case:
            self._fits = applicable(self.pack, discussion.case)
        if before is None or _agenda_differs(before, discussion):
            self._agenda = plan(self.pack, discussion, self._fits)
        if before is None or replaced(before, step=discussion.step) != discussion:
            self._progress = None  # where one is changes nothing of how far one is
        self._keep(discussion)

    def _situation(self) -> Situation:
        return Situation(
            pack=self.pack,
            discussion=self.discussion,
            agenda=self._agenda,
            fits=self._fits,
            today=self._clock().date(),
        )

    def _material(self) -> Material:
        return Material(
            pack=self.pack, discussion=self.discussion, fits=self._fits, agenda=self._agenda
        )


def _of_the_same_patient(new: Discussion, after: ConsentRecord) -> Discussion:
    return replaced(
        new,
        patient=after.patient,
        referrer=after.referrer,
        representative=after.representative,
        replaces=Predecessor(id=after.id, sha256=after.sha256, sealed=after.sealed),
    )


def _led_by(clinician: Clinician, before: Discussion) -> Clinician:
    """Give who leads; one who did already keeps the registration."""
    same = clinician.name == before.clinician.name
    registration = before.clinician.registration if same else ""
    return replaced(clinician, registration=clinician.registration or registration)


def _agenda_differs(one: Discussion, other: Discussion) -> bool:
    """Whether anything differs that ``plan`` reads."""
    fields = ("case", "options", "opened", "preferences")
    names = [tuple(each.option for each in said.left_out) for said in (one, other)]
    return names[0] != names[1] or any(
        getattr(one, field) != getattr(other, field) for field in fields
    )
