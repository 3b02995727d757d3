"""Additions to a record for tests: one of each kind, and whatever Hypothesis makes up."""

import datetime as dt

from hypothesis import strategies as st

from spinecounsel.discussion.people import Clinician
from spinecounsel.record.addition import (
    ToldHow,
    Withdrawal,
    WithdrawnBy,
    addendum,
    made,
    superseded,
    withdrawn,
)
from spinecounsel.record.kinds import AdditionKind
from tests.helpers import odd_records, records

WHO = Clinician(name="Dr Ada Beispiel", role="Spine surgeon")
NUMBER = "0198aaaa-7d1e-7a52-9b1d-2f0c3a5e9d11"
WORDS = "I have thought about it again. I would rather wait."


def later(record, **passed):
    """A moment after a record was sealed; a week without ``passed``."""
    return record.sealed + dt.timedelta(**(passed or {"days": 7}))


def told(record, **changes):
    """A withdrawal of consent, as it was told."""
    fields = {"by": WithdrawnBy.PATIENT, "when": later(record), "how": ToldHow.TELEPHONE}
    return Withdrawal(**(fields | {"words": WORDS} | changes))


def matters(record):
    """One matter of each kind."""
    return {
        AdditionKind.ADDENDUM: addendum("The daughter rang: a blood thinner is taken.\nSince May."),
        AdditionKind.WITHDRAWAL: withdrawn(told(record)),
        AdditionKind.SUPERSESSION: superseded(records.refused(id="0199bbbb")),
    }


def added(kind=AdditionKind.WITHDRAWAL, record=None, matter=None, **changes):
    """An addition to a record."""
    record = record or records.given()
    fields = {"ident": NUMBER, "when": later(record, days=7, minutes=3), "program": record.program}
    who = changes.pop("clinician", WHO)
    return made(record, matter or matters(record)[kind], who, **(fields | changes))


@st.composite
def odd_additions(draw):
    """Additions of every kind and shape, to records of every shape."""
    record = draw(odd_records.odd_records())
    kind = draw(st.sampled_from(AdditionKind))
    text = odd_records.texts()
    matter = {
        AdditionKind.ADDENDUM: lambda: addendum(draw(text) * draw(st.sampled_from((1, 60)))),
        AdditionKind.WITHDRAWAL: lambda: withdrawn(
            told(
                record,
                by=draw(st.sampled_from(WithdrawnBy)),
                how=draw(st.sampled_from(ToldHow)),
                name=draw(text),
                words=draw(text) * draw(st.sampled_from((0, 1, 60))),
            )
        ),
        AdditionKind.SUPERSESSION: lambda: superseded(records.refused(id="0199bbbb")),
    }[kind]()
    return added(record=record, matter=matter, clinician=record.clinician)
