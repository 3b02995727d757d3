"""Which estimates of a record a document shows, in the order in which they stand there."""

from collections.abc import Iterable

from spinecounsel.document.once import Once
from spinecounsel.frozen import replaced
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord, Line, RecordedEstimate, RecordedTopic

DISCUSSED, NOT_DISCUSSED, SET_ASIDE = "discussed", "not discussed", "set aside"
_SIDES = {"benefit", "risk"}
_OPTION_KINDS = ("about", "benefit", "risk", "course", "not known")  # topics of a copy

Group = tuple[RecordedEstimate, ...]


def shown(record: ConsentRecord, kind: DocumentKind) -> tuple[RecordedEstimate, ...]:
    """Give the estimates as a listener meets them.

    One that belongs to two options stands once: in the record under the first of them, unless its
    company is a new one; in a copy in the row that all its other pages lead to.
    """
    if kind is DocumentKind.LETTER:
        return ()
    topics = [topic for option in record.options for topic in option.topics]
    if kind is DocumentKind.RECORD:
        once = Once()
        groups = (group for topic in topics for group in grouped(topic.estimates))
        return tuple(each for group in groups if not once.place(group, "told") for each in group)
    topics = [topic for topic in topics if told(topic)]
    found: dict[str, RecordedEstimate] = {}
    for each in (e for topic in topics for group in grouped(topic.estimates) for e in group):
        found.setdefault(each.id, each)
    return tuple(found.values())


def told(topic: RecordedTopic) -> bool:
    """Whether a patient's copy tells of a topic: only what was gone through, and not closed."""
    has_words = bool(topic.sentences or topic.estimates)
    return topic.state == DISCUSSED and topic.kind in _OPTION_KINDS and has_words


def kept_back(topic: RecordedTopic) -> bool:
    """Whether a topic was set aside or left closed: its words are not on paper."""
    has_words = bool(topic.sentences or topic.estimates)
    return topic.state != NOT_DISCUSSED and topic.kind in _OPTION_KINDS and not has_words


def grouped(estimates: tuple[RecordedEstimate, ...]) -> tuple[Group, ...]:
    """Give the estimates in groups: each with its pair, where both were shown."""
    groups: list[list[RecordedEstimate]] = []
    for each in estimates:
        for group in groups:
            if any(each.pair == other.id or other.pair == each.id for other in group):
                group.append(each)
                break
        else:
            groups.append([each])
    return tuple(tuple(group) for group in groups)


def parts_of(topic: RecordedTopic, owner: str) -> list[RecordedTopic]:
    """Give a topic as one of its kind, and what it tells of the other side as one of that.

    So a harm that may only be shown with a benefit stands among the harms, by its own title, and
    by the option that it is of where that is not the one named ``owner``.
    """
    by_kind: dict[str, list[RecordedEstimate]] = {}
    for group in grouped(topic.estimates):
        kinds = {each.kind for each in group}
        kind = kinds.pop() if len(kinds) == 1 and topic.kind in _SIDES else topic.kind
        by_kind.setdefault(kind if kind in _SIDES else topic.kind, []).extend(group)
    if set(by_kind) <= {topic.kind}:
        return [topic]
    return [
        replaced(
            topic,
            kind=kind,
            title=topic.title if kind == topic.kind else _titles(estimates, owner),
            estimates=tuple(estimates),
            sentences=topic.sentences if kind == topic.kind else (),
        )
        for kind, estimates in by_kind.items()
    ]


def _titles(estimates: list[RecordedEstimate], owner: str) -> str:
    """Name estimates by all their titles, each once, and by their option where it is another."""
    titles = "; ".join(dict.fromkeys(each.title for each in estimates))
    options = ", ".join(dict.fromkeys(each.option for each in estimates if each.option != owner))
    return f"{options}: {titles}" if options else titles


def gathered(lines: tuple[Line, ...]) -> list[Line]:
    """Join lines under one label: sentences follow one another, names are parted."""
    made: list[Line] = []
    for line in lines:
        if line.label or not made:
            made.append(line)
        else:
            before = made[-1].text
            parted = " " if before.endswith((".", "?", "!", "”")) else "; "
            made[-1] = replaced(made[-1], text=f"{before}{parted}{line.text}")
    return made


def merged(lines: Iterable[Line]) -> list[Line]:
    """Give lines with the same label as one, where the first of them stands."""
    said: dict[str, list[str]] = {}
    for each in lines:
        said.setdefault(each.label, []).append(each.text)
    return [Line(label=label, text=" ".join(texts)) for label, texts in said.items()]
