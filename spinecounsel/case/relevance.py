"""Which options are usual to discuss in a case, which estimates speak of it.

And why the rest do not.

Rules describe practice and never choose; an estimate of another tumour class never speaks for this
one.  Each answer carries its reason.
"""

from collections.abc import Mapping
from enum import StrEnum

from spinecounsel.case.case import Case
from spinecounsel.case.findings import findings
from spinecounsel.content.model import (
    ANY_CLASS,
    NOT_USUAL,
    USUAL,
    ContentPack,
    CoreRisk,
    Estimate,
    Gap,
    Pathway,
    Rule,
    TumourClass,
)
from spinecounsel.frozen import Frozen


class Fit(StrEnum):
    """Whether the people of an estimate are like this patient."""

    FITS = "fits"
    MAY_FIT = "may fit"
    DOES_NOT_FIT = "does not fit"


class EstimateFit(Frozen, frozen=True, kw_only=True):
    """How an estimate fits; ``words`` are the findings that do not hold, or are not known."""

    fit: Fit
    words: tuple[str, ...] = ()


class OptionFit(Frozen, frozen=True, kw_only=True):
    """Whether an option is usual to discuss: the rules that hold and say so, or say not.

    Both may hold; then it is usual, with both reasons read.  None of both: no source speaks of it.
    """

    usual: tuple[Rule, ...] = ()
    not_usual: tuple[Rule, ...] = ()


class Applicable(Frozen, frozen=True, kw_only=True):
    """Every option and every estimate of a pack by id, each with how it fits the case.

    ``found`` are the findings that are known to hold or not to hold.
    """

    options: dict[str, OptionFit]
    estimates: dict[str, EstimateFit]
    found: dict[str, bool | None]

    def is_usual(self, option: str) -> bool:
        """Whether ``option`` is usual to discuss here."""
        return bool(self.options[option].usual)


def applicable(pack: ContentPack, case: Case) -> Applicable:
    """Say for each option and estimate of ``pack`` whether it applies to ``case``.

    With the reason.
    """
    found = findings(pack, case)
    return Applicable(
        options={
            option.id: OptionFit(
                usual=_holding(option.rule, USUAL, found),
                not_usual=_holding(option.rule, NOT_USUAL, found),
            )
            for option in pack.options
        },
        estimates={
            ident: estimate_fit(estimate, case.tumour_class, found)
            for ident, estimate in pack.estimates.items()
        },
        found=found,
    )


def speaks_of(tumour_class: tuple[str, ...], own: TumourClass | None) -> bool:
    """Whether something said of ``tumour_class`` is said of the case's own class (None.

    Not known).
    """
    return ANY_CLASS in tumour_class or (own is not None and own in tumour_class)


def estimate_fit(
    estimate: Estimate, own: TumourClass | None, found: Mapping[str, bool | None]
) -> EstimateFit:
    """Say whether the people of ``estimate`` are like a patient with these findings."""
    if not speaks_of(estimate.tumour_class, own):
        return EstimateFit(fit=Fit.DOES_NOT_FIT, words=estimate.tumour_class)
    against = _against(estimate, found)
    if against:
        return EstimateFit(fit=Fit.DOES_NOT_FIT, words=against)
    open_words = tuple(word for word in estimate.condition if found.get(word) is None)
    if estimate.histology and not any(found.get(word) for word in estimate.histology):
        open_words += estimate.histology
    return EstimateFit(fit=Fit.MAY_FIT if open_words else Fit.FITS, words=open_words)


def concerns(
    row: CoreRisk | Gap | Pathway, own: TumourClass | None, found: Mapping[str, bool | None]
) -> bool:
    """Whether ``row`` speaks of a patient with these findings; what is not known may be so."""
    return speaks_of(row.tumour_class, own) and not _against(row, found)


def _against(
    row: CoreRisk | Estimate | Gap | Pathway, found: Mapping[str, bool | None]
) -> tuple[str, ...]:
    """Give the words of ``row`` that do not hold."""
    against = tuple(word for word in row.condition if found.get(word) is False)
    if row.histology and all(found.get(word) is False for word in row.histology):
        against += row.histology
    return against


def _holding(
    rules: tuple[Rule, ...], verdict: str, found: Mapping[str, bool | None]
) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.verdict == verdict and holds(rule, found))


def holds(rule: Rule, found: Mapping[str, bool | None]) -> bool:
    """Whether ``rule`` applies: all of, one of, none of; what is not known holds nothing back."""
    return (
        all(found.get(word) is True for word in rule.all_of)
        and (not rule.any_of or any(found.get(word) is True for word in rule.any_of))
        and not any(found.get(word) is True for word in rule.none_of)
    )
