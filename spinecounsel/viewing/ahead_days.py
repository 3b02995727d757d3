"""Days and weeks with one option: what is known of them, part by part, and where nothing is.

Nothing is placed on an axis of days: each part says in words what was counted or read.
"""

from spinecounsel.content.citation import citation
from spinecounsel.content.model import ContentPack, Station
from spinecounsel.content.station import STATION_OF
from spinecounsel.discussion.agenda import Chapter, Closed, Sentence, Topic, TopicKind
from spinecounsel.record.ahead import DayLine, DayNote, Days, Stop, StoryPart
from spinecounsel.viewing.ahead_cases import is_other, part_names, title_of
from spinecounsel.viewing.walk_blocks import blocks_of
from spinecounsel.wording import say


def days_view(pack: ContentPack, chapter: Chapter, aside: frozenset[str]) -> Days:
    """Give the days with the option of ``chapter``; ``aside`` are keys of topics set aside."""
    teller = _Teller(pack, chapter, aside)
    views, last = [], ""
    for station in Station:
        phase = _phase(station)
        views.append(teller.station(station, "" if phase == last else phase))
        last = phase
    return Days(
        how=say("What is known of each part of the time. It may be longer or shorter for you."),
        stations=tuple(views),
    )


class _Teller:
    def __init__(self, pack: ContentPack, chapter: Chapter, aside: frozenset[str]) -> None:
        self._pack, self._chapter, self._aside = pack, chapter, aside
        self._told_apart = {
            fact.text: fact.station for fact in pack.option(chapter.option).fact if fact.station
        }

    def station(self, station: Station, phase: str) -> Stop:
        """Give what is known of one part."""
        lines: list[DayLine] = []
        shut: list[Topic] = []
        for topic in self._chapter.topics:
            sentences = [each for each in topic.sentences if self._tells(topic, each, station)]
            if not sentences and self._station_of(topic) is not station:
                continue
            if topic.closed is not None or topic.key in self._aside:
                shut.append(topic)
            elif sentences:
                lines += [self._fact(topic, each) for each in sentences]
            else:
                lines.append(self._counted(topic))
        return Stop(
            id=str(station),
            phase=phase,
            title=station_name(station),
            lines=tuple(lines),
            notes=self._notes(shut, alone=not lines),
        )

    def _notes(self, shut: list[Topic], *, alone: bool) -> tuple[DayNote, ...]:
        """Say why topics are not told; where they are none and nothing is told, "not known"."""
        if alone and not shut:
            return (DayNote(mark="not_known", text=say("Not known")),)
        notes = (
            _aside() if topic.key in self._aside else _closed(topic.closed, alone=alone)
            for topic in shut
        )
        return tuple(dict.fromkeys(notes))

    def _tells(self, topic: Topic, sentence: Sentence, station: Station) -> bool:
        if topic.kind is not TopicKind.ABOUT:
            return False
        usual = STATION_OF.get(sentence.label)
        return self._told_apart.get(sentence.text, usual) is station

    def _station_of(self, topic: Topic) -> Station | None:
        """Give the part of the time that a topic with numbers tells of."""
        for ident in topic.estimates:
            estimate = self._pack.estimates[ident]
            found = estimate.station or self._pack.concept(estimate.concept).station
            if estimate.concept == topic.concept and found:
                return found
        return None

    def _fact(self, topic: Topic, sentence: Sentence) -> DayLine:
        source = self._pack.sources.get(sentence.source)
        origin = citation(source) if source else ""
        if origin and sentence.doubt:
            origin = say("{source}. But: {doubt}", source=origin, doubt=sentence.doubt)
        return DayLine(
            key=topic.key,
            title="",
            topic=topic.title,
            parts=(StoryPart(estimate="", heading="", name="", sentence=sentence.text),),
            span="",
            origin=(origin,) if origin else (),
            sure="",
        )

    def _counted(self, topic: Topic) -> DayLine:
        blocks = blocks_of(self._pack, topic)
        views = [each for block in blocks for each in block.estimates]
        names = part_names(self._pack, [block.estimates for block in blocks])
        found = [self._pack.estimates[each.id] for each in views]
        spans = tuple(dict.fromkeys(each.horizon for each in found))
        people = tuple(dict.fromkeys(each.population for each in found))
        levels = {each.certainty for each in found}
        return DayLine(
            key=topic.key,
            title=title_of(self._pack, topic, views),
            topic=topic.title,
            parts=tuple(
                StoryPart(
                    estimate=each.id,
                    heading=names[each.id][0],
                    name=names[each.id][1],
                    sentence=each.sentence,
                    other=is_other(self._pack, each),
                )
                for each in views
            ),
            span=say("Time span: {span}", span="; ".join(spans)),
            origin=tuple(say("Who: {people}", people=each) for each in people),
            sure=str(levels.pop()) if len(levels) == 1 else "",
        )


def _aside() -> DayNote:
    return DayNote(mark="hand", text=say("Set aside, as you wished"))


def _closed(why: Closed | None, *, alone: bool) -> DayNote:
    if why is Closed.SENSITIVE:
        words = say("Closed: only if you wish to hear it")
    elif alone:
        words = say("Known only for people who may differ from you. It is closed.")
    else:
        words = say("More is known for people who may differ from you. It is closed.")
    return DayNote(mark="lock", text=words)


def _phase(station: Station) -> str:
    return {
        Station.READY: say("Before"),
        Station.VISITS: say("At the time"),
        Station.HOSPITAL: say("At the time"),
        Station.CHECKS: say("Later on"),
    }.get(station, say("After"))


def station_name(station: Station) -> str:
    """Name a part of the time."""
    return {
        Station.READY: say("Getting ready"),
        Station.VISITS: say("Visits"),
        Station.HOSPITAL: say("In hospital"),
        Station.PAIN: say("When pain eases"),
        Station.RECOVERY: say("Recovery"),
        Station.DAILY: say("Living day by day"),
        Station.CHECKS: say("Scans and checks later"),
    }[station]
