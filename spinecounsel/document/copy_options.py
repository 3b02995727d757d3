"""The options in a patient's copy, in short: what each is, what may go well and what may go wrong.

Which numbers stand here is not for anybody to pick.  Every benefit and every risk that was told is
named, side by side, in the order of the talk, with the row of the list that has its numbers.  A
number itself stands here only where its outcome was marked as mattering to the patient, benefit
and risk alike, and then with all that may only be shown together.  Where nothing was marked, the
numbers stand side by side and in the list, and nowhere first.
"""

from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from spinecounsel.document.arms import arms_of, named
from spinecounsel.document.characters import NO_BREAK
from spinecounsel.document.copy_facts import counted_with, short_facts, warnings
from spinecounsel.document.copy_rows import Rows
from spinecounsel.document.flow import Row, Sign, Stack, Text, Whole
from spinecounsel.document.lines import Spans
from spinecounsel.document.look import BODY, PART, Style, colour
from spinecounsel.document.plain import BOLD, CHAPTER, ITEM, QUIET, SAID, Plain
from spinecounsel.document.shown import (
    NOT_DISCUSSED,
    SET_ASIDE,
    grouped,
    kept_back,
    parts_of,
    told,
)
from spinecounsel.document.tagging import Node
from spinecounsel.document.words import MARKS
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line, RecordedOption, RecordedTopic
from spinecounsel.wording import say

_GAP = 16.0
_BULLET = 10.0
_HEAD = replaced(BOLD, before=4, after=2, keep=True)
_SMALL = replaced(ITEM, after=2)
_REF = replaced(_SMALL, colour="ink2")
_NAME = replaced(PART, before=11)
_LONE = 2  # a heading and one item
_WHOLE = 0.8  # of a page: two lists that are higher are divided


def write_options(plain: Plain, record: ConsentRecord, rows: Rows) -> None:
    """Write each option that was talked about, then what is not in here."""
    if not record.options:
        return
    sheet = plain.sheet
    sheet.section(say("What you talked about, in short"), CHAPTER)
    if rows:
        words = say(
            "A number in square brackets, such as [1], leads to the list at the end. There stand "
            "the numbers, who was studied, and how sure they are."
        )
        sheet.paragraph(words, SAID)
    for option in record.options:
        _Option(plain, option, rows, red_flag=record.red_flag).write()
    topics = [topic for option in record.options for topic in option.topics]
    if any(topic.kind == "not known" and told(topic) for topic in topics):
        words = say("What is not known of them stands near the end, with more about each option.")
        plain.signed("not_known", words)
    if any(kept_back(topic) for topic in topics):
        words = say(
            "Some things are not in here. You did not want to hear about them, or they were not "
            "opened in the talk. You can ask about them at any time."
        )
        plain.signed("does_not_apply", words)


