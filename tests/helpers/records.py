"""Sealed records for tests of the paper: made-up people, numbers as the content pack prints them.

``given()`` holds everything that can stand on paper: pairs, ranges, numbers out of 1,000, words
without a number, risks not known, topics set aside or never opened, questions, four signatures.
"""

import datetime as dt

from spinecounsel.case.case import Side
from spinecounsel.case.patient import Patient
from spinecounsel.discussion.decision import Consent, Decision, Postponement
from spinecounsel.discussion.people import (
    Attendee,
    AttendeeRole,
    Clinician,
    Mode,
    Referrer,
    Representative,
)
from spinecounsel.frozen import replaced
from spinecounsel.record.codec import fingerprint
from spinecounsel.record.record import (
    FORMAT,
    ConsentRecord,
    ContentStamp,
    Line,
    RecordedLeftOut,
    RecordedQuestion,
    RecordedScore,
)
from spinecounsel.record.signature import Method, SignerRole
from tests.helpers.record_options import options
from tests.helpers.record_parts import STARTED, STATEMENTS, SURGERY, minutes, written


def given(**changes):
    """A record of consent given; ``changes`` are fields to replace before it is sealed."""
    return sealed(replaced(_record(), **changes))


def refused(**changes):
    """The same talk, with nothing wanted."""
    return given(
        decision=Decision(consent=Consent.REFUSED, reason="Wants no operation", words="Not this."),
        decision_lines=(
            Line(label="Outcome", text="Refused"),
            Line(label="Reason", text="Wants no operation"),
            Line(label="In the patient’s own words", text="“Not this.”"),
        ),
        statements=(
            "I do not want any of the treatments that were chosen for this talk.",
            "I know that I can ask for them, and for other help, later.",
            "I can change my mind at any time.",
        ),
        **changes,
    )


def postponed(**changes):
    """The same talk, with the decision put off."""
    return given(
        decision=Decision(consent=Consent.POSTPONED, postponement=Postponement.SECOND_OPINION),
        decision_lines=(
            Line(label="Outcome", text="Decision waits"),
            Line(label="Why it waits", text="A second opinion"),
        ),
        statements=("I have not decided yet.", "This paper agrees to no treatment."),
        **changes,
    )


def sealed(record):
    """The record with its fingerprint."""
    return replaced(record, sha256=fingerprint(record))


def estimates(record):
    """All estimates of a record, in order."""
    return [each for o in record.options for t in o.topics for each in t.estimates]


