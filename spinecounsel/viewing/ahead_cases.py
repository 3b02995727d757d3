"""Best case, most likely, worst case of one option: stories and a sketch from the same estimates.

After the Best Case/Worst Case tool (Kruser, Schwarze and others, 2015 and 2017).  Nothing is
counted together: each line is one topic of the agenda, with the pack's own sentences.
"""

from collections.abc import Sequence

from spinecounsel.content.frequency import Frequency, frequency, number_words
from spinecounsel.content.model import Certainty, ContentPack, Estimate, Role
from spinecounsel.discussion.agenda import Chapter, Topic, TopicKind
from spinecounsel.discussion.planning import GOOD
from spinecounsel.frozen import replaced
from spinecounsel.record.ahead import Cases, SketchMark, SketchRow, Story, StoryLine, StoryPart
from spinecounsel.viewing.compare_words import other_group
from spinecounsel.viewing.walk_blocks import EstimateView, blocks_of
from spinecounsel.wording import say

NEITHER = "neither"
"""The direction of a concept of which nobody says that more of it is good or bad."""

EVEN_FROM, EVEN_TO = 48, 52  # percent: about as many as not
SIDES = (TopicKind.BENEFIT, TopicKind.RISK)
BEST, LIKELY, WORST, PLAIN = "best", "likely", "worst", "plain"


def cases_view(pack: ContentPack, chapter: Chapter, aside: frozenset[str]) -> Cases:
    """Give the cases of the option of ``chapter``; ``aside`` are the keys of topics set aside."""
    here = [topic for topic in chapter.topics if _may_tell(pack, topic)]
    seen = [topic for topic in here if topic.closed is None and topic.key not in aside]
    told = [_Told(pack, topic) for topic in seen]
    return Cases(
        caution=_caution(told),
        nothing=_nothing(told, shut=len(seen) < len(here)),
        stories=_stories(told),
        rows=tuple(each.row() for each in told if each.has_sides),
        also=tuple(each.line(PLAIN) for each in told if each.is_one_sided),
        not_known=tuple(
            (each.topic.key, each.topic.title) for each in told if not each.topic.estimates
        ),
        shut=say("Some things are closed or set aside. No story tells of them.")
        if len(seen) < len(here)
        else "",
    )


def _caution(told: list["_Told"]) -> str:
    """Say how to take the stories, and what another group is doing in them."""
    words = say(
        "Each line is one number from the walk. No study counted them all at once. "
        "So no story can say what will come. You may have some of the good and some of the bad."
    )
    if not any(each.has_other for each in told):
        return words
    other = say("“Other group” means people who are there to compare. They are not in your story.")
    return f"{words} {other}"


def _nothing(told: list["_Told"], *, shut: bool) -> str:
    """Say why there is no story; nothing where there is one."""
    if any(each.has_sides for each in told):
        return ""
    if any(each.is_one_sided for each in told):
        return say("The numbers here show one side only. So there is no story to tell.")
    if shut:
        return say("No number is open here. So there is no story to tell.")
    return say("No number was found. So there is no story to tell.")


def _may_tell(pack: ContentPack, topic: Topic) -> bool:
    """Whether a topic is a benefit, a risk, or something that simply belongs to the option."""
    if topic.kind in SIDES:
        return True
    return bool(topic.estimates) and pack.concept(topic.concept).direction == NEITHER


def _stories(told: list["_Told"]) -> tuple[Story, ...]:
    heads = (
        (BEST, say("Best case"), say("You are one of those for whom it goes well.")),
        (
            LIKELY,
            say("Most likely"),
            say("It goes for you as it went for most of the people studied."),
        ),
        (WORST, say("Worst case"), say("You are one of those for whom it does not go well.")),
    )
    return tuple(
        Story(
            kind=kind,
            title=title,
            words=words,
            lines=tuple(
                each.line(kind)
                for each in told
                if each.has_sides or (kind == LIKELY and each.is_neither)
            ),
        )
        for kind, title, words in heads
    )


