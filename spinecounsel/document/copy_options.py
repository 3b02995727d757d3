"""The options in a patient's copy: what each is, what may go well and wrong, what is not known."""

from collections.abc import Iterable
from itertools import groupby

from spinecounsel.document.copy_estimates import EstimateWriter
from spinecounsel.document.copy_sources import Sources
from spinecounsel.document.look import TOPIC
from spinecounsel.document.plain import BOLD, QUIET, SAID, Plain
from spinecounsel.document.shown import NOT_DISCUSSED, gathered, kept_back, told
from spinecounsel.document.words import MARKS
from spinecounsel.frozen import replaced
from spinecounsel.record.record import (
    ConsentRecord,
    Line,
    RecordedLeftOut,
    RecordedOption,
    RecordedTopic,
)
from spinecounsel.wording import say

_TOPIC = replaced(TOPIC, before=9)


def write_options(plain: Plain, record: ConsentRecord, sources: Sources) -> None:
    """Write each option that was talked about."""
    for option in record.options:
        _OptionWriter(plain, option, sources, red_flag=record.red_flag).write()


class _OptionWriter:
    def __init__(
        self, plain: Plain, option: RecordedOption, sources: Sources, *, red_flag: str
    ) -> None:
        self._plain, self._option = plain, option
        self._red_flag = red_flag  # it stands in a box of its own already
        self._estimates = EstimateWriter(plain, sources, option.name)

    def write(self) -> None:
        """Write the option under a heading of its own."""
        plain, option = self._plain, self._option
        plain.sheet.section(option.name)
        plain.facts(option.why)
        topics = [each for each in option.topics if told(each)]
        for kind, run in groupby(topics, key=lambda topic: topic.kind):
            self._write_kind(kind, tuple(run))
        self._write_rest()

    def _write_kind(self, kind: str, topics: tuple[RecordedTopic, ...]) -> None:
        sheet = self._plain.sheet
        sheet.heading(3, _kind_words(kind), mark=MARKS.get(kind, ""))
        alone = kind in {"about", "not known"} and len(topics) == 1
        for topic in topics:
            if not alone:
                sheet.heading(4, topic.title, _TOPIC)
            if topic.material:
                words = sheet.text(say("This matters to you"), QUIET, sheet.node("P"))
                words.sign, words.keepWithNext = self._plain.star(), 1
                sheet.add(words)
            self._write_sentences(kind, topic)
            self._estimates.write(topic)

    def _write_sentences(self, kind: str, topic: RecordedTopic) -> None:
        lines = gathered(topic.sentences)
        if kind == "about":
            self._plain.facts(_merged(each for each in lines if each.text != self._red_flag))
            return
        for line in lines:
            spans = ((f"{line.label} " if line.label else "", BOLD), (line.text, SAID))
            self._plain.sheet.paragraph(spans, SAID)

    def _write_rest(self) -> None:
        """Say that not everything stands here, without a name for what was not wanted."""
        later = [each.title for each in self._option.topics if each.state == NOT_DISCUSSED]
        if later:
            words = say("Not talked about yet: {things}.", things="; ".join(later))
            self._plain.signed("to_do", words)
        if any(kept_back(each) for each in self._option.topics):
            self._plain.signed(
                "does_not_apply",
                say(
                    "Some things are not in here. You did not want to hear about them, or nobody "
                    "opened them. You can ask about them at any time."
                ),
            )


def write_others(plain: Plain, record: ConsentRecord) -> None:
    """Write what goes together with what, and the usual options that were not gone through."""
    together = _together(record)
    if not (together or record.left_out):
        return
    plain.sheet.section(say("Other options"))
    plain.named(together)
    if record.left_out:
        plain.sheet.heading(3, say("Usual here, but not gone through"))
    for reason, run in groupby(record.left_out, key=lambda each: each.reason):
        _write_left_out(plain, reason, tuple(run))


def _write_left_out(plain: Plain, reason: str, options: tuple[RecordedLeftOut, ...]) -> None:
    words = say("Why not now: {reason}", reason=reason)
    plain.sheet.paragraph(words, replaced(SAID, keep=True))
    plain.named(Line(label=each.name, text=each.why_usual) for each in options)


def _together(record: ConsentRecord) -> list[Line]:
    """Give what was said of other options, once, without the names that stand elsewhere."""
    names = {each.name for each in record.options} | {each.name for each in record.left_out}
    said: dict[tuple[str, str], None] = {}
    for option in record.options:
        for topic in option.topics:
            if topic.kind == "alternatives" and topic.state == "discussed":
                label = ""
                for line in topic.sentences:
                    label = line.label or label
                    if line.text not in names:
                        said.setdefault((label, line.text))
    return gathered(tuple(_unlabelled(list(said))))


def _unlabelled(said: list[tuple[str, str]]) -> list[Line]:
    """Leave out a label that is that of the line before."""
    made, last = [], ""
    for label, text in said:
        made.append(Line(label="" if label == last else label, text=text))
        last = label
    return made


def _merged(lines: Iterable[Line]) -> list[Line]:
    """Give lines with the same label as one, where the first of them stands."""
    said: dict[str, list[str]] = {}
    for each in lines:
        said.setdefault(each.label, []).append(each.text)
    return [Line(label=label, text=" ".join(texts)) for label, texts in said.items()]


def _kind_words(kind: str) -> str:
    return {
        "about": say("About it"),
        "benefit": say("What may go well"),
        "risk": say("What may go wrong"),
        "course": say("How the illness goes"),
        "not known": say("What is not known"),
    }[kind]
