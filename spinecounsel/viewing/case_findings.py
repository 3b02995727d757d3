"""Which further findings matter for a case: those that no other answer of the case gives."""

from collections.abc import Iterable

from spinecounsel.case.case import Case
from spinecounsel.case.findings import of_levels
from spinecounsel.case.words import finding_name
from spinecounsel.content.model import (
    ANY_CLASS,
    ContentPack,
    Estimate,
    PatientView,
    Rule,
    TumourClass,
)
from spinecounsel.viewing.answers import QuestionView, yes_or_no

STATED = (
    "painful-fracture",
    "nerve-pain",
    "nerve-pain-after-chemotherapy",
    "cancer-pain",
    "cannot-be-removed",
    "one-piece-removal",
    "partly-removed",
    "first-tumour",
    "vessel-rich",
    "not-radiosensitive",
    "next-to-gullet",
    "nf2",
    "egfr-change",
    "pd-l1-high",
    "castration-resistant",
    "after-docetaxel",
    "laminectomy",
    "neck-or-chest-field",
    "second-course",
    "good-outlook",
    "worked-before",
    "child",
)
"""Conditions of the pack that only the clinician can state, in the order of the page."""

OF_ONE_CANCER = ("egfr-change", "pd-l1-high", "castration-resistant", "after-docetaxel")
"""Findings that belong to one histology; elsewhere nobody asks for them."""


def finding_questions(pack: ContentPack, case: Case) -> tuple[QuestionView, ...]:
    """Give the findings to ask about, each present, absent or not known.

    A finding matters when an estimate or a rule that speaks of the case's class (and histology,
    where it names one) needs it, and the levels do not settle it.  One that was stated is always
    there.
    """
    places = of_levels(case.levels)
    said = {*case.present, *case.absent}
    return tuple(
        yes_or_no(f"finding.{each}", finding_name(each), holds=_holds(case, each))
        for each in STATED
        if each in said
        or (each in pack.conditions and places.get(each) is None and _matters(pack, case, each))
    )


def _holds(case: Case, finding: str) -> bool | None:
    return True if finding in case.present else False if finding in case.absent else None


def _matters(pack: ContentPack, case: Case, finding: str) -> bool:
    estimates = [
        each
        for each in pack.estimates.values()
        if finding in each.condition and each.patient_view is not PatientView.NEVER
    ]
    if any(_speaks_of(each, case) for each in estimates):
        return True
    if finding in OF_ONE_CANCER:
        return False
    return any(_rule_speaks_of(rule, finding, pack, case) for rule in _rules(pack))


def _speaks_of(estimate: Estimate, case: Case) -> bool:
    fits = ANY_CLASS in estimate.tumour_class or case.tumour_class in estimate.tumour_class
    return fits and (not estimate.histology or case.histology in estimate.histology)


def _rule_speaks_of(rule: Rule, finding: str, pack: ContentPack, case: Case) -> bool:
    if finding not in {*rule.all_of, *rule.any_of, *rule.none_of}:
        return False
    return all(
        _one_of(named, own)
        for named, own in (
            (_classes([*rule.all_of, *rule.any_of]), case.tumour_class or ""),
            ({word for word in rule.all_of if word in pack.histologies}, case.histology),
        )
    )


def _one_of(named: set[str], own: str) -> bool:
    return not named or own in named


def _classes(words: Iterable[str]) -> set[str]:
    return {word for word in words if word in set(TumourClass)}


def _rules(pack: ContentPack) -> Iterable[Rule]:
    return (rule for option in pack.options for rule in option.rule)


def histologies_of(pack: ContentPack, tumour_class: TumourClass | None) -> tuple[str, ...]:
    """Give the pack's histologies of a class, as its estimates name them; all for None."""
    if tumour_class is None:
        return pack.histologies
    of_class = {
        histology
        for each in pack.estimates.values()
        if tumour_class in each.tumour_class
        for histology in each.histology
    }
    return tuple(each for each in pack.histologies if each in of_class)