class _Told:
    """One topic as it is told: both sides of each of its estimates, or one where none is good."""

    def __init__(self, pack: ContentPack, topic: Topic) -> None:
        self.topic = topic
        self._pack = pack
        self._blocks = blocks_of(pack, topic)
        self._views = [each for block in self._blocks for each in block.estimates]
        self._names = part_names(pack, [block.estimates for block in self._blocks])
        self._title = title_of(pack, topic, self._views)

    @property
    def has_other(self) -> bool:
        """Whether it tells of people who are there to compare."""
        return any(is_other(self._pack, each) for each in self._views)

    @property
    def is_neither(self) -> bool:
        """Whether nobody says that more of it is good or bad."""
        return bool(self._views) and all(
            self._direction(each.id) == NEITHER for each in self._views
        )

    @property
    def has_sides(self) -> bool:
        """Whether every estimate of it says how many had it, and how many had not."""
        return bool(self._views) and all(self._two_sided(each) for each in self._views)

    @property
    def is_one_sided(self) -> bool:
        """Whether there are numbers, but not of both sides."""
        return bool(self._views) and not self.has_sides and not self.is_neither

    def line(self, kind: str) -> StoryLine:
        """Give what the story of ``kind`` says of it."""
        return StoryLine(
            key=self.topic.key,
            kind=str(self.topic.kind),
            title=self._title,
            topic=self.topic.title,
            parts=tuple(
                StoryPart(
                    estimate=each.id,
                    heading=self._names[each.id][0],
                    name=self._names[each.id][1],
                    sentence=self._sentence(each, kind),
                    other=is_other(self._pack, each),
                )
                for each in self._views
            ),
        )

    def row(self) -> SketchRow:
        """Give its lines on the sketch."""
        return SketchRow(
            key=self.topic.key,
            kind=str(self.topic.kind),
            title=self._title,
            marks=tuple(self._mark(each) for each in self._views),
        )

    def _direction(self, ident: str) -> str:
        return self._pack.concept(self._pack.estimates[ident].concept).direction

    def _two_sided(self, each: EstimateView) -> bool:
        estimate = self._pack.estimates[each.id]
        shared = estimate.percent is not None and 0 < estimate.percent < 100
        counted = shared and frequency(estimate) is not None
        return counted and bool(each.framing) and self._direction(each.id) != NEITHER

    def _sentence(self, each: EstimateView, kind: str) -> str:
        """Give the side that the story tells; both where about as many had it as not."""
        if kind == PLAIN or self._direction(each.id) == NEITHER:
            return each.sentence
        is_good = self._direction(each.id) == GOOD
        good, bad = (each.sentence, each.framing) if is_good else (each.framing, each.sentence)
        if kind != LIKELY:
            return good if kind == BEST else bad
        well = _well(self._pack.estimates[each.id], is_good=is_good)
        share = 100 * well.count / well.out_of
        if EVEN_FROM <= share <= EVEN_TO:
            even = say("About as many had it as not.")
            return f"{even} {each.sentence} {each.framing}"
        return good if share > EVEN_TO else bad

    def _mark(self, each: EstimateView) -> SketchMark:
        estimate = self._pack.estimates[each.id]
        found = _well(estimate, is_good=self._direction(each.id) == GOOD)
        reach = ""
        if found.low is not None and found.high is not None:
            reach = say("The range is {low} to {high}.", low=found.low, high=found.high)
        return SketchMark(
            estimate=each.id,
            heading=self._names[each.id][0],
            name=self._names[each.id][1],
            number=say(
                "{number} of {all} {unit}",
                number=number_words(found),
                all=f"{found.out_of:,}",
                unit=each.unit,
            ),
            well=found.count,
            out_of=found.out_of,
            low=found.low,
            high=found.high,
            reach=reach,
            span=say("Time span: {span}", span=estimate.horizon),
            people=say("Who: {people}", people=estimate.population),
            sure=str(Certainty(estimate.certainty)),
        )


def _well(estimate: Estimate, *, is_good: bool) -> Frequency:
    """Give for how many it went well: those who had the good, or had not the bad."""
    found = frequency(estimate)
    assert found is not None  # noqa: S101 - only estimates with two sides come here
    if is_good:
        return found
    low, high = found.low, found.high
    return replaced(
        found,
        count=found.rest,
        or_count=found.out_of - found.or_count,
        low=None if high is None else found.out_of - high,
        high=None if low is None else found.out_of - low,
        fewer=found.more,
        more=found.fewer,
    )


def title_of(pack: ContentPack, topic: Topic, views: Sequence[EstimateView]) -> str:
    """Give the title of a topic; what it is about, where its title is that of one arm."""
    titles = {each.title for each in views}
    if len(titles) > 1 and topic.title in titles:
        return pack.concept(topic.concept).label
    return topic.title


def is_other(pack: ContentPack, each: EstimateView) -> bool:
    """Whether it is there to compare with what is told of the option."""
    return bool(each.owner) or pack.estimates[each.id].role is Role.COMPARATOR


def _who(pack: ContentPack, each: EstimateView) -> str:
    """Name a group by its option, or by its title where it had what no option here stands for."""
    alone = pack.estimates[each.id].role is Role.COMPARATOR
    return each.title if alone else each.owner


def part_names(
    pack: ContentPack, blocks: Sequence[Sequence[EstimateView]]
) -> dict[str, tuple[str, str]]:
    """Give for each estimate what stands above it, and the name that tells the arms apart.

    Arms are told apart by their titles, else by their options; then the title stands above them.
    People who are there to compare are called the other group.
    """
    names: dict[str, tuple[str, str]] = {}
    for block in blocks:
        titles = [each.title for each in block]
        same = len(block) > 1 and len(set(titles)) == 1
        for place, each in enumerate(block):
            heading = each.title if same and len(blocks) > 1 and place == 0 else ""
            if is_other(pack, each):
                names[each.id] = (heading, other_group(_who(pack, each)))
            elif sum(map(len, blocks)) == 1:
                names[each.id] = ("", "")
            else:
                names[each.id] = (heading, each.name if same else each.title)
    return names