class _Option:
    def __init__(self, plain: Plain, option: RecordedOption, rows: Rows, *, red_flag: str) -> None:
        self._plain, self._option, self._rows = plain, option, rows
        self._red_flag = red_flag  # it stands in a box of its own already
        self._topics = [each for each in option.topics if told(each)]

    def write(self) -> None:
        """Write the option under a heading of its own."""
        sheet = self._plain.sheet
        sheet.heading(3, self._option.name, _NAME)
        sheet.add(*self._about())
        self._write_sides()
        sheet.add(*self._course(), *self._later())

    def _about(self) -> list[Text]:
        """Give what it is, and when to get help with it."""
        made = [self._fact(each, self._counted(each)) for each in short_facts(self._option)]
        for line in warnings(self._option):
            if line.text != self._red_flag:
                made.append(self._fact(line))
                made[-1].sign = self._plain.sign("warning")
        return made

    def _fact(self, line: Line, counted: Spans = ()) -> Text:
        return self._text(((f"{line.label}: ", BOLD), *counted, (line.text, SAID)))

    def _counted(self, line: Line) -> Spans:
        """Give what was counted of the same thing as a fact: it leads."""
        spans: list[tuple[str, Style]] = []
        for each in counted_with(line, self._topics):
            row = f"{NO_BREAK}{self._rows.name(each.id)} "
            spans += [(f"{each.title}: {each.sentence}", SAID), (row, _REF)]
        return tuple(spans)

    def _write_sides(self) -> None:
        """Write what may go well and wrong, beside one another."""
        if not {each.kind for each in self._topics} & {"benefit", "risk"}:
            return
        well = self._listed("benefit", say("What may go well"))
        wrong = self._listed("risk", say("What may go wrong"))
        if self._plain.stacked:
            self._plain.sheet.add(*well, *wrong)
            return
        wide = (self._plain.width - _GAP) / 2
        both = Row([(0.0, wide, Stack(well)), (wide + _GAP, wide, Stack(wrong))])
        whole = Whole([both], _WHOLE * self._plain.sheet.page.height)
        whole.spaceBefore = whole.spaceAfter = self._plain.scaled(4)
        self._plain.sheet.add(whole)

    def _course(self) -> list[Text]:
        """Give how the illness goes, in one paragraph."""
        topics = [each for each in self._topics if each.kind == "course"]
        if not topics:
            return []
        spans: list[tuple[str, Style]] = [(say("How the illness goes:"), BOLD)]
        for topic in topics:
            end = "." if topic is topics[-1] else ";"
            spans += [(f" {topic.title}", _SMALL), (f"{self._where(topic)}{end}", _REF)]
        made = self._text(tuple(spans))
        made.sign = self._plain.sign(MARKS["course"])
        numbers = [
            each
            for topic in topics
            if topic.material
            for each in self._numbers(self._plain.sheet.node("Div"), topic)
        ]
        return [made, *numbers]

    def _listed(self, kind: str, title: str) -> list[Flowable]:
        """Give the topics of a kind as a list; in words where nothing was talked about."""
        sheet = self._plain.sheet
        head = sheet.heading_text(4, title, _HEAD, mark=MARKS.get(kind, ""))
        parts = (part for each in self._topics for part in parts_of(each, self._option.name))
        topics = [each for each in parts if each.kind == kind]
        if not topics:
            return [head, sheet.text(self._nothing(kind), QUIET, sheet.node("P"))]
        whole = sheet.node("L", attributes={"List": {"ListNumbering": "/None"}})
        made: list[Flowable] = [head]
        for topic in topics:
            made += self._item(whole.child("LI").child("LBody"), topic)
        if len(made) > _LONE:  # the last of a list does not stand alone on a page
            made[-2].keepWithNext = 1
        return made

    def _nothing(self, kind: str) -> str:
        """Say why a list is empty: it is not known, was set aside, or was not talked about."""
        asked = {"benefit": say("What good may come of it?"), "risk": say("What may go wrong?")}
        for topic in self._topics:
            for line in topic.sentences:
                if topic.kind == "not known" and line.label == asked[kind]:
                    return line.text
        hidden = [e for e in self._option.topics if e.kind == kind and kept_back(e)]
        if any(each.state == SET_ASIDE for each in hidden):
            return say("You did not want to hear about this. You can ask at any time.")
        if hidden:
            return say("This was not opened in the talk. You can ask at any time.")
        return say("Nothing was talked about here.")

    def _item(self, body: Node, topic: RecordedTopic) -> list[Flowable]:
        """Give a topic by its title and where its numbers stand, or that there are none."""
        # Whose numbers they are, where that is something else than what was talked about.
        whose = " ".join(each.text for each in topic.sentences) if topic.estimates else ""
        spans: Spans = ((topic.title, _SMALL), (self._where(topic), _REF))
        spans += ((f". {whose}", _SMALL),) if whose else ()
        if not topic.material:
            made = self._plain.sheet.text(spans, _SMALL, body)
            made.sign = self._bullet()
            return [made]
        words = (*spans, (f". {say('This matters to you')}", BOLD))
        head = self._plain.sheet.text(words, _SMALL, body.child("P"))
        head.sign = self._plain.star()
        return [head, *self._numbers(body, topic)]

    def _where(self, topic: RecordedTopic) -> str:
        if topic.estimates:
            return f"{NO_BREAK}{self._rows.names(topic.estimates)}"
        return say(" (not known)")

    def _numbers(self, body: Node, topic: RecordedTopic) -> Iterable[Text]:
        """Give all numbers of a topic that matters, the groups of a study told apart."""
        for group in grouped(topic.estimates):
            for arm in arms_of(group, topic, self._option.name, below_title=True):
                title, whose = named(arm, topic, self._option.name)
                name = ", ".join(filter(None, (title if title != topic.title else "", whose)))
                each = arm.estimate
                spans = (
                    (f"{name}: " if name else "", QUIET),
                    (f"{each.number}. " if each.number else "", BOLD),
                    (" ".join(filter(None, (each.sentence, each.framing))), _SMALL),
                    (" " + say("Time span: {span}.", span=each.horizon.rstrip(".")), QUIET),
                    (" " + say("Who: {people}.", people=each.population.rstrip(".")), QUIET),
                )
                yield self._plain.sheet.text(spans, _SMALL, body.child("P"))

    def _later(self) -> list[Text]:
        """Name what was not talked about yet."""
        later = [each.title for each in self._option.topics if each.state == NOT_DISCUSSED]
        if not later:
            return []
        words = say("Not talked about yet: {things}.", things="; ".join(later))
        made = self._text(((words, SAID),))
        made.sign = self._plain.sign("to_do")
        return [made]

    def _text(self, spans: Spans) -> Text:
        return self._plain.sheet.text(spans, _SMALL, self._plain.sheet.node("P"))

    def _bullet(self) -> Sign:
        size = self._plain.scaled(BODY.size)

        def paint(canvas: Canvas, x: float, y: float) -> None:
            canvas.setFillColor(colour("ink2"))
            canvas.circle(x + size * 0.22, y + size * 0.3, size * 0.14, stroke=0, fill=1)

        return Sign(paint, self._plain.scaled(_BULLET))
