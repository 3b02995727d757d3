"""What comes from outside is taken only if this program could have made it.

A record can leave a vault by erasure alone, so whatever would trouble its list or its papers for
ever is found before it comes in.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from spinecounsel.case.problems import patient_problems
from spinecounsel.document.logo import NotALogo, read_logo
from spinecounsel.record.addition import FORMAT as ADDITION_FORMAT
from spinecounsel.record.addition import Addition, Matter
from spinecounsel.record.clinic import MOST_DAYS, Clinic
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.record.record import FORMAT, ConsentRecord
from spinecounsel.sealing import trust
from spinecounsel.sealing.cms import read_seal
from spinecounsel.sealing.der import NotCanonical
from spinecounsel.sealing.form import Misfit, read_form
from spinecounsel.sealing.verdict import Seen, Verdict
from spinecounsel.sealing.verify import verify
from spinecounsel.wording import say

_IDENT = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,63}")
_EARLIEST, _LATEST = (dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (1900, 2200))
_LONGEST_TEXT = 1_000_000
_LONGEST_OPTION = 1_000  # its name stands in a line of the list
_LARGEST_NUMBER = 1_000_000_000
_OUT_OF = (None, 100, 1_000)  # people that a picture shows
_ASPECTS = (0.01, 100)

_Inside: TypeAlias = tuple[str, object]


def trouble_of_record(record: ConsentRecord) -> str:
    """Say why a record cannot be one of this program; empty when it can."""
    idents = (record.id, *((record.replaces.id,) if record.replaces else ()))
    return (
        _format_trouble(record.format, FORMAT)
        or _trouble(record, idents)
        or _patient_trouble(record)
        or _clinic_trouble(record.house)
    )


def trouble_of_addition(added: Addition, record: ConsentRecord) -> str:
    """Say why an addition to ``record`` cannot be one of this program; empty when it can."""
    newer = added.matter.successor
    idents = (added.id, *((newer.id,) if newer else ()))
    trouble = _format_trouble(added.format, ADDITION_FORMAT) or _trouble(added, idents)
    if trouble:
        return trouble
    of = (added.record.id, added.record.sha256, added.patient)
    if of != (record.id, record.sha256, record.patient):
        return say("Its parts do not belong together.")
    told = added.matter.withdrawal
    still_to_come = told is not None and told.when > added.when
    return "" if _is_one(added.matter) and not still_to_come else _impossible("matter")


def trouble_of_paper(document: bytes, body: bytes, kind: str) -> str:
    """Say why ``document`` is not the sealed paper of what ``body`` says; empty when it is.

    Whose key sealed it does not count: another clinic's is not known here.

    Args:
        document: any bytes.
        body: what must lie in it, byte for byte.
        kind: which document it must be.
    """
    found = _looked_into(document)
    if found.state is Seen.CHANGED:
        return say("A document of it was changed after it was sealed.")
    if found.state is not Seen.SEALED:
        return say("A document of it is no sealed document of SpineCounsel.")
    if (found.record, found.kind) != (body, kind):
        return say("A document of it is the paper of something else.")
    return ""


def _looked_into(document: bytes) -> Verdict:
    """Judge a document by the root that it brings itself, at the time that it names itself."""
    form = read_form(document)
    if isinstance(form, Misfit):
        return verify(document, (), now=_EARLIEST)
    try:
        *_, top = trust.upwards(read_seal(form.seal))
    except (NotCanonical, IndexError):
        return verify(document, (), now=form.when)
    return verify(document, (top,), now=form.when)


def _format_trouble(found: int, known: int) -> str:
    if found > known:
        return say("A newer version of SpineCounsel made it: import it with that version.")
    return "" if found >= 1 else _impossible("format")


def _trouble(value: ConsentRecord | Addition, idents: tuple[str, ...]) -> str:
    """Say what is wrong with numbers and times wherever they stand in it."""
    for ident in idents:
        if not _IDENT.fullmatch(ident):
            return say("A number of a record in it cannot be right.")
    inside = msgspec.to_builtins(value, builtin_types=(dt.datetime, dt.date))
    wrong = next((name for name, each in _values("", inside) if not _can_be(name, each)), None)
    return "" if wrong is None else _impossible(wrong)


def _impossible(field: str) -> str:
    return say("What stands in “{field}” cannot be right.", field=field)


def _values(name: str, value: object) -> Iterator[_Inside]:
    """Give all that stands in it, each with the name of its field."""
    if isinstance(value, dict):
        yield name, value
        for key, each in value.items():
            yield from _values(key, each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _values(name, each)
    else:
        yield name, value


def _can_be(name: str, value: object) -> bool:
    if isinstance(value, dt.datetime):
        return value.tzinfo is not None and _EARLIEST <= value <= _LATEST
    if isinstance(value, str):
        return len(value) <= _LONGEST_TEXT
    if isinstance(value, int | float):
        low, high = _ASPECTS if name == "aspect" else (-_LARGEST_NUMBER, _LARGEST_NUMBER)
        return low <= value <= high
    return not isinstance(value, dict) or _is_share(value)


def _is_share(fields: dict[str, object]) -> bool:
    """Whether a number of people is one that can be drawn; also where there is none."""
    if "out_of" not in fields:
        return True
    whole = fields["out_of"]
    counted = [fields.get(name) for name in ("count", "low", "high")]
    most = whole if isinstance(whole, int) else 0
    return whole in _OUT_OF and all(0 <= each <= most for each in counted if isinstance(each, int))


def _is_one(matter: Matter) -> bool:
    """Whether it says what its kind has to say, and nothing else."""
    said = {
        AdditionKind.ADDENDUM: bool(matter.text),
        AdditionKind.WITHDRAWAL: matter.withdrawal is not None,
        AdditionKind.SUPERSESSION: matter.successor is not None,
    }
    return [kind for kind, is_said in said.items() if is_said] == [matter.kind]


def _patient_trouble(record: ConsentRecord) -> str:
    """Ask of the patient what is asked at the desk, and of options that the list can show them."""
    problems = patient_problems(record.patient, record.started.date())
    if problems:
        return _impossible(next(iter(problems)))
    long = any(len(option.name) > _LONGEST_OPTION for option in record.options)
    return _impossible("options") if long else ""


def _clinic_trouble(clinic: Clinic) -> str:
    if clinic.confirm_after is not None and not 1 <= clinic.confirm_after <= MOST_DAYS:
        return _impossible("confirm_after")
    try:
        if clinic.logo:
            read_logo(clinic.logo)
    except NotALogo:
        return _impossible("logo")
    return ""
