"""The comparison on the patient's screen: one row large, or a few; all that were chosen or none."""

from collections.abc import Mapping, Sequence

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.compare import compare_view
from spinecounsel.viewing.compare_cells import CompareCell, CompareRow
from spinecounsel.viewing.compare_words import arm_title, link_words
from spinecounsel.wording import say

MOST_ROWS = 4
"""More rows cannot be read from a screen; a part of them might tell only one side."""


class TableArm(Frozen, frozen=True, kw_only=True):
    """An estimate: a number and what it is out of, or ``words`` where there is no share.

    ``sure`` is a certainty; ``title`` tells arms apart.  ``plain`` is the whole sentence and
    ``framing`` its other side.  ``filled`` of ``out_of`` people are drawn, ``maybe`` more hatched;
    none where ``out_of`` is 0.
    """

    estimate: str
    title: str
    number: str
    words: str
    span: str
    sure: str
    plain: str
    framing: str
    filled: int = 0
    maybe: int = 0
    out_of: int = 0


class TableCell(Frozen, frozen=True, kw_only=True):
    """What there is of one option in a row; ``note`` says what joins it, or why it is empty."""

    arms: tuple[TableArm, ...]
    note: str


class TableRow(Frozen, frozen=True, kw_only=True):
    """One outcome; ``across`` stands below all columns, ``who`` says who was studied."""

    title: str
    kind: str
    span: str
    cells: tuple[TableCell, ...]
    across: TableCell | None
    who: tuple[str, ...]


class PatientTable(Frozen, frozen=True, kw_only=True):
    """The options by their short names, and the rows."""

    options: tuple[str, ...]
    rows: tuple[TableRow, ...]


class PatientRow(Frozen, frozen=True, kw_only=True):
    """One row large: the question it answers; ``numbers`` is the ``NumberView`` that is liked."""

    question: str
    options: tuple[str, ...]
    row: TableRow
    numbers: str


def patient_row(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, key: str
) -> PatientRow | None:
    """Give the row that the clinician opened; None where it is not among those that are shown."""
    if not key:
        return None
    view = compare_view(pack, discussion, agenda)
    found = ((group, row) for group in view.groups for row in group.rows if row.key == key)
    group, row = next(found, (None, None))
    if group is None or row is None:
        return None
    return PatientRow(
        question=group.question,
        options=tuple(name for _, name in view.options),
        row=_row(row, dict(view.options)),
        numbers=str(discussion.numbers),
    )


def patient_table(pack: ContentPack, discussion: Discussion, agenda: Agenda) -> PatientTable | None:
    """Give the rows that the clinician chose; None where they are too many, or there is none."""
    view = compare_view(pack, discussion, agenda)
    rows = [row for group in view.groups for row in group.rows]
    if not 0 < len(rows) <= MOST_ROWS:
        return None
    return PatientTable(
        options=tuple(name for _, name in view.options),
        rows=tuple(_row(each, dict(view.options)) for each in rows),
    )


def _row(row: CompareRow, names: Mapping[str, str]) -> TableRow:
    return TableRow(
        title=row.title,
        kind=row.kind,
        span=row.span,
        cells=tuple(_cell(each, row) for each in row.cells),
        across=_cell(row.across, row) if row.across else None,
        who=_who(row.arms, names),
    )


def _who(arms: Sequence[CompareCell], names: Mapping[str, str]) -> tuple[str, ...]:
    """Say who was studied, once where all arms are of the same people."""
    people = dict.fromkeys(arm.people for arm in arms)
    if len(people) == 1:
        return (say("Who: {people}", people=arms[0].people),)
    options = [arm.option for arm in arms]
    apart = len(set(options)) == len(options)
    return tuple(
        say(
            "Who, **{name}:** {people}",
            name=names.get(arm.option, arm.owner) if apart else arm_title(arm),
            people=arm.people,
        )
        for arm in arms
    )


def _cell(cell: CompareCell, row: CompareRow) -> TableCell:
    if not cell.estimate:
        return TableCell(arms=(), note=_without(cell))
    return TableCell(
        arms=tuple(_arm(each, row) for each in cell.arms),
        note=link_words(cell.link),
    )


def _without(cell: CompareCell) -> str:
    """Say in words that there is no number, and why."""
    if cell.kind != "not known" or cell.sentence.startswith(say("Not known")):
        return cell.sentence
    return say("Not known. {why}", why=cell.sentence).strip()


def _arm(arm: CompareCell, row: CompareRow) -> TableArm:
    counted = arm.kind == "number"
    return TableArm(
        estimate=arm.estimate,
        title=arm_title(arm),
        number=arm.number if counted else "",
        words=arm.rest if counted else arm.text,
        span="" if row.span else arm.span,
        sure=arm.certainty,
        plain=arm.sentence,
        framing=arm.framing,
        filled=arm.count if arm.drawn else 0,
        maybe=arm.maybe if arm.drawn else 0,
        out_of=arm.out_of if arm.drawn else 0,
    )
