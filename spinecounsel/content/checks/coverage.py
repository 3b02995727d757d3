"""What must be said is said: groups that belong together, core risks, and what is not known."""

from collections import Counter

from spinecounsel.content.checks.links import CLASSES
from spinecounsel.content.checks.places import Place, place_of_core_risk, place_of_gap
from spinecounsel.content.model import (
    ANY_CLASS,
    SEEN,
    Concept,
    ContentPack,
    CoreRisk,
    Estimate,
    Gap,
    Together,
)

ALWAYS_NAMED = ("treatment-death", "cord-injury")
"""Concepts of which no shown estimate may stand outside the core risks."""


def check_coverage(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first thing that talk could leave out silently."""
    concepts = {concept.id: concept for concept in pack.concepts}
    for group in pack.together:
        _check_together(group, pack.estimates, concepts)
    gaps = {gap.id: gap for gap in pack.gaps}
    for risk in pack.core_risks:
        _check_core_risk(risk, pack.estimates, gaps)
    _check_named(pack)
    for gap in pack.gaps:
        _check_gap(gap, pack.estimates)
    _check_no_silence(pack)


def covers(estimate: Estimate, classes: tuple[str, ...]) -> bool:
    """Say whether ``estimate`` speaks of one of the tumour ``classes``."""
    return ANY_CLASS in estimate.tumour_class or bool(set(estimate.tumour_class) & set(classes))


def _check_together(
    group: Together, estimates: dict[str, Estimate], concepts: dict[str, Concept]
) -> None:
    place = Place("concepts.toml", f"together {group.id}")
    names = (*group.estimates, *group.beside)
    if len(names) < 2 or len(set(names)) < len(names):
        raise place.problem("estimates", "two or more estimates, each once")
    for name in names:
        if estimates[name].patient_view not in SEEN:
            raise place.problem(
                "estimates", f"estimates that patients may see, which {name} is not"
            )
        if estimates[name].pair and estimates[name].pair not in names:
            raise place.problem("estimates", f"also the pair of {name}")
    of = {name: concepts[estimates[name].concept] for name in names}
    for name in group.estimates:
        if of[name].core and not all(concept.core for concept in of.values()):
            raise place.problem(
                "estimates", f"core concepts throughout, as {name} is compared by default"
            )
        if not of[name].sensitive and any(concept.sensitive for concept in of.values()):
            raise place.problem("estimates", f"nothing sensitive beside {name}, which is open")


def _check_core_risk(row: CoreRisk, estimates: dict[str, Estimate], gaps: dict[str, Gap]) -> None:
    place = place_of_core_risk(row)
    _check_carriers(place, row, estimates)
    gap = gaps.get(row.gap)
    if gap and (gap.option, gap.concept) != (row.option, row.concept):
        raise place.problem("gap", "a gap of the same option and concept")
    unknown = gap.tumour_class if gap else ()
    for tumour_class in row.tumour_class:
        known = any(covers(estimates[name], (tumour_class,)) for name in row.estimates)
        if not known and tumour_class not in unknown:
            raise place.problem("gap", f"an estimate or a gap for {tumour_class}")


def _check_carriers(place: Place, row: CoreRisk, estimates: dict[str, Estimate]) -> None:
    for name in row.estimates:
        estimate = estimates[name]
        if estimate.concept != row.concept:
            raise place.problem("estimates", f"estimates of {row.concept}, which {name} is not")
        if estimate.patient_view not in SEEN:
            raise place.problem(
                "estimates", f"estimates that patients may see, which {name} is not"
            )
        if not covers(estimate, row.tumour_class):
            raise place.problem("estimates", f"the tumour class of the risk, which {name} has not")
        if estimate.pair and estimate.pair not in row.estimates:
            raise place.problem("estimates", f"also the pair of {name}")


def _check_named(pack: ContentPack) -> None:
    named = {name for row in pack.core_risks for name in row.estimates}
    for row in pack.estimates.values():
        if row.concept in ALWAYS_NAMED and row.patient_view in SEEN and row.id not in named:
            place = Place("concepts.toml", "core_risk")
            raise place.problem(
                "estimates", f"{row.id}: a death or cord injury that no option names"
            )


def _check_gap(gap: Gap, estimates: dict[str, Estimate]) -> None:
    place = place_of_gap(gap)
    if not gap.plain.startswith("Not known"):
        raise place.problem("plain", "a sentence that begins with: Not known")
    if not gap.question.endswith("?"):
        raise place.problem("question", "a question")
    if gap.scope:
        return
    for row in estimates.values():
        same = (row.option, row.concept) == (gap.option, gap.concept)
        if same and row.patient_view in SEEN and covers(row, gap.tumour_class):
            raise place.problem("scope", f"the narrower question, as {row.id} is shown")


def _check_no_silence(pack: ContentPack) -> None:
    """Every option, in every tumour class, once names a core risk and says what is not known."""
    risks = Counter((r.option, r.concept, c) for r in pack.core_risks for c in r.tumour_class)
    gaps = Counter((g.option, g.concept, g.scope, c) for g in pack.gaps for c in g.tumour_class)
    for key, times in (*risks.items(), *gaps.items()):
        if times > 1:
            raise Place("concepts.toml", "/".join(filter(None, key))).problem(
                "", "once for each class"
            )
    for table, keys in (("core_risk", risks), ("gap", gaps)):
        there = {(key[0], key[-1]) for key in keys}
        for option in pack.options:
            for tumour_class in CLASSES:
                if not option.part_of and (option.id, tumour_class) not in there:
                    place = Place("concepts.toml", f"{table} {option.id}")
                    raise place.problem("tumour_class", f"one for {tumour_class}")