def _record():
    return ConsentRecord(
        format=FORMAT,
        language="en",
        id="01978f3c-7d1e-7a52-9b1d-2f0c3a5e9d11",
        program="SpineCounsel 0.1.0",
        started=STARTED,
        sealed=minutes(64),
        content=ContentStamp(
            id="spinal-tumours-en",
            title="Treatment options for spinal tumours",
            version="2026.11.1",
            sha256="e092db65e7c97a815a94786803e80d21d8ffed4a0f824481555d3894272e4cde",
            authors="The SpineCounsel project, from published abstracts and public web pages.",
            reviewers="Nobody yet. No clinician of any clinic has reviewed this content.",
            certified="No outside body has certified this content.",
            approved_by="",
            expires=dt.date(2027, 11, 24),
        ),
        clinician=Clinician(name="Dr Ada Beispiel", role="Spine surgeon", registration="T-1234567"),
        patient=Patient(
            name="Zoë Łukasiewicz-Nguyễn",
            born=dt.date(1958, 3, 14),
            number="TEST-0001",
            language="pl",
        ),
        referrer=Referrer(name="Dr Max Muster", practice="Sample Practice\n1 Sample Street"),
        present=(
            Attendee(
                name="Jan Przykład",
                role=AttendeeRole.INTERPRETER,
                language="pl",
                mode=Mode.VIDEO,
            ),
            Attendee(name="Lea Łukasiewicz", role=AttendeeRole.RELATIVE),
        ),
        preferences=(
            Line(label="Who should decide?", text="We decide together"),
            Line(label="How much do you want to know?", text="The main points"),
            Line(label="Do you want to hear how long people live with this?", text="Not now"),
        ),
        capacity=(Line(label="Capacity to decide", text="Presumed"),),
        representative=Representative(name="Lea Łukasiewicz", relation="daughter"),
        case=_CASE,
        scores=_SCORES,
        options=options(),
        left_out=(
            RecordedLeftOut(
                name="Steroids (corticosteroids)",
                why_usual="When the cord is squeezed, steroids are mostly the first treatment.",
                reason="Began two days ago, talked about then",
            ),
        ),
        expectations=(
            Line(label="Walking", text="“Back to my garden” 70 of 100"),
            Line(label="Pain", text="“Less at night”"),
        ),
        questions=(
            RecordedQuestion(
                text="Will I need a wheelchair?",
                answer="Most people who walk before go on walking. There is no promise.",
                about="Walking after treatment",
                when=minutes(31),
            ),
            RecordedQuestion(text="Czy będzie bolało?", answer="", about="", when=minutes(35)),
        ),
        leanings=(
            Line(label="Leaned to before the numbers", text="None of them yet"),
            Line(label="Leaned to before deciding", text=SURGERY),
        ),
        values=(
            Line(label="To walk without help", text="A lot"),
            Line(label="“My garden”", text="A lot"),
            Line(label="Few days in hospital", text="Little"),
        ),
        understanding=(
            Line(
                label="Which ways of treatment are there for you?",
                text="Said (asked 2 times) “The operation, the rays, or nothing”",
            ),
        ),
        knowledge=(
            Line(label="May you change your mind after you sign?", text="Yes. That was so."),
        ),
        sure=(
            Line(
                label="Do you feel sure about what to choose?",
                text="No before deciding, Yes before signing",
            ),
        ),
        decision=Decision(
            consent=Consent.PROVIDED,
            options=("surgery-decompression",),
            levels=("T10",),
            side=Side.RIGHT,
            words="I want to walk to my garden.",
        ),
        decision_lines=(
            Line(label="Outcome", text="Consent given"),
            Line(label="Agreed to", text=f"{SURGERY}; T10; Right"),
            Line(label="In the patient’s own words", text="“I want to walk to my garden.”"),
        ),
        permissions=(
            Line(label="Blood or blood products, if needed", text="Yes"),
            Line(label="Trainees may watch or help", text="No"),
            Line(label="My data may be used for research", text="Not asked"),
        ),
        red_flag=(
            "New numbness, weak or unsteady legs, or trouble with bladder or bowels: get medical "
            "help at once, by day or by night."
        ),
        statements=STATEMENTS,
        signatures=(
            written(SignerRole.REPRESENTATIVE, "Lea Łukasiewicz", on_behalf_of="Zoë Łukasiewicz"),
            written(SignerRole.CLINICIAN, "Dr Ada Beispiel", turns=3.1, device="mouse"),
            written(SignerRole.INTERPRETER, "Jan Przykład", turns=7.7, aspect=4.2),
            written(SignerRole.WITNESS, "Wit Ness", method=Method.TYPED),
        ),
    )


_CASE = (
    Line(label="Class of the tumour", text="Spread from a cancer elsewhere"),
    Line(label="Histology", text="Prostate cancer"),
    Line(label="Level", text="T10"),
    Line(label="Side", text="Right"),
    Line(label="Walking", text="With help"),
    Line(label="New trouble with bladder or bowel", text="Not known"),
    Line(label="Aim of treatment", text="Control"),
)
_SCORES = (
    RecordedScore(
        name="Spinal Instability Neoplastic Score (SINS)",
        result="9 of 18 points: potentially unstable. A spine surgeon should look at the scans.",
        items=(
            Line(label="Where in the spine", text="Half-stiff: T3-T10: 1 point"),
            Line(label="Pain", text="Mechanical pain: 3 points"),
            Line(label="Type of bone change", text="Bone eaten away (lytic): 2 points"),
        ),
        limits="It says nothing about nerve or cord compression, or about length of life.",
        source="Fourney DR, Frangou EM, Ryken TC, et al. J Clin Oncol 29(22):3072-7. 2011.",
    ),
    RecordedScore(
        name="ECOG performance status",
        result="1: Limited in hard physical work.",
        items=(Line(label="Definition", text="Walks about and can do light or seated work."),),
        limits="Weakness from the cord can lower the grade even when the person is well.",
        source="Oken et al. 1982, Am J Clin Oncol 5:649-655.",
    ),
)
