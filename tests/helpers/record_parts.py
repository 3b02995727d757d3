"""Parts of made-up records: estimates, topics, signatures."""

import datetime as dt
import math

from spinecounsel.record.record import Line, RecordedEstimate, RecordedTopic
from spinecounsel.record.signature import Method, Signature, Stroke

STARTED = dt.datetime(2026, 11, 24, 10, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
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
STATEMENTS = (
    f"I agree to: {SURGERY}; T10; Right.",
    (
        "I have been told the benefits and the risks of each option that we went through, as "
        "marked in this paper."
    ),
    "At my own wish, 1 thing was not gone through. It is marked in this paper.",
    "I can change my mind at any time.",
)


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
        shut_why=more.get("shut_why", ""),
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
        statements=STATEMENTS,
        strokes=strokes if method is Method.DRAWN else (),
        **more,
    )
