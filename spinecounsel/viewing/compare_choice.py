"""What stands side by side is chosen: up to six options, and the questions that matter."""

from collections.abc import Mapping

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Comparison, Discussion
from spinecounsel.discussion.values import Importance
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.wording import say, say_count

MOST = 6  # options side by side


class Pick(Frozen, frozen=True, kw_only=True):
    """An option or a question that can be chosen; ``allowed`` is False where no more may be."""

    id: str
    title: str
    sentence: str
    chosen: bool
    allowed: bool = True


class PickGroup(Frozen, frozen=True, kw_only=True):
    """Questions under one heading."""

    heading: str
    picks: tuple[Pick, ...]


class CompareChoice(Frozen, frozen=True, kw_only=True):
    """Everything that can be chosen; ``matters`` where the patient said what matters to them."""

    options: tuple[Pick, ...]
    full: str
    groups: tuple[PickGroup, ...]
    main: bool
    matters: bool


def chosen_options(discussion: Discussion) -> tuple[str, ...]:
    """Give the options that stand side by side, in the order they were gone through."""
    wanted = discussion.comparison.options
    kept = tuple(each for each in discussion.options if each in wanted)
    return (kept or discussion.options)[:MOST]


def chosen_concepts(pack: ContentPack, discussion: Discussion) -> frozenset[str]:
    """Give the concepts whose rows are shown: those chosen, else the main ones."""
    known = {concept.id for concept in pack.concepts}
    return frozenset(known.intersection(discussion.comparison.concepts)) or main_concepts(pack)


def main_concepts(pack: ContentPack) -> frozenset[str]:
    """Give the concepts that are shown when nobody chose."""
    return frozenset(concept.id for concept in pack.concepts if concept.core)


def mattering(pack: ContentPack, discussion: Discussion) -> frozenset[str]:
    """Give the concepts of what the patient said matters very much or somewhat."""
    of_pack = {each.id: each.concepts for each in pack.value_statements}
    return frozenset(
        concept
        for answer in discussion.values
        if answer.importance is not Importance.NOT
        for concept in of_pack.get(answer.statement, answer.concepts)
    )


def picking_option(discussion: Discussion, option: str, *, chosen: bool) -> Comparison:
    """Give the comparison with ``option`` in it or not; with none left it is as if nobody chose."""
    now = {each for each in chosen_options(discussion) if each != option}
    if chosen and len(now) < MOST:
        now.add(option)
    kept = tuple(each for each in discussion.options if each in now)
    first = discussion.options[:MOST]
    return replaced(discussion.comparison, options=() if kept == first else kept)


def picking_concept(
    pack: ContentPack, discussion: Discussion, concept: str, *, chosen: bool
) -> Comparison:
    """Give the comparison with the rows of ``concept`` or not; with none left, the main ones."""
    now = chosen_concepts(pack, discussion) - {concept}
    return _with(pack, discussion, now | {concept} if chosen else now)


def picking_everything(pack: ContentPack, discussion: Discussion, *, on: bool) -> Comparison:
    """Give the comparison with all rows, or with the main ones."""
    every = frozenset(concept.id for concept in pack.concepts)
    return _with(pack, discussion, every if on else frozenset())


def picking_what_matters(pack: ContentPack, discussion: Discussion) -> Comparison:
    """Give the comparison with the rows of what matters to the patient."""
    return _with(pack, discussion, mattering(pack, discussion))


def _with(pack: ContentPack, discussion: Discussion, concepts: frozenset[str]) -> Comparison:
    if concepts == main_concepts(pack):
        concepts = frozenset()
    kept = tuple(concept.id for concept in pack.concepts if concept.id in concepts)
    return replaced(discussion.comparison, concepts=kept)


def choice(pack: ContentPack, discussion: Discussion, rows: Mapping[str, int]) -> CompareChoice:
    """Give what can be chosen; ``rows`` counts them for each concept (0 where it is closed)."""
    shown = chosen_options(discussion)
    concepts = chosen_concepts(pack, discussion)
    full = len(shown) >= MOST and len(discussion.options) > MOST
    return CompareChoice(
        options=tuple(
            Pick(
                id=each,
                title=pack.option(each).short_name,
                sentence="",
                chosen=each in shown,
                allowed=each in shown or not full,
            )
            for each in discussion.options
        ),
        full=say("Six at most. Take one away to choose another.") if full else "",
        groups=tuple(
            PickGroup(heading=_heading(group), picks=found)
            for group in pack.groups
            if (found := _picks(pack, group, concepts, rows))
        ),
        main=concepts == main_concepts(pack),
        matters=bool(mattering(pack, discussion) & rows.keys()),
    )


def _picks(
    pack: ContentPack, group: str, chosen: frozenset[str], rows: Mapping[str, int]
) -> tuple[Pick, ...]:
    return tuple(
        Pick(
            id=concept.id,
            title=concept.question,
            sentence=_counted(rows[concept.id]),
            chosen=concept.id in chosen,
        )
        for concept in pack.concepts
        if concept.group == group and concept.id in rows
    )


def _counted(rows: int) -> str:
    if not rows:
        return say("Closed: opened only if you wish to hear it.")
    return say_count("{n} row", "{n} rows", rows)


def _heading(group: str) -> str:
    return group[:1].upper() + group[1:]
