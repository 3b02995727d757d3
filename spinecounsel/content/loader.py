"""Read a content pack from its folder: TOML files in, one checked ``ContentPack`` out."""

from pathlib import Path
from typing import TypeVar

from spinecounsel.content.checks import check_pack
from spinecounsel.content.manifest import OPTIONS, digest_of, read_files
from spinecounsel.content.model import (
    Concept,
    ContentPack,
    CoreRisk,
    Estimate,
    Gap,
    GeneralFact,
    GlossaryWord,
    Pathway,
    Question,
    Score,
    Source,
    Theme,
    Together,
    TreatmentOption,
    ValueStatement,
)
from spinecounsel.content.reading import PACK_FILE, Shape, manifest_of, shaped
from spinecounsel.errors import ContentProblem
from spinecounsel.frozen import Frozen


class Vocabulary(Frozen, frozen=True, kw_only=True):
    """The words that concepts, estimates and rules may use."""

    groups: tuple[str, ...]
    histologies: tuple[str, ...]
    conditions: tuple[str, ...]


class SourcesFile(Frozen, frozen=True, kw_only=True):
    """What sources.toml holds."""

    source: tuple[Source, ...]


class ConceptsFile(Frozen, frozen=True, kw_only=True):
    """What concepts.toml holds."""

    vocabulary: Vocabulary
    concept: tuple[Concept, ...]
    together: tuple[Together, ...] = ()
    core_risk: tuple[CoreRisk, ...] = ()
    gap: tuple[Gap, ...] = ()


class OptionFile(TreatmentOption, frozen=True, kw_only=True):
    """What options/<id>.toml holds: the option itself and its estimates."""

    estimate: tuple[Estimate, ...] = ()


class ContextFile(Frozen, frozen=True, kw_only=True):
    """What context.toml holds: estimates that belong to no single option."""

    estimate: tuple[Estimate, ...] = ()


class PathwaysFile(Frozen, frozen=True, kw_only=True):
    """What pathways.toml holds."""

    pathway: tuple[Pathway, ...] = ()


class GlossaryFile(Frozen, frozen=True, kw_only=True):
    """What glossary.toml holds."""

    glossary: tuple[GlossaryWord, ...] = ()


class QuestionsFile(Frozen, frozen=True, kw_only=True):
    """What questions.toml holds."""

    question: tuple[Question, ...] = ()


class GeneralFile(Frozen, frozen=True, kw_only=True):
    """What general.toml holds."""

    general: tuple[GeneralFact, ...] = ()


class ValuesFile(Frozen, frozen=True, kw_only=True):
    """What values.toml holds."""

    value: tuple[ValueStatement, ...] = ()
    theme: tuple[Theme, ...] = ()


class ScoresFile(Frozen, frozen=True, kw_only=True):
    """What scores.toml holds."""

    score: tuple[Score, ...] = ()


def load_pack(folder: Path) -> ContentPack:
    """Read, check and hash the pack in ``folder``.

    Raises ``ContentProblem`` for the first thing that is wrong: a file that is missing or is no
    TOML, a field that is missing, unknown or of the wrong type, or a rule of
    ``checks.check_pack`` that is broken.
    """
    pack = _pack_of(folder)
    check_pack(pack)
    return pack


def _pack_of(folder: Path) -> ContentPack:
    files = read_files(folder)
    manifest = manifest_of(files[PACK_FILE])
    _check_names(folder, files)
    concepts = _read(files, "concepts.toml", ConceptsFile)
    options = _options(files)
    context = _read(files, "context.toml", ContextFile)
    estimates = [
        (f"options/{option.id}.toml", row) for option in options for row in option.estimate
    ]
    estimates += [("context.toml", row) for row in context.estimate]
    sources = _read(files, "sources.toml", SourcesFile).source
    scores = _read(files, "scores.toml", ScoresFile).score
    values = _read(files, "values.toml", ValuesFile)
    return ContentPack(
        manifest=manifest,
        sha256=digest_of(files),
        sources=_by_id("source", [("sources.toml", row) for row in sources]),
        concepts=tuple(sorted(concepts.concept, key=lambda row: row.order)),
        options=tuple(_without_estimates(option) for option in options),
        estimates=_by_id("estimate", estimates),
        together=concepts.together,
        core_risks=concepts.core_risk,
        gaps=concepts.gap,
        pathways=_read(files, "pathways.toml", PathwaysFile).pathway,
        glossary=_read(files, "glossary.toml", GlossaryFile).glossary,
        questions=_read(files, "questions.toml", QuestionsFile).question,
        general=_read(files, "general.toml", GeneralFile).general,
        value_statements=values.value,
        themes=values.theme,
        scores=_by_id("score", [("scores.toml", row) for row in scores]),
        histologies=concepts.vocabulary.histologies,
        conditions=concepts.vocabulary.conditions,
        groups=concepts.vocabulary.groups,
    )


def _check_names(folder: Path, files: dict[str, bytes]) -> None:
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        if name not in files and not path.name.startswith("."):
            raise ContentProblem(name, "", "", "no such file belongs to a content pack")


def _options(files: dict[str, bytes]) -> tuple[OptionFile, ...]:
    found = []
    for name in files:
        if name.startswith(OPTIONS):
            option = _read(files, name, OptionFile)
            _check_option_file(name, option)
            found.append(option)
    return tuple(sorted(found, key=lambda option: option.order))


def _check_option_file(name: str, option: OptionFile) -> None:
    if name != f"options/{option.id}.toml":
        raise ContentProblem(name, "", "id", f"the name of the file, not {option.id!r}")
    for row in option.estimate:
        if row.option != option.id:
            table = f"estimate {row.id}"
            raise ContentProblem(name, table, "option", f"{option.id!r}, as its file")


def _without_estimates(option: OptionFile) -> TreatmentOption:
    return TreatmentOption(
        **{field: getattr(option, field) for field in TreatmentOption.__struct_fields__}
    )


Row = TypeVar("Row", Source, Estimate, Score)


def _by_id(table: str, rows: list[tuple[str, Row]]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for file, row in rows:
        if row.id in found:
            raise ContentProblem(file, f"{table} {row.id}", "id", "an id that stands only once")
        found[row.id] = row
    return found


def _read(files: dict[str, bytes], name: str, shape: type[Shape]) -> Shape:
    return shaped(name, files[name], shape)
