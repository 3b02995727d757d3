"""Options side by side: one row an outcome, and only what may stand together in one row.

What may stand is in ``compare_standing``, how rows are made in ``compare_rows``, and what people
choose of it in ``compare_choice``.  A cell without a number says so.
"""

from spinecounsel.content.model import ContentPack, Kind
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.compare_cells import CompareGroup
from spinecounsel.viewing.compare_choice import (
    CompareChoice,
    choice,
    chosen_concepts,
    chosen_options,
)
from spinecounsel.viewing.compare_rows import RowMaker, told_apart
from spinecounsel.viewing.compare_standing import Gatherer, Standing
from spinecounsel.viewing.red_flags import warning_beside
from spinecounsel.wording import say


class CompareView(Frozen, frozen=True, kw_only=True):
    """The whole comparison; ``more`` counts the rows (and closed questions) not chosen.

    ``nothing`` says why the table is empty, where it is.
    """

    options: tuple[tuple[str, str], ...]
    groups: tuple[CompareGroup, ...]
    nothing: str
    more: int
    choice: CompareChoice
    red_flag: str


def compare_view(pack: ContentPack, discussion: Discussion, agenda: Agenda) -> CompareView:
    """Give the chosen options side by side, in the rows that were chosen."""
    options = chosen_options(discussion)
    gatherer = Gatherer(pack, discussion, agenda, options)
    every = gatherer.standing({each.id for each in pack.concepts})
    maker = RowMaker(pack, gatherer, every)
    counts = {each.id: maker.count(each.id) for each in pack.concepts}
    there = sum(counts.values()) + len(every.closed.intersection(counts))
    kept = _groups(pack, gatherer, gatherer.standing(chosen_concepts(pack, discussion)))
    return CompareView(
        options=tuple((ident, pack.option(ident).short_name) for ident in options),
        groups=kept,
        nothing="" if kept else _nothing(some_options=bool(options)),
        more=there - _lines(kept),
        choice=choice(
            pack,
            discussion,
            {
                concept: count
                for concept, count in counts.items()
                if count or concept in every.closed
            },
        ),
        red_flag=warning_beside(pack, discussion.options),
    )


def _groups(pack: ContentPack, gatherer: Gatherer, found: Standing) -> tuple[CompareGroup, ...]:
    maker = RowMaker(pack, gatherer, found)
    groups = []
    for concept in pack.concepts:
        rows, closed = maker.rows(concept.id), concept.id in found.closed
        if rows or closed:
            owner = found.pulled.get(concept.id, "")
            groups.append(
                CompareGroup(
                    concept=concept.id,
                    title=concept.label,
                    question=concept.question,
                    closed=closed,
                    rows=rows,
                    why=_why(pack.concept(owner).label) if owner else "",
                )
            )
    return told_apart(pack, tuple(groups))


def _nothing(*, some_options: bool) -> str:
    if some_options:
        return say("No number here answers that. “Choose what to show” says what there is.")
    return say("No option is chosen yet, so there is nothing to compare.")


def _why(owner: str) -> str:
    return say("Shown too, for it belongs with “{owner}”.", owner=owner)


def _lines(groups: tuple[CompareGroup, ...]) -> int:
    return sum(len(group.rows) + group.closed for group in groups)


def kind_name(kind: Kind) -> str:
    """Give the word for a kind of outcome."""
    return {
        Kind.BENEFIT: say("Benefit"),
        Kind.RISK: say("Risk"),
        Kind.COURSE: say("Without choosing it"),
    }[kind]
