"""Does this installation work?  Everything that matters once, with a made-up case, leaving nothing.

A talk goes through the gate, is sealed, filed in a new vault and read back; its four documents are
made, sealed and checked.  All of it in a temporary folder.
"""

import base64
import datetime as dt
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from spinecounsel.case.case import Case
from spinecounsel.case.patient import Patient
from spinecounsel.consultation import filing
from spinecounsel.consultation.consultation import Consultation
from spinecounsel.consultation.seals import roots
from spinecounsel.content.model import ContentPack, TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision, Postponement
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.people import Clinician
from spinecounsel.document.logo import read_logo
from spinecounsel.errors import UserError
from spinecounsel.record.clinic import Clinic
from spinecounsel.record.record import ConsentRecord
from spinecounsel.record.signature import Method, Signature, SignerRole, Stroke
from spinecounsel.record.statements import statements
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify
from spinecounsel.storage import Vault, create_vault, open_vault
from spinecounsel.wording import say

_PASSPHRASE = "a vault that lives for a second"  # noqa: S105 - of a vault that is deleted at once
_STROKE = Stroke(device="pen", points=((0.1, 0.5, 0, 0.5), (0.9, 0.5, 200, 0.5)))
_OPTIONS = 2
_LOGO = base64.b64decode(  # a black square
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAAC0lEQVR4nGNgQAUAABAAATm9j2UAAAAASUVORK5CYII="
)


class SelfTestFailed(UserError):
    """Something that the program needs does not work on this computer."""


def self_test(
    pack: ContentPack, *, clock: Callable[[], dt.datetime], program: str
) -> Iterator[tuple[str, float]]:
    """Give the name of each step that worked, with the seconds it took.

    Raises:
        SelfTestFailed: with the step that did not work, and why.
    """
    with tempfile.TemporaryDirectory(prefix="spinecounsel-selftest-") as folder:
        steps = _Steps(pack, Path(folder), clock, program)
        for name, step in (
            (say("a consultation, through the gate"), steps.talk),
            (say("an encrypted vault: made, closed, opened"), steps.vault),
            (say("a sealed PDF, filed and read back"), steps.paper),
            (say("the check of the seal"), steps.seal),
        ):
            start = time.perf_counter()
            try:
                step()
            except Exception as error:
                steps.end()
                raise SelfTestFailed(
                    say("This does not work here: {step}. {reason}", step=name, reason=str(error))
                ) from error
            yield name, time.perf_counter() - start
        steps.end()


class _Steps:
    def __init__(
        self, pack: ContentPack, folder: Path, clock: Callable[[], dt.datetime], program: str
    ) -> None:
        self._pack, self._folder, self._clock, self._program = pack, folder, clock, program
        self._record: ConsentRecord | None = None
        self._vault: Vault | None = None
        self._document = b""

    def talk(self) -> None:
        sitting = Consultation(
            self._pack,
            clock=self._clock,
            new_id=lambda: str(uuid.uuid4()),
            keep=_keep_nothing,
            program=self._program,
        )
        sitting.begin(Clinician(name="Self-test"))
        patient = Patient(name="Žofie Näytettä שרה", number="SELF-TEST")
        case = Case(tumour_class=TumourClass.METASTATIC, levels=("T10",))
        sitting.change(moves.describing, patient=patient, case=case)
        usual = [each for each in sitting.applicable.options if sitting.applicable.is_usual(each)]
        for option in usual[:_OPTIONS]:
            sitting.change(moves.choosing, option, chosen=True)
        for option in usual[_OPTIONS:]:
            sitting.change(moves.leaving_out, option, "Self-test")
        for topic in sitting.agenda.topics:
            if topic.required:
                when = self._clock()
                sitting.change(moves.marking, topic.key, MarkState.DISCUSSED, when=when)
        waits = Decision(consent=Consent.POSTPONED, postponement=Postponement.MORE_TIME)
        sitting.change(moves.deciding, waits)
        clinic = Clinic(name="Self-test", logo=read_logo(_LOGO))
        self._record = sitting.finish(self._signatures(sitting, patient.name), clinic)

    def vault(self) -> None:
        path = self._folder / "selftest.vault"
        create_vault(path, _PASSPHRASE, now=self._clock(), name="Self-test").close()
        self._vault = open_vault(path, _PASSPHRASE, now=self._clock())

    def paper(self) -> None:
        vault, record = self._open_vault(), self._filed()
        self._document = filing.file(vault, record, now=self._clock()).document
        again = filing.open_record(vault, record.id, now=self._clock())
        if again.record != record or again.document != self._document:
            raise SelfTestFailed(say("What was read back is not what was filed."))

    def seal(self) -> None:
        trusted = roots(self._open_vault())
        found = verify(self._document, trusted, now=self._clock())
        spoilt = bytearray(self._document)
        spoilt[len(spoilt) // 3] ^= 1
        changed = verify(bytes(spoilt), trusted, now=self._clock())
        if found.state is not Seen.SEALED or changed.state is Seen.SEALED:
            raise SelfTestFailed(found.reason)

    def end(self) -> None:
        """Close the vault, so that its folder can be removed."""
        vault, self._vault = self._vault, None
        if vault is not None:
            vault.close()

    def _signatures(self, sitting: Consultation, patient: str) -> tuple[Signature, ...]:
        text = statements(sitting.pack, sitting.discussion)
        return tuple(
            Signature(
                name=name,
                role=role,
                when=self._clock(),
                method=Method.DRAWN,
                statements=text,
                strokes=(_STROKE,),
            )
            for name, role in ((patient, SignerRole.PATIENT), ("Self-test", SignerRole.CLINICIAN))
        )

    def _filed(self) -> ConsentRecord:
        if self._record is None:
            raise RuntimeError("there is no record yet")
        return self._record

    def _open_vault(self) -> Vault:
        if self._vault is None:
            raise RuntimeError("there is no vault yet")
        return self._vault


def _keep_nothing(_discussion: object) -> None:
    """No draft is kept."""
