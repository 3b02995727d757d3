"""From a discussion to the words and numbers that the record keeps."""

from collections.abc import Mapping

from spinecounsel.case.relevance import Applicable
from spinecounsel.case.words import finding_name, histology_name
from spinecounsel.content.citation import citation
from spinecounsel.content.frequency import frequency, spoken
from spinecounsel.content.model import ContentPack, Estimate, Rule
from spinecounsel.discussion.agenda import ILLNESS, Agenda, Chapter, Closed, Sentence, Topic
from spinecounsel.discussion.discussion import Discussion, Mark, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.words import fact_kind_name
from spinecounsel.frozen import Frozen
from spinecounsel.record.record import (
    Line,
    RecordedEstimate,
    RecordedLeftOut,
    RecordedOption,
    RecordedTopic,
)
from spinecounsel.wording import say

NOT_OPENED, NOT_DISCUSSED = "not opened", "not discussed"


class Material(Frozen, frozen=True, kw_only=True):
    """What a record is made from; ``fits`` and ``agenda`` are those of ``discussion``.

    ``pack`` is the content as it may be shown (``content.closing``), so that the record, which
    leaves the room inside each document, holds no word of dying but where it was opened.
    """

    pack: ContentPack
    discussion: Discussion
    fits: Applicable
    agenda: Agenda


def recorded_options(source: Material) -> tuple[RecordedOption, ...]:
    """Give each chapter of the agenda as it was shown."""
    return tuple(_option(source, chapter) for chapter in source.agenda.chapters)


def recorded_left_out(source: Material) -> tuple[RecordedLeftOut, ...]:
    """Give the usual options that were not gone through, with both reasons."""
    return tuple(
        RecordedLeftOut(
            name=source.pack.option(each.option).name,
            why_usual=" ".join(rule.reason for rule in source.fits.options[each.option].usual),
            reason=each.reason,
        )
        for each in source.discussion.left_out
    )


def shown_estimate(
    pack: ContentPack, estimate: Estimate, *, together: tuple[str, ...]
) -> RecordedEstimate:
    """Give an estimate as it is shown among the estimates ``together``, on screen and paper alike.

    Some sentences go on about length of life where ``pack`` holds that open.
    """
    number = frequency(estimate)
    source = pack.sources[estimate.source]
    owner = {option.id: option.name for option in pack.options}.get(estimate.option, "")
    more = f" {estimate.sensitive_plain}" if estimate.sensitive_plain else ""
    return RecordedEstimate(
        id=estimate.id,
        option=owner,
        kind=str(estimate.kind),
        concept=pack.concept(estimate.concept).label,
        title=estimate.title,
        sentence=estimate.plain + more,
        framing=estimate.framing,
        number=spoken(estimate),
        count=number.count if number else None,
        low=number.low if number else None,
        high=number.high if number else None,
        out_of=number.out_of if number else None,
        drawn=number is not None and estimate.unit == "people" and estimate.percent != 0,
        unit=estimate.unit,
        value=estimate.value,
        population=estimate.population,
        horizon=estimate.horizon,
        certainty=str(estimate.certainty),
        certainty_why=estimate.certainty_why,
        source=f"{citation(source)} ({estimate.where})" if estimate.where else citation(source),
        caution=estimate.caution,
        pair=estimate.pair if estimate.pair in together else "",
        station=str(estimate.station or pack.concept(estimate.concept).station or ""),
    )


def _option(source: Material, chapter: Chapter) -> RecordedOption:
    marked = marks_of(source.discussion)
    topics = tuple(_topic(source, topic, marked) for topic in chapter.topics)
    if chapter.option == ILLNESS:
        return RecordedOption(id=ILLNESS, name=chapter.title, usual=None, why=(), topics=topics)
    fit = source.fits.options[chapter.option]
    return RecordedOption(
        id=chapter.option,
        name=source.pack.option(chapter.option).name,
        usual=True if fit.usual else False if fit.not_usual else None,
        why=tuple(_why(source.pack, rule) for rule in (*fit.usual, *fit.not_usual)),
        topics=topics,
    )


def _why(pack: ContentPack, rule: Rule) -> Line:
    label = say("Usual here") if rule.verdict == "usual" else say("Not usual here")
    return Line(label=label, text=f"{rule.reason} ({citation(pack.sources[rule.source])})")


def _topic(source: Material, topic: Topic, marked: Mapping[str, Mark]) -> RecordedTopic:
    mark = marked.get(topic.key)
    state = str(mark.state) if mark else NOT_OPENED if topic.closed else NOT_DISCUSSED
    # What the patient would rather not hear, or what was never opened, does not go on their paper.
    hidden = topic.closed is not None or (mark is not None and mark.state is MarkState.SET_ASIDE)
    return RecordedTopic(
        key=topic.key,
        kind=str(topic.kind),
        title=topic.title,
        state=state,
        when=mark.when if mark else None,
        wish=mark.wish if mark else "",
        material=topic.key in source.discussion.material,
        sentences=() if hidden else _lines(topic.sentences),
        estimates=()
        if hidden
        else tuple(
            shown_estimate(source.pack, source.pack.estimates[ident], together=topic.shown)
            for ident in topic.shown
        ),
        shut_why=_shut_why(source.pack, topic) if state == NOT_OPENED else "",
    )


def _shut_why(pack: ContentPack, topic: Topic) -> str:
    """Say why a topic was shut that nobody opened."""
    if topic.closed is Closed.SENSITIVE:
        return say("Shut unless the patient asks to hear it.")
    words = "; ".join(
        histology_name(each) if each in pack.histologies else finding_name(each)
        for each in topic.words
    )
    return say(
        "Shut: only for people of whom this holds, and it is not known of this patient: {words}.",
        words=words,
    )


def _lines(sentences: tuple[Sentence, ...]) -> tuple[Line, ...]:
    lines, last = [], ""
    for each in sentences:
        label = fact_kind_name(each.label)
        lines.append(Line(label="" if label == last else label, text=each.text))
        last = label
    return tuple(lines)
