"""Consultations for tests: a made-up case, and everything that has to be said in it."""

import datetime as dt
from itertools import count

from spinecounsel.case.case import Aim, Case, Side, SinsAnswers, Walking
from spinecounsel.case.patient import Patient
from spinecounsel.consultation.consultation import Consultation
from spinecounsel.content.model import TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.people import Clinician
from spinecounsel.record.signature import Method, Signature, SignerRole, Stroke
from spinecounsel.record.statements import statements
from tests.helpers.clock import START, Clock
from tests.helpers.packs import shipped_pack

PATIENT = Patient(name="Sample Patient", born=dt.date(1958, 3, 14), number="TEST-0001")
CLINICIAN = Clinician(name="Dr Ada Beispiel", role="Spine surgeon")
METASTASIS = Case(
    tumour_class=TumourClass.METASTATIC,
    histology="prostate",
    levels=("T10",),
    side=Side.RIGHT,
    symptoms=True,
    pain=True,
    walking=Walking.WITH_HELP,
    ais="D",
    escc="2",
    ecog=1,
    earlier_radiotherapy=False,
    serious_illness=False,
    aim=Aim.CONTROL,
    sins=SinsAnswers(
        location="semirigid",
        pain="mechanical",
        lesion="lytic",
        alignment="normal",
        collapse="under50",
        posterolateral="unilateral",
    ),
)
OPTIONS = ("surgery-decompression", "radiotherapy-conventional", "radiosurgery", "no-treatment")
STROKE = Stroke(
    device="pen", points=((0.1, 0.5, 0, 0.4), (0.4, 0.2, 90, 0.8), (0.8, 0.6, 180, 0.5))
)


def begun(*, pack=None, clock=None, kept=None):
    """A consultation that has just begun; ``kept`` collects its drafts."""
    ids = (f"id-{number}" for number in count(1))
    sitting = Consultation(
        pack or shipped_pack(),
        clock=clock or Clock(),
        new_id=lambda: next(ids),
        keep=(kept if kept is not None else []).append,
        program="SpineCounsel test",
    )
    sitting.begin(CLINICIAN)
    return sitting


def described(case=METASTASIS, options=OPTIONS, **more):
    """A consultation with patient, case and options, each usual one left out with a reason."""
    sitting = begun(**more)
    sitting.change(moves.describing, patient=PATIENT, case=case)
    for option in options:
        sitting.change(moves.choosing, option, chosen=True)
    for option in sitting.applicable.options:
        if sitting.applicable.is_usual(option) and option not in options:
            sitting.change(moves.leaving_out, option, "Talked about at an earlier visit")
    return sitting


def gone_through(**more):
    """A consultation in which everything that the gate asks for is marked."""
    sitting = described(**more)
    for topic in sitting.agenda.topics:
        if topic.required:
            mark(sitting, topic)
    return sitting


def mark(sitting, topic, state=MarkState.DISCUSSED):
    """Mark a topic at the start of all tests."""
    sitting.change(moves.marking, topic.key, state, when=START)


def decided(decision=None, **more):
    """A consultation that only lacks signatures."""
    sitting = gone_through(**more)
    first = sitting.discussion.options[0]
    sitting.change(
        moves.deciding,
        decision or Decision(consent=Consent.PROVIDED, options=(first,), levels=("T10",)),
    )
    return sitting


def signature(sitting, role, name="Sample Patient", **changes):
    """A drawn signature under the present statements."""
    fields = {
        "name": name,
        "role": role,
        "when": START,
        "method": Method.DRAWN,
        "statements": statements(sitting.pack, sitting.discussion),
        "strokes": (STROKE,),
    }
    return Signature(**(fields | changes))


def signatures(sitting):
    """Those of patient and clinician."""
    return (
        signature(sitting, SignerRole.PATIENT),
        signature(sitting, SignerRole.CLINICIAN, name="Dr Ada Beispiel"),
    )
