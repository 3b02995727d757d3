"""What stands side by side is alike: same question, unit, time span and denominator."""

import re

from spinecounsel.content.checks.places import Place, place_of_estimate
from spinecounsel.content.model import SEEN, ContentPack, Estimate, PatientView, Role

ALIKE_IN_A_PAIR = (
    "concept",
    "patient_view",
    "horizon_class",
    "denominator",
    "unit",
    "histology",
    "condition",
)
ALIKE_IN_A_ROW = ("concept", "patient_view", "horizon_class", "denominator", "unit")


def check_comparisons(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first pair or row that compares what is not alike."""
    for row in pack.estimates.values():
        _check_pair(row, pack.estimates)
        _check_row(row, pack.estimates)
        _check_duplicate(row, pack.estimates)


def _alike(
    place: Place, field: str, one: Estimate, other: Estimate, fields: tuple[str, ...]
) -> None:
    for name in fields:
        if getattr(one, name) != getattr(other, name):
            raise place.problem(
                field, f"an estimate with the same {name}, which {other.id} has not"
            )
    if not set(one.tumour_class) & set(other.tumour_class):
        raise place.problem(field, f"an estimate of the same tumour class, which {other.id} is not")


def _check_pair(row: Estimate, estimates: dict[str, Estimate]) -> None:
    place = place_of_estimate(row)
    in_pair = row.role in (Role.TREATMENT, Role.COMPARATOR)
    if not row.pair:
        if row.patient_view == PatientView.ONLY_AS_PAIR:
            raise place.problem("pair", "the other arm, as it is shown only as a pair")
        if in_pair and row.patient_view != PatientView.NEVER:
            raise place.problem("pair", f"the other arm, as its role is {row.role}")
        return
    other = estimates[row.pair]
    if other.pair != row.id or other is row:
        raise place.problem("pair", f"one that points back, which {row.pair} does not")
    if not in_pair or {row.role, other.role} == {Role.COMPARATOR}:
        raise place.problem("role", "treatment or comparator, and not comparator on both sides")
    if row.source != other.source:
        raise place.problem("pair", f"an arm of the same study, which {other.id} is not")
    _alike(place, "pair", row, other, ALIKE_IN_A_PAIR)


def _check_row(row: Estimate, estimates: dict[str, Estimate]) -> None:
    place = place_of_estimate(row)
    if len(set(row.comparable_with)) < len(row.comparable_with):
        raise place.problem("comparable_with", "each estimate once")
    for name in row.comparable_with:
        other = estimates[name]
        if row.id not in other.comparable_with:
            raise place.problem("comparable_with", f"one that points back, which {name} does not")
        if row.option == other.option:
            raise place.problem(
                "comparable_with", f"another option's estimate, which {name} is not"
            )
        _alike(place, "comparable_with", row, other, ALIKE_IN_A_ROW)
        if row.patient_view == PatientView.NEVER:
            raise place.problem("comparable_with", "nothing, as it is never shown")
        other_people = (
            row.source != other.source
            or row.histology != other.histology
            or row.condition != other.condition
        )
        if other_people and not (row.caution or row.sensitive_caution):
            raise place.problem("caution", f"why care is needed beside {name}: other people")


def _check_duplicate(row: Estimate, estimates: dict[str, Estimate]) -> None:
    if not row.reason.startswith("duplicate"):
        return
    place = place_of_estimate(row)
    words = set(re.findall(r"[\w-]+", row.reason))
    twins = [estimates[name] for name in sorted(words & estimates.keys()) if name != row.id]
    if row.patient_view != PatientView.NEVER or len(twins) != 1:
        raise place.problem("reason", "the one estimate that is shown in its place, by its id")
    if twins[0].patient_view not in SEEN or twins[0].percent != row.percent:
        raise place.problem("reason", f"a twin with the same number, shown: {twins[0].id} is not")
