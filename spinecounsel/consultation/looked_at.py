"""What was looked at beside the walk, for the record: only what is open when it is sealed."""

from collections.abc import Iterator

from spinecounsel.consultation.comparing import side_by_side
from spinecounsel.record.ahead import LookedAhead
from spinecounsel.record.recording import Material
from spinecounsel.record.seal import LookedAt
from spinecounsel.viewing.ahead import Looking, ahead_view
from spinecounsel.viewing.compare import compare_view


def looked_at(source: Material) -> LookedAt:
    """Give the comparison where it was looked at, and of each option what was looked at ahead."""
    pack, said, agenda = source.pack, source.discussion, source.agenda
    table = side_by_side(pack, compare_view(pack, said, agenda)) if said.compared else None
    return LookedAt(
        comparison=table if table and table.rows else None, ahead=tuple(_looked_ahead(source))
    )


def _looked_ahead(source: Material) -> Iterator[LookedAhead]:
    pack, said, agenda = source.pack, source.discussion, source.agenda
    for option in said.options:
        views = {
            each.view: ahead_view(pack, said, agenda, option, Looking(each.view))
            for each in said.glances
            if each.option == option
        }
        if views:
            yield LookedAhead(
                option=option,
                name=pack.option(option).name,
                cases=views[Looking.CASES].cases if Looking.CASES in views else None,
                days=views[Looking.DAYS].days if Looking.DAYS in views else None,
            )
