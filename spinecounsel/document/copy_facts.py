"""Which facts without a number a patient's copy tells of an option: the same kinds of each one."""

from collections.abc import Iterable

from spinecounsel.content.station import STATION_OF
from spinecounsel.discussion.words import fact_kind_name
from spinecounsel.document.shown import gathered, merged, told
from spinecounsel.record.record import Line, RecordedEstimate, RecordedOption, RecordedTopic

_SHORT = ("aim", "what-happens", "visits-and-time", "hospital-and-recovery")
_IN_RECORD = ("how-it-works", "usually-discussed-when", "usually-not-when", "combined-with")
_WARNING = "red-flag"
_COUNTED = "hospital-and-recovery"  # a fact that gives a time, where days were counted, too


def short_facts(option: RecordedOption) -> list[Line]:
    """Give the few that tell what it is and what happens: they stand on the first pages."""
    return [each for each in _facts(option) if each.label in _labels(_SHORT)]


def counted_with(line: Line, topics: Iterable[RecordedTopic]) -> list[RecordedEstimate]:
    """Give the estimates of ``topics`` on what a fact is about, to stand before it."""
    if line.label != fact_kind_name(_COUNTED):
        return []
    course = (each for topic in topics if topic.kind == "course" for each in topic.estimates)
    return [each for each in course if each.station == STATION_OF[_COUNTED]]


def warnings(option: RecordedOption) -> list[Line]:
    """Give when to get help with it."""
    return [each for each in _facts(option) if each.label in _labels((_WARNING,))]


def more_facts(option: RecordedOption) -> list[Line]:
    """Give what is of use at home and does not stand on the first pages.

    How it works and when it is used was part of the choice: it stands in the consent record.
    """
    elsewhere = _labels((*_SHORT, *_IN_RECORD, _WARNING))
    return [each for each in _facts(option) if each.label not in elsewhere]


def is_in_record_only(option: RecordedOption) -> bool:
    """Whether the consent record has facts of an option that a copy leaves out."""
    return any(each.label in _labels(_IN_RECORD) for each in _facts(option))


def _facts(option: RecordedOption) -> list[Line]:
    about = [topic for topic in option.topics if told(topic) and topic.kind == "about"]
    return merged(line for topic in about for line in gathered(topic.sentences))


def _labels(kinds: Iterable[str]) -> set[str]:
    return {fact_kind_name(kind) for kind in kinds}
