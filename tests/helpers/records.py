"""Sealed records for tests of the paper: made-up people, numbers as the content pack prints them.

``given()`` holds everything that can stand on paper: pairs, ranges, numbers out of 1,000, words
without a number, risks not known, topics set aside or never opened, questions, four signatures.
"""

import datetime as dt
import math

from spinecounsel.case.case import Side
from spinecounsel.case.patient import Patient
from spinecounsel.discussion.decision import Consent, Decision, Postponement
from spinecounsel.discussion.people import Attendee, AttendeeRole, Clinician, Mode, Representative
from spinecounsel.frozen import replaced
from spinecounsel.record.codec import fingerprint
from spinecounsel.record.record import (
    FORMAT,
    ConsentRecord,
    ContentStamp,
    Line,
    RecordedEstimate,
    RecordedLeftOut,
    RecordedOption,
    RecordedQuestion,
    RecordedScore,
    RecordedTopic,
)
from spinecounsel.record.signature import Method, Signature, SignerRole, Stroke

ZONE = dt.timezone(dt.timedelta(hours=1))
STARTED = dt.datetime(2026, 11, 24, 10, 5, tzinfo=ZONE)
SURGERY = "Surgery to free the spinal cord (decompression)"
RADIOTHERAPY = "Radiotherapy (external beam)"
RADIOSURGERY = "Stereotactic radiosurgery"
NO_TREATMENT = "No treatment of the tumour"
PATCHELL = (
    "Patchell RA, Tibbs PA, Regine WF, et al. Direct decompressive surgical resection in the "
    "treatment of spinal cord compression caused by metastatic cancer: a randomised trial. Lancet. "
    "2005. doi:10.1016/S0140-6736(05)66954-1. PMID 16112300 (Abstract)"
)
REVIEW = (
    "Tarawneh AM, Pasku D, Quraishi NA. Surgical complications and re-operation rates in spinal "
    "metastases surgery: a systematic review. European Spine Journal. 2021. "
    "doi:10.1007/s00586-020-06647-6 (Abstract, Results)"
)


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
            "I do not want any of the treatments that we talked about.",
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


def minutes(count):
    """That many minutes after the talk began."""
    return STARTED + dt.timedelta(minutes=count)


def estimate(ident, kind, title, sentence, number, **more):
    """An estimate; ``number`` is (count, of) or, without a share, None."""
    count, out_of = number or (None, None)
    unit = more.get("unit", "people")
    fields = {
        "id": ident,
        "option": SURGERY,
        "kind": kind,
        "concept": title,
        "title": title,
        "sentence": sentence,
        "framing": "",
        "number": f"{count} of {out_of:,} {unit}" if number else "",
        "count": count,
        "low": None,
        "high": None,
        "out_of": out_of,
        "drawn": bool(number) and unit == "people",
        "unit": unit,
        "value": "",
        "population": "people operated on for spinal metastases in 19 studies",
        "horizon": "30 days",
        "certainty": "low",
        "certainty_why": "pooled from mostly retrospective studies",
        "source": REVIEW,
    }
    return RecordedEstimate(**(fields | more))


def topic(kind, title, *inside, state="discussed", when=20, **more):
    """A topic with lines and estimates as given."""
    return RecordedTopic(
        key=f"{kind} {title}",
        kind=kind,
        title=title,
        state=state,
        when=minutes(when) if state in {"discussed", "set aside"} else None,
        wish=more.get("wish", ""),
        material=more.get("material", False),
        sentences=tuple(each for each in inside if isinstance(each, Line)),
        estimates=tuple(each for each in inside if isinstance(each, RecordedEstimate)),
    )


def written(role, name, *, method=Method.DRAWN, turns=5.0, **more):
    """A signature; ``turns`` gives each its own hand."""
    device = more.pop("device", "pen")
    steps = [step / 160 for step in range(161)]
    loops = tuple(
        (
            round(0.06 + 0.8 * at + 0.05 * math.sin(9.3 * at * turns / 5), 4),
            round(0.5 - 0.3 * math.sin(at * 6 * turns) * (1 - 0.7 * at), 4),
            round(at * 1800),
            round(0.35 + 0.55 * abs(math.sin(at * 12)), 3),
        )
        for at in steps
    )
    line = tuple((0.1 + 0.75 * at, 0.86 - 0.06 * at, round(1900 + at * 300), 0.5) for at in steps)
    dot = ((0.93, 0.8, 2400, 0.9),)
    strokes = tuple(Stroke(device=device, points=points) for points in (loops, line, dot))
    return Signature(
        name=name,
        role=role,
        when=minutes(62),
        method=method,
        statements=_STATEMENTS,
        strokes=strokes if method is Method.DRAWN else (),
        **more,
    )


_STATEMENTS = (
    f"I agree to: {SURGERY}; T10; Right.",
    "I have been told the benefits and the risks of each option, and that I may choose another or "
    "none.",
    "At my own wish, 1 thing was not gone through.",
    "I can change my mind at any time.",
)


def _record():
    return ConsentRecord(
        format=FORMAT,
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
        options=tuple(_options()),
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
            RecordedQuestion(
                text="Czy będzie bolało?", answer="", about="", when=minutes(35)
            ),
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
            Line(label="Do you feel sure about what to choose?", text="Yes"),
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
        statements=_STATEMENTS,
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
        limits="Not for: nerve or cord compression, tumours inside the canal, or length of life.",
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


def _options():
    from tests.helpers.record_options import options

    return options()
