"""Which estimates of a record a document shows, in the order in which they stand there."""

from spinecounsel.frozen import replaced
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord, Line, RecordedEstimate, RecordedTopic

DISCUSSED, NOT_DISCUSSED = "discussed", "not discussed"
_OPTION_KINDS = ("about", "benefit", "risk", "course", "not known")  # topics of a copy

Group = tuple[RecordedEstimate, ...]


def shown(record: ConsentRecord, kind: DocumentKind) -> tuple[RecordedEstimate, ...]:
    """Give the estimates as a listener meets them, one that stands twice there twice."""
    if kind is DocumentKind.LETTER:
        return ()
    topics = (topic for option in record.options for topic in option.topics)
    if kind is not DocumentKind.RECORD:
        topics = (topic for topic in topics if told(topic))
    return tuple(each for topic in topics for group in grouped(topic.estimates) for each in group)


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
