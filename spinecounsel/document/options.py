"""The options that were gone through, topic by topic, and the usual ones that were not."""

from itertools import groupby

from spinecounsel.dates import clock
from spinecounsel.discussion.agenda import TopicKind
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.words import topic_kind_name
from spinecounsel.document.compact import KIND, NOTE, TEXT, TOPIC, Compact
from spinecounsel.document.estimates import EstimateWriter
from spinecounsel.document.flow import Row, Sign, Text
from spinecounsel.document.marks import draw_star
from spinecounsel.document.once import Once
from spinecounsel.document.references import References
from spinecounsel.document.sheet import marked
from spinecounsel.document.shown import DISCUSSED, gathered
from spinecounsel.document.words import MARKS, state
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line, RecordedOption, RecordedTopic
from spinecounsel.wording import say

_ALONE = {"about", "not known", "alternatives"}


def write_options(paper: Compact, record: ConsentRecord, references: References) -> None:
    """Write each option, then those left out."""
    told: dict[Line, str] = {}
    once = Once()
    for option in record.options:
        estimates = EstimateWriter(paper, references, option.name, once)
        paper.chapter(option.name)
        _OptionWriter(paper, estimates, option, told).write()
    if not record.left_out:
        return
    paper.chapter(say("Usual options that were not gone through, and why they are usual"))
    for reason, run in groupby(record.left_out, key=lambda each: each.reason):
        lines = [Line(label=each.name, text=each.why_usual) for each in run]
        made = paper.run([*lines, Line(label=say("Why not now"), text=reason)])
        made[0].keepWithNext = int(len(made) > 1)
        made[-2 if len(made) > 1 else 0].keepWithNext = int(len(made) > 1)
        paper.sheet.add(*made)


class _OptionWriter:
    """Writes one option; ``told`` are other options and under which option each was told."""

    def __init__(
        self,
        paper: Compact,
        estimates: EstimateWriter,
        option: RecordedOption,
        told: dict[Line, str],
    ) -> None:
        self._paper, self._sheet, self._option, self._told = paper, paper.sheet, option, told
        self._estimates = estimates

    def write(self) -> None:
        """Write why it is usual or not, then its topics."""
        for rule in self._option.why:
            mark = "not_usual" if rule.label == say("Not usual here") else "usual"
            text = self._paper.told(rule.label, rule.text)
            text.sign = marked(mark, self._paper.scaled(9))
            self._sheet.add(text)
        for kind, topics in groupby(self._option.topics, key=lambda topic: topic.kind):
            self._write_kind(kind, tuple(topics))

    def _write_kind(self, kind: str, topics: tuple[RecordedTopic, ...]) -> None:
        mark = MARKS.get(kind, "")
        alone = len(topics) == 1 and kind in _ALONE
        if not alone:
            self._sheet.heading(3, topic_kind_name(TopicKind(kind)), KIND, mark=mark)
        for topic in topics:
            if alone:
                heading = self._sheet.heading_text(3, topic.title, KIND, mark=mark)
            else:
                heading = self._sheet.heading_text(4, topic.title, TOPIC)
            self._write_topic(topic, heading)

    def _write_topic(self, topic: RecordedTopic, heading: Text) -> None:
        """Write a topic; its first part stays with the heading."""
        self._sheet.add(self._headed(topic, heading))
        if topic.material:
            words = self._paper.text(say("Matters to the patient"), replaced(NOTE, keep=True))
            words.sign = Sign(draw_star, self._paper.scaled(12))
            self._sheet.add(words)
        self._sheet.paragraph(topic.shut_why, NOTE)
        if topic.wish:
            wish = say("In the patient’s words: “{wish}”", wish=topic.wish)
            self._sheet.paragraph(wish, TEXT)
        if topic.kind == "alternatives":
            self._write_alternatives(topic)
        else:
            self._sheet.add(*self._paper.run(gathered(topic.sentences)))
        self._estimates.write(topic)

    def _headed(self, topic: RecordedTopic, heading: Text) -> Row:
        """Give the heading with what became of the topic at its right."""
        mark, words = state(topic)
        spoken = words
        if topic.state == DISCUSSED and topic.when:
            words = clock(topic.when)
        elif topic.state == MarkState.SET_ASIDE and topic.when:
            words = say("Set aside {when}", when=clock(topic.when))
        node = self._sheet.node("P", actual=spoken if words != spoken else "")
        made = self._sheet.text(words, replaced(NOTE, leading=TOPIC.leading), node)
        made.sign = marked(mark, self._paper.scaled(8))
        column = self._paper.column
        wide = made.reach(column / 2) + 1
        row = Row([(0, column - wide - 6, heading), (column - wide, wide, made)])
        row.spaceBefore, row.spaceAfter = heading.getSpaceBefore(), heading.getSpaceAfter()
        follows = (
            topic.sentences or topic.estimates or topic.wish or topic.material or topic.shut_why
        )
        row.keepWithNext = int(bool(follows))
        return row

    def _write_alternatives(self, topic: RecordedTopic) -> None:
        """Write the other options; one that was told before is named, and where it was told."""
        here: list[Line] = []
        again: dict[str, list[str]] = {}
        for line in gathered(topic.sentences):
            if place := self._told.get(line, ""):
                again.setdefault(place, []).append(line.label)
            else:
                here.append(line)
                self._told[line] = self._option.name
        here += [
            Line(label=say("As told under “{option}”", option=place), text=f"{'; '.join(labels)}.")
            for place, labels in again.items()
        ]
        self._sheet.add(*self._paper.run(here))
