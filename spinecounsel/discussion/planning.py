"""From pack, case and chosen options to the agenda."""

from collections import Counter
from collections.abc import Iterable

from spinecounsel.case.relevance import Applicable, Fit, concerns, speaks_of
from spinecounsel.content.model import (
    ANY_OPTION,
    SEEN,
    ContentPack,
    CoreRisk,
    Estimate,
    Gap,
    Pathway,
    PatientView,
    Role,
    TreatmentOption,
)
from spinecounsel.discussion.agenda import (
    ILLNESS,
    KIND_ORDER,
    Agenda,
    Chapter,
    Closed,
    Sentence,
    Topic,
    TopicKind,
    topic_key,
)
from spinecounsel.discussion.company import company
from spinecounsel.discussion.company import label as company_label
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import PrognosisWish
from spinecounsel.frozen import replaced
from spinecounsel.wording import say

LIVING = ("what-happens", "visits-and-time", "hospital-and-recovery", "daily-life", "follow-up")
"""The kinds of facts that tell what it is like to live with an option."""

GOOD = "higher is better"
"""The direction of a concept that people hope for."""


def plan(pack: ContentPack, discussion: Discussion, fits: Applicable) -> Agenda:
    """Give the agenda of ``discussion``: the illness, then each chosen option."""
    planner = _Planner(pack, discussion, fits)
    chapters = [planner.illness(), *(planner.chapter(each) for each in discussion.options)]
    return Agenda(chapters=tuple(chapter for chapter in chapters if chapter.topics))


