"""Words of the comparison that screen and paper share."""

from spinecounsel.viewing.compare_cells import CompareCell, Link, Whose
from spinecounsel.wording import say


def link_words(link: Link) -> str:
    """Say what joins a number to the others of its row; empty for none."""
    return {
        Link.NONE: "",
        Link.SAME_STUDY: say("Same study"),
        Link.TWO_GROUPS: say("Same study, two groups"),
        Link.OTHER_PEOPLE: say("Different people"),
    }[link]


def span_words(horizon: str) -> str:
    """Give a time span as it stands below a title: one that nobody stated says of what."""
    return say("time span {words}", words=horizon) if horizon.startswith("not stated") else horizon


def arm_title(arm: CompareCell) -> str:
    """Give what tells an arm from the other of its cell: whose it is, and what was done."""
    parts = [each for each in (arm.owner, arm.title) if each]
    if arm.whose is Whose.OTHER:
        return other_group(", ".join(parts))
    if arm.whose is Whose.OWN and not arm.owner:
        return ", ".join((say("This option"), *parts))
    return ": ".join(parts)


def other_group(who: str) -> str:
    """Say of people who had something else that they are there to compare with."""
    return say("Other group, to compare – {who}", who=who)


def empty_word(cell: CompareCell) -> str:
    """Give the short words for having no number; empty where the sentence says it all."""
    return {"not known": say("Not known"), "no number": say("No number")}.get(cell.kind, "")


def range_words(cell: CompareCell) -> str:
    """Give the range that the source prints; empty where it prints none."""
    if cell.low is None or cell.high is None:
        return ""
    return say(
        "likely range: {low} to {high} of {out_of}",
        low=cell.low,
        high=cell.high,
        out_of=f"{cell.out_of:,}",
    )
