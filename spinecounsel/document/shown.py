"""Which estimates of a record a document shows, in the order in which they stand there."""

from collections.abc import Iterable

from spinecounsel.document.once import Once
from spinecounsel.frozen import replaced
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord, Line, RecordedEstimate, RecordedTopic

DISCUSSED, NOT_DISCUSSED = "discussed", "not discussed"
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
