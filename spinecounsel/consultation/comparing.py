"""From the comparison on screen to its place in the record, and to its sheet of paper."""

import datetime as dt

from spinecounsel.content.model import ContentPack, Source
from spinecounsel.document.sheet_across import ComparisonSheet
from spinecounsel.record.side_by_side import (
    ComparedArm,
    ComparedCell,
    ComparedNote,
    ComparedRow,
    SideBySide,
)
from spinecounsel.viewing.compare import CompareView
from spinecounsel.viewing.compare_cells import CompareCell, CompareRow
from spinecounsel.viewing.compare_words import arm_title, empty_word, link_words, range_words
from spinecounsel.wording import say


def comparison_sheet(
    pack: ContentPack, view: CompareView, *, when: dt.datetime, program: str
) -> ComparisonSheet:
    """Give what the sheet says: the chosen rows and options as they are shown, and no name."""
    manifest = pack.manifest
    return ComparisonSheet(
        table=side_by_side(pack, view),
        red_flag=view.red_flag,
        content=say("{title}, version {version}", title=manifest.title, version=manifest.version),
        approved=bool(manifest.approved_by),
        when=when,
        program=program,
    )


def side_by_side(pack: ContentPack, view: CompareView) -> SideBySide:
    """Give the chosen rows and options as they are shown."""
    return SideBySide(
        options=tuple(name for _, name in view.options),
        rows=tuple(_row(pack, row) for group in view.groups for row in group.rows),
    )


def _row(pack: ContentPack, row: CompareRow) -> ComparedRow:
    cells = row.cells if row.across is None else (row.across,)
    return ComparedRow(
        title=row.title,
        span=row.span,
        kind=row.kind,
        cells=tuple(_cell(pack, each) for each in cells),
    )


def _cell(pack: ContentPack, cell: CompareCell) -> ComparedCell:
    if not cell.estimate:
        return ComparedCell(words=empty_word(cell) or cell.sentence)
    return ComparedCell(
        arms=tuple(_arm(pack, arm) for arm in cell.arms),
        link=link_words(cell.link),
    )


def _arm(pack: ContentPack, arm: CompareCell) -> ComparedArm:
    return ComparedArm(
        estimate=arm.estimate,
        number=arm.number,
        text=arm.text.removeprefix(arm.number),
        span=arm.span,
        title=arm_title(arm),
        company=arm.company,
        count=arm.count if arm.drawn else None,
        out_of=arm.out_of,
        note=ComparedNote(
            people=arm.people,
            certainty=arm.certainty,
            range=range_words(arm),
            source=_study(pack.sources[pack.estimates[arm.estimate].source]),
        ),
    )


def _study(source: Source) -> str:
    """Give a source as short as it can be found by; the journal where no authors are known."""
    first, *others = source.authors.split(",")
    who = say("{author} and others", author=first) if others else first
    return " ".join(filter(None, (who or source.journal or source.title, str(source.year or ""))))