class _Planner:
    def __init__(self, pack: ContentPack, discussion: Discussion, fits: Applicable) -> None:
        self._pack, self._said, self._fits = pack, discussion, fits
        self._own = discussion.case.tumour_class
        self._opened = {each.topic for each in discussion.opened}

    def illness(self) -> Chapter:
        """What is known of the illness itself; nothing in it is asked for by the gate."""
        sentences = tuple(
            Sentence(label=fact.kind, text=fact.text, source=fact.source, doubt=fact.doubt)
            for fact in self._pack.general
            if speaks_of(fact.tumour_class, self._own) and self._may_hear(fact.sensitive)
        )
        about = self._words_topic(ILLNESS, TopicKind.ABOUT, say("About treatment"), sentences)
        topics = (about, *self._counted(ILLNESS, self._estimates_of(ANY_OPTION)))
        return Chapter(
            option=ILLNESS,
            title=say("The illness itself"),
            topics=tuple(replaced(topic, required=False) for topic in topics if topic),
        )

    def chapter(self, ident: str) -> Chapter:
        """Everything there is to go through for one option."""
        option = self._pack.option(ident)
        # An option that is a form of another one has no studies of its own and speaks by its.
        own = self._estimates_of(ident) or self._estimates_of(option.part_of)
        counted = self._counted(ident, own)
        uncounted = self._uncounted(option)
        topics = [
            self._about(option),
            *sorted((*counted, *uncounted), key=lambda topic: KIND_ORDER.index(topic.kind)),
            self._not_known(option, {topic.kind for topic in (*counted, *uncounted)}),
            self._alternatives(option),
        ]
        return Chapter(
            option=ident, title=option.short_name, topics=tuple(each for each in topics if each)
        )

    def _may_hear(self, sensitive: str) -> bool:
        return not sensitive or self._said.preferences.prognosis is PrognosisWish.WANTS

    def _about(self, option: TreatmentOption) -> Topic | None:
        sentences = tuple(
            Sentence(label=fact.kind, text=fact.text, source=fact.source, doubt=fact.doubt)
            for fact in option.fact
            if speaks_of(fact.tumour_class, self._own) and self._may_hear(fact.sensitive)
        )
        return self._words_topic(option.id, TopicKind.ABOUT, say("About it"), sentences)

    def _estimates_of(self, option: str) -> list[Estimate]:
        return [
            each
            for each in self._pack.estimates.values()
            if each.option == option and self._ok(each)
        ]

    def _ok(self, estimate: Estimate) -> bool:
        """Whether a patient may see it here at all; one arm of a pair needs the other one."""
        if not self._fitting(estimate):
            return False
        if estimate.patient_view is PatientView.ONLY_AS_PAIR and estimate.pair:
            return self._fitting(self._pack.estimates[estimate.pair])
        return True

    def _fitting(self, estimate: Estimate) -> bool:
        fit = self._fits.estimates[estimate.id].fit
        return estimate.patient_view in SEEN and fit is not Fit.DOES_NOT_FIT

    def _counted(self, option: str, own: list[Estimate]) -> list[Topic]:
        """Topics with numbers, one for each bunch of estimates that stand together."""
        left = {each.id: each for each in own}
        topics = []
        for each in own:
            if each.id in left:
                bunch = self._bunch(each)
                for ident in bunch:
                    left.pop(ident, None)
                topics.append(self._topic(option, bunch, {row.id for row in own}))
        topics = _told_apart(topics, self._pack)
        order = {concept.id: concept.order for concept in self._pack.concepts}
        return sorted(
            topics, key=lambda topic: (KIND_ORDER.index(topic.kind), order[topic.concept])
        )

    def _bunch(self, first: Estimate) -> tuple[str, ...]:
        """Give ``first`` and all that may only be shown with it, pairs side by side."""
        found: list[str] = []
        queue = [first.id]
        while queue:
            ident = queue.pop(0)
            estimate = self._pack.estimates[ident]
            if ident in found or not self._ok(estimate):
                continue
            found.append(ident)
            if estimate.pair:
                queue.insert(0, estimate.pair)
            for group in self._pack.together:
                if ident in group.estimates:
                    queue += group.estimates
        return tuple(found)

    def _topic(self, option: str, bunch: tuple[str, ...], own: set[str]) -> Topic:
        estimates = [self._pack.estimates[ident] for ident in bunch]
        lead = next(
            (each for each in estimates if each.id in own and each.role is not Role.COMPARATOR),
            estimates[0],
        )
        beside = tuple(
            ident
            for group in self._pack.together
            if set(bunch) & set(group.estimates)
            for ident in group.beside
            if ident not in bunch and self._ok(self._pack.estimates[ident])
        )
        concept = self._pack.concept(lead.concept)
        shown = [*estimates, *(self._pack.estimates[ident] for ident in beside)]
        one_title = len({each.title for each in estimates}) == 1
        kind = TopicKind(str(lead.kind))
        rests_on = company(self._pack, self._said.options, option, estimates)
        topic = Topic(
            key=topic_key(option, kind, concept.id, [*_words(shown), *rests_on]),
            option=option,
            kind=kind,
            title=lead.title if one_title else concept.label,
            concept=concept.id,
            estimates=bunch,
            beside=beside,
            sentences=tuple(Sentence(label=company_label(), text=each) for each in rests_on),
            required=kind is not TopicKind.COURSE,
        )
        return self._shut(topic, shown)

    def _shut(self, topic: Topic, shown: list[Estimate]) -> Topic:
        """Close a topic about length of life, or one of people who may differ from this patient."""
        sensitive = any(self._pack.concept(each.concept).sensitive for each in shown)
        if sensitive:
            is_open = topic.concept in self._opened
            return replaced(
                topic, closed=None if is_open else Closed.SENSITIVE, opens=topic.concept
            )
        fits = [self._fits.estimates[each.id] for each in shown]
        words = tuple(dict.fromkeys(word for fit in fits for word in fit.words))
        if not words:
            return topic
        is_open = topic.key in self._opened
        return replaced(
            topic,
            closed=None if is_open else Closed.MAY_NOT_FIT,
            opens=topic.key,
            words=words,
            required=is_open and topic.required,
        )

    def _uncounted(self, option: TreatmentOption) -> list[Topic]:
        """Core risks of which nobody counted how often they come: said aloud all the same."""
        counted = {
            each.concept
            for each in (*self._estimates_of(option.id), *self._estimates_of(option.part_of))
        }
        return [
            self._uncounted_topic(option.id, risk)
            for risk in self._core_risks(option.id)
            if risk.concept not in counted
        ]

    def _uncounted_topic(self, option: str, risk: CoreRisk) -> Topic:
        concept = self._pack.concept(risk.concept)
        sentence = self._gap_sentence(risk.gap) or Sentence(
            label=concept.question, text=say("Not known. No number was found.")
        )
        kind = TopicKind.BENEFIT if concept.direction == GOOD else TopicKind.RISK
        return Topic(
            key=topic_key(option, kind, concept.id, (sentence.label, sentence.text)),
            option=option,
            kind=kind,
            title=concept.label,
            concept=concept.id,
            sentences=(sentence,),
            closed=Closed.SENSITIVE if self._is_shut(concept.id) else None,
            opens=concept.id if concept.sensitive else "",
        )

    def _is_shut(self, concept: str) -> bool:
        """Whether a concept is about dying or length of life, and was not opened."""
        return self._pack.concept(concept).sensitive and concept not in self._opened

    def _core_risks(self, option: str) -> list[CoreRisk]:
        own = [
            each for each in self._pack.core_risks if each.option == option and self._concerns(each)
        ]
        return list({each.concept: each for each in own}.values())

    def _gap_sentence(self, ident: str) -> Sentence | None:
        gap = next((each for each in self._pack.gaps if each.id == ident), None)
        return _said(gap) if gap and self._concerns(gap) else None

    def _not_known(self, option: TreatmentOption, told: set[TopicKind]) -> Topic | None:
        """Say aloud what nobody counted; ``told`` are the kinds of topics that there are."""
        said = {each for topic in self._uncounted(option) for each in topic.sentences}
        sentences = tuple(
            _said(gap)
            for gap in self._pack.gaps
            if gap.option == option.id
            and self._concerns(gap)
            and not self._is_shut(gap.concept)
            and _said(gap) not in said
        )
        if self._own is None:
            unknown = Sentence(
                label=say("What type of tumour is it?"),
                text=say("Not known yet. Most numbers are known only for one type of tumour."),
            )
            sentences = (unknown, *sentences)
        else:
            sentences = (*self._nothing_told(option, told), *sentences)
        return self._words_topic(
            option.id, TopicKind.NOT_KNOWN, say("What is not known"), sentences
        )

    def _nothing_told(self, option: TreatmentOption, told: set[TopicKind]) -> Iterable[Sentence]:
        """Say of benefits, risks and life with it that nothing is known for this class."""
        unknown = say("Not known for your type of tumour. No number was found.")
        if TopicKind.BENEFIT not in told:
            yield Sentence(label=say("What good may come of it?"), text=unknown)
        if TopicKind.RISK not in told:
            yield Sentence(label=say("What may go wrong?"), text=unknown)
        facts = (each for each in option.fact if speaks_of(each.tumour_class, self._own))
        if not any(each.kind in LIVING for each in facts):
            yield Sentence(
                label=say("What is it like to live with?"),
                text=say("Not known. Nothing was found that tells of it."),
            )

    def _alternatives(self, option: TreatmentOption) -> Topic:
        others = tuple(
            Sentence(label=say("Also in this talk"), text=self._pack.option(ident).name)
            for ident in self._said.options
            if ident != option.id
        )
        left_out = tuple(
            Sentence(
                label=say("Usual here, not in this talk"), text=self._pack.option(each.option).name
            )
            for each in self._said.left_out
        )
        ways = tuple(
            Sentence(label=way.name, text=way.text, source=way.source, doubt=way.doubt)
            for way in self._pack.pathways
            if option.id in way.options and self._concerns(way) and self._is_usual(way, option.id)
        )
        free = Sentence(
            label=say("Your choice"),
            text=say("You may choose another option, a combination, or none. You may take time."),
        )
        topic = self._words_topic(
            option.id,
            TopicKind.ALTERNATIVES,
            say("Other options"),
            (*others, *left_out, *ways, free),
        )
        assert topic is not None  # noqa: S101 - there is always the last sentence
        return topic

    def _concerns(self, row: CoreRisk | Gap | Pathway) -> bool:
        return concerns(row, self._own, self._fits.found)

    def _is_usual(self, way: Pathway, option: str) -> bool:
        """Whether no source says of an option beside ``option`` that it is not usual here."""
        there = {option, *self._said.options}
        return all(
            self._fits.is_usual(each) or not self._fits.options[each].not_usual
            for each in way.options
            if each not in there
        )

    def _words_topic(
        self, option: str, kind: TopicKind, title: str, sentences: tuple[Sentence, ...]
    ) -> Topic | None:
        """Give a topic without numbers, or None where there is nothing to say."""
        if not sentences:
            return None
        words = [word for each in sentences for word in (each.label, each.text)]
        return Topic(
            key=topic_key(option, kind, "", words),
            option=option,
            kind=kind,
            title=title,
            sentences=sentences,
        )


def _told_apart(topics: list[Topic], pack: ContentPack) -> list[Topic]:
    """Where two topics have the same title, each gets that of its first estimate, or a number."""
    titles = Counter((topic.kind, topic.title) for topic in topics)
    return _numbered(
        [
            replaced(topic, title=pack.estimates[topic.estimates[0]].title)
            if titles[topic.kind, topic.title] > 1
            else topic
            for topic in topics
        ]
    )


def _numbered(topics: list[Topic]) -> list[Topic]:
    """Number the topics whose titles are still the same: those that are closed say nothing else."""
    titles = Counter((topic.kind, topic.title) for topic in topics)
    places: Counter[tuple[TopicKind, str]] = Counter()
    found = []
    for topic in topics:
        name = topic.kind, topic.title
        places[name] += 1
        number = say("{title} ({n})", title=topic.title, n=places[name])
        found.append(replaced(topic, title=number) if titles[name] > 1 else topic)
    return found


def _said(gap: Gap) -> Sentence:
    return Sentence(label=gap.question, text=gap.plain)


def _words(estimates: list[Estimate]) -> list[str]:
    return [
        str(word)
        for each in estimates
        for word in (each.id, each.plain, each.framing, each.percent, each.value, each.population)
    ]
