"""The arms of one study as they are told apart on paper, whichever document they stand in."""

from collections.abc import Iterator

from spinecounsel.document.shown import Group
from spinecounsel.document.words import MARKS, kind_name
from spinecounsel.frozen import Frozen
from spinecounsel.record.record import RecordedEstimate, RecordedTopic
from spinecounsel.wording import say

_COLOURED = {"benefit", "risk"}


class Arm(Frozen, frozen=True, kw_only=True):
    """An estimate as it is set: ``remark`` and ``mark`` say where it is of another kind or option.

    ``kind`` gives the colour: one for all arms of a study.
    """

    estimate: RecordedEstimate
    kind: str
    title: str
    remark: str
    mark: str

    @property
    def colour(self) -> str:
        """Give the role of the colour of its number."""
        return self.kind if self.kind in _COLOURED else "ink"


def arms_of(group: Group, topic: RecordedTopic, owner: str, *, below_title: bool) -> Iterator[Arm]:
    """Give the arms of a group of ``topic``, which belongs to the option named ``owner``.

    ``below_title`` says that the first one stands directly below the topic's title.
    """
    kinds = {each.kind for each in group}
    kind = kinds.pop() if len(kinds) == 1 else topic.kind
    other = kind != topic.kind
    told = {each.title for each in group} == {topic.title}
    for place, each in enumerate(group):
        title = each.title
        if told:  # by the heading above: only the option tells the arms apart
            title = each.option if len(group) > 1 else ""
        elif below_title and not place and title == topic.title:
            title = ""
        of = each.option if each.option not in {owner, title} else ""
        yield Arm(
            estimate=each,
            kind=kind,
            title=title,
            remark=", ".join(filter(None, (kind_name(kind) if other else "", of))),
            mark=MARKS.get(kind, "") if other else "",
        )


def named(arm: Arm, topic: RecordedTopic, owner: str) -> tuple[str, str]:
    """Give the title of an arm, and in words whose it is where it is not that of ``owner``."""
    title, option = arm.title or topic.title, arm.estimate.option
    if option in {"", owner}:
        return title, arm.remark
    other = say("Other group, to compare: {name}", name=option)
    return (other, "") if title == option else (title, other)


def names_of(group: Group) -> list[str]:
    """Name the arms of a study by what tells them apart, the number first."""
    ways = (
        [each.number for each in group],
        [each.option for each in group],
        [each.title for each in group],
    )
    return next((way for way in ways if all(way) and len(set(way)) == len(way)), ways[-1])
