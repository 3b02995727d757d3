"""Every id and every word of a vocabulary resolves, and no text that must be there is empty."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from spinecounsel.content.checks.places import (
    Place,
    place_of_core_risk,
    place_of_estimate,
    place_of_fact,
    place_of_gap,
    place_of_option,
)
from spinecounsel.content.model import (
    ANY_CLASS,
    ANY_OPTION,
    FINDINGS,
    OWN,
    ContentPack,
    TumourClass,
)
from spinecounsel.frozen import Frozen

CLASSES = tuple(str(tumour_class) for tumour_class in TumourClass)
DIRECTIONS = ("higher is better", "lower is better", "neither")
UNITS = (
    "people",
    "operations",
    "treated bones",
    "treated places",
    "treated tumours",
    "tumours",
    "problems",
    "trial comparisons",
)
HORIZONS = ("days", "weeks", "months", "1 year", "2-5 years", "longer", "not stated")
BASES = ("evidence", "seed", "both")
ORDERS = ("then", "together")


def check_links(pack: ContentPack) -> None:
    """Raise ``ContentProblem`` for the first id, source or word that does not resolve."""
    _check_manifest(pack)
    _check_once(pack)
    _check_sources(pack)
    _check_concepts(pack)
    _check_option_links(pack)
    _check_estimate_links(pack)
    _check_groups(pack)
    _check_small_files(pack)


def _known(place: Place, field: str, values: Iterable[str], known: Collection[str]) -> None:
    for value in values:
        if value not in known:
            raise place.problem(field, f"an id or word that the pack knows, not {value!r}")


def _classes(place: Place, values: tuple[str, ...], *, any_too: bool = True) -> None:
    _known(place, "tumour_class", values, (*CLASSES, ANY_CLASS) if any_too else CLASSES)
    if not values or len(set(values)) < len(values) or (ANY_CLASS in values and len(values) > 1):
        raise place.problem("tumour_class", "at least one tumour class, each once, `any` alone")


def _filled(place: Place, row: Frozen, fields: Iterable[str]) -> None:
    for field in fields:
        if not str(getattr(row, field)).strip():
            raise place.problem(field, "a text that is not empty")


def _check_manifest(pack: ContentPack) -> None:
    place = Place("pack.toml", "")
    _filled(place, pack.manifest, ("id", "title", "language", "version", "authors", "reviewers"))
    _filled(place, pack.manifest, ("certified", "funding", "updates", "selection", "readability"))
    if pack.manifest.expires <= pack.manifest.written:
        raise place.problem("expires", "a day after `written`")


def _check_once(pack: ContentPack) -> None:
    tables: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("concepts.toml", "concept", (row.id for row in pack.concepts)),
        ("concepts.toml", "together", (row.id for row in pack.together)),
        ("concepts.toml", "gap", (row.id for row in pack.gaps)),
        ("pathways.toml", "pathway", (row.id for row in pack.pathways)),
        ("glossary.toml", "glossary", (row.term for row in pack.glossary)),
        ("questions.toml", "question", (row.text for row in pack.questions)),
        ("values.toml", "value", (row.id for row in pack.value_statements)),
        ("values.toml", "theme", (row.id for row in pack.themes)),
        ("concepts.toml", "concept of order", (str(row.order) for row in pack.concepts)),
        ("options", "option of order", (str(row.order) for row in pack.options)),
    )
    for file, table, names in tables:
        for name, times in Counter(names).items():
            if times > 1:
                raise Place(file, f"{table} {name}").problem("", f"once, not {times} times")


def _check_sources(pack: ContentPack) -> None:
    for row in pack.sources.values():
        place = Place("sources.toml", f"source {row.id}")
        _filled(place, row, ("id", "title"))
        if row.year and not 1900 <= row.year <= pack.manifest.written.year:
            raise place.problem("year", "a year up to that of the pack, or 0 where none was seen")


def _check_concepts(pack: ContentPack) -> None:
    for row in pack.concepts:
        place = Place("concepts.toml", f"concept {row.id}")
        _known(place, "direction", [row.direction], DIRECTIONS)
        _known(place, "group", [row.group], pack.groups)
        _filled(place, row, ("id", "label"))
        if not row.question.endswith("?"):
            raise place.problem("question", "a question")
        if (row.group == "survival") != row.sensitive:
            raise place.problem("sensitive", "true for survival and death, and only for them")


def _check_option_links(pack: ContentPack) -> None:
    options = {option.id for option in pack.options}
    findings = {*FINDINGS, *CLASSES, *pack.histologies, *pack.conditions}
    for option in pack.options:
        place = place_of_option(option)
        _filled(place, option, ("id", "name", "short_name", "group"))
        if option.part_of:
            _known(place, "part_of", [option.part_of], options - {option.id})
        for number, fact in enumerate(option.fact, 1):
            place = place_of_fact(option, fact, number)
            _known(place, "source", [fact.source], pack.sources)
            _classes(place, fact.tumour_class)
            _filled(place, fact, ("text", "where"))
        for number, rule in enumerate(option.rule, 1):
            place = place_of_fact(option, rule, number)
            _known(place, "source", [rule.source], pack.sources)
            for field in ("all_of", "any_of", "none_of"):
                _known(place, field, getattr(rule, field), findings)
            _filled(place, rule, ("reason", "where"))


def _check_estimate_links(pack: ContentPack) -> None:
    options = {ANY_OPTION, *(option.id for option in pack.options)}
    concepts = {concept.id for concept in pack.concepts}
    for row in pack.estimates.values():
        place = place_of_estimate(row)
        _known(place, "option", [row.option], options)
        _known(place, "source", [row.source], pack.sources)
        _known(place, "concept", [row.concept], concepts)
        _known(place, "unit", [row.unit], UNITS)
        _known(place, "horizon_class", [row.horizon_class], HORIZONS)
        _known(place, "histology", row.histology, pack.histologies)
        _known(place, "condition", row.condition, pack.conditions)
        _known(place, "pair", [row.pair] if row.pair else [], pack.estimates)
        _known(place, "comparable_with", row.comparable_with, pack.estimates)
        _known(place, "also_had", row.also_had, options - {ANY_OPTION, row.option})
        _classes(place, row.tumour_class)


def _check_groups(pack: ContentPack) -> None:
    options = {option.id for option in pack.options}
    concepts = {concept.id for concept in pack.concepts}
    gaps = {gap.id for gap in pack.gaps}
    for group in pack.together:
        place = Place("concepts.toml", f"together {group.id}")
        _known(place, "estimates", (*group.estimates, *group.beside), pack.estimates)
    for risk in pack.core_risks:
        place = place_of_core_risk(risk)
        _known(place, "option", [risk.option], options)
        _known(place, "concept", [risk.concept], concepts)
        _known(place, "estimates", risk.estimates, pack.estimates)
        _known(place, "gap", [risk.gap] if risk.gap else [], gaps)
        _known(place, "basis", [risk.basis], BASES)
        _classes(place, risk.tumour_class, any_too=False)
        _known(place, "histology", risk.histology, pack.histologies)
        _known(place, "condition", risk.condition, pack.conditions)
    for gap in pack.gaps:
        place = place_of_gap(gap)
        _known(place, "option", [gap.option], options)
        _known(place, "concept", [gap.concept], concepts)
        _classes(place, gap.tumour_class, any_too=False)
        _known(place, "histology", gap.histology, pack.histologies)
        _known(place, "condition", gap.condition, pack.conditions)
        _filled(place, gap, ("id", "why"))


def _check_small_files(pack: ContentPack) -> None:
    for place, source in _sourced(pack):
        _known(place, "source", [source], {*pack.sources, OWN})
    for pathway in pack.pathways:
        place = Place("pathways.toml", f"pathway {pathway.id}")
        _known(place, "options", pathway.options, {option.id for option in pack.options})
        _known(place, "order", [pathway.order], ORDERS)
        _classes(place, pathway.tumour_class)
        _known(place, "histology", pathway.histology, pack.histologies)
        _known(place, "condition", pathway.condition, pack.conditions)
    concepts = {concept.id for concept in pack.concepts}
    for value in pack.value_statements:
        place = Place("values.toml", f"value {value.id}")
        _known(place, "concepts", value.concepts, concepts)
        if not value.concepts:
            raise place.problem("concepts", "at least one concept that speaks of it")
    for theme in pack.themes:
        _known(Place("values.toml", f"theme {theme.id}"), "concepts", theme.concepts, concepts)
    for score in pack.scores.values():
        place = Place("scores.toml", f"score {score.id}")
        _known(
            place, "sources", (*score.sources, *(note.source for note in score.note)), pack.sources
        )
        _classes(place, score.tumour_class)


def _sourced(pack: ContentPack) -> Iterator[tuple[Place, str]]:
    for pathway in pack.pathways:
        yield Place("pathways.toml", f"pathway {pathway.id}"), pathway.source
    for word in pack.glossary:
        yield Place("glossary.toml", f"glossary {word.term}"), word.source
    for question in pack.questions:
        yield Place("questions.toml", f"question {question.text}"), question.source
    for number, fact in enumerate(pack.general, 1):
        yield Place("general.toml", f"general {number}"), fact.source
        _classes(Place("general.toml", f"general {number}"), fact.tumour_class)
