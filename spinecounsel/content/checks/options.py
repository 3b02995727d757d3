"""Each option says what it is for, what may come of it, and on whose word it is usual."""

from spinecounsel.content.checks.links import CLASSES
from spinecounsel.content.checks.places import place_of_fact, place_of_option
from spinecounsel.content.model import (
    ANY_CLASS,
    FACT_KINDS,
    NOT_USUAL,
    SEEN,
    USUAL,
    ContentPack,
    Kind,
    TreatmentOption,
)

SHORT_NAME = 28
GROUPS = ("watch", "radiation", "medicines", "surgery", "procedures", "supportive")


def check_options(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first option that is not fit to be talked about."""
    for option in pack.options:
        _check_head(option)
        _check_facts(option)
        _check_rules(option)
        for tumour_class in CLASSES:
            _check_balance(pack, option, tumour_class)


def _check_head(option: TreatmentOption) -> None:
    place = place_of_option(option)
    if option.group not in GROUPS:
        raise place.problem("group", f"one of {', '.join(GROUPS)}")
    if len(option.short_name) > SHORT_NAME:
        raise place.problem("short_name", f"at most {SHORT_NAME} characters")


def _check_facts(option: TreatmentOption) -> None:
    for number, fact in enumerate(option.fact, 1):
        if fact.kind not in FACT_KINDS:
            raise place_of_fact(option, fact, number).problem(
                "kind", f"one of {', '.join(FACT_KINDS)}"
            )
    kinds = {fact.kind for fact in option.fact}
    for kind in ("aim", "what-happens"):
        if kind not in kinds:
            raise place_of_option(option).problem("fact", f"a fact of kind {kind}")


def _check_rules(option: TreatmentOption) -> None:
    for number, rule in enumerate(option.rule, 1):
        if rule.verdict not in (USUAL, NOT_USUAL):
            place = place_of_fact(option, rule, number)
            raise place.problem("verdict", f"{USUAL!r} or {NOT_USUAL!r}")


def _check_balance(pack: ContentPack, option: TreatmentOption, tumour_class: str) -> None:
    """Benefit and risk: a number that may be shown, or "not known" said aloud.

    An option that is a form of another one (``part_of``) may speak through it.
    """
    names = {option.id, option.part_of} - {""}
    kinds = {
        row.kind
        for row in pack.estimates.values()
        if row.option in names
        and row.patient_view in SEEN
        and (tumour_class in row.tumour_class or ANY_CLASS in row.tumour_class)
    }
    gap = any(row.option in names and tumour_class in row.tumour_class for row in pack.gaps)
    risk = any(row.option in names and tumour_class in row.tumour_class for row in pack.core_risks)
    place = place_of_option(option)
    if Kind.BENEFIT not in kinds and not gap:
        raise place.problem(
            "estimate", f"a benefit for {tumour_class}, or a gap that says not known"
        )
    if Kind.RISK not in kinds and not gap and not risk:
        raise place.problem("estimate", f"a risk for {tumour_class}, or a gap that says not known")
