"""Read a content pack from its folder: TOML files in, one checked ``ContentPack`` out."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

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
    Manifest,
    Pathway,
    Question,
    Score,
    Source,
    Theme,
    Together,
    TreatmentOption,
    ValueStatement,
)
from spinecounsel.errors import ContentProblem
from spinecounsel.frozen import Frozen

FORMAT = 1
"""The format of packs that this program reads (``format`` in pack.toml)."""


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


Shape = TypeVar("Shape", bound=Frozen)
_PLACE = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_NAMED = re.compile(r"(?:required|unknown) field `(?P<field>[^`]*)`")


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
    manifest = _read(files, "pack.toml", Manifest)
    if manifest.format != FORMAT:
        raise ContentProblem("pack.toml", "", "format", f"{FORMAT}, not {manifest.format}")
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
    raw = _toml(name, files[name])
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        raise _located(name, raw, str(error)) from error


def _toml(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentProblem(name, "", "", f"UTF-8 text (line {line})") from error
    except (ValueError, RecursionError) as error:
        raise ContentProblem(name, "", "", f"TOML that can be read: {error}") from error


def _located(name: str, raw: dict[str, Any], message: str) -> ContentProblem:
    """Turn msgspec's "... - at `$.estimate[3].percent`" into file, table and field."""
    place = _PLACE.search(message)
    path = place["path"] if place else ""
    said = _PLACE.sub("", message)
    steps = [step for step in re.split(r"[.\[\]]+", path) if step]
    table, field, value = [], "", raw
    for step in steps:
        following = _inside(value, step)
        if isinstance(following, dict):
            table.append(_name(following, step))
        elif not isinstance(following, list) or not following or not isinstance(following[0], dict):
            field = f"{field}[{step}]" if step.isdigit() else step
        else:
            table.append(step)
        value = following
    named = _NAMED.search(said)
    return ContentProblem(name, " ".join(table), named["field"] if named else field, said)


def _inside(value: Any, step: str) -> Any:
    if isinstance(value, list) and step.isdigit() and int(step) < len(value):
        return value[int(step)]
    return value.get(step) if isinstance(value, dict) else None


def _name(row: dict[str, Any], step: str) -> str:
    known = next((row[key] for key in ("id", "term", "kind") if isinstance(row.get(key), str)), "")
    number = f"number {int(step) + 1}" if step.isdigit() else step
    return str(known) or number
