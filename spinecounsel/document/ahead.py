"""What may lie ahead as pages of the patient's copy: the sketch with its stories, and the days.

Each number has a note with who was studied, how sure it is, and where it comes from.
"""

from collections.abc import Callable

from spinecounsel.document.ahead_days import write_days
from spinecounsel.document.ahead_notes import Notes
from spinecounsel.document.flow import Row, Stack, Text
from spinecounsel.document.look import BODY, LABELS, STRONG
from spinecounsel.document.sheet import Sheet, marked
from spinecounsel.document.sketch import Sketch
from spinecounsel.document.words import MARKS, SHUT_MARKS
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.ahead import Cases, SketchMark, SketchRow, Story, StoryLine
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

BEST, LIKELY, WORST = "best", "likely", "worst"
_SIGNS = {BEST: "best_case", LIKELY: "likely_case", WORST: "worst_case"}
_SKETCH = 104.0  # the column of the sketch, at the usual size of text
_LINE = replaced(BODY, after=2)
_QUIET = replaced(LABELS, after=2)


class _Told(Frozen, frozen=True, kw_only=True):
    """A sentence beside the sketch: its sign, its label, and what it says."""

    sign: str
    label: str
    sentence: str


def write_ahead(sheet: Sheet, record: ConsentRecord, cite: Callable[[str], int]) -> None:
    """Write what was looked at of each option; nothing where nobody looked.

    ``cite`` gives the number of a source in the document's own list.
    """
    if not record.ahead:
        return
    sheet.section(say("What may lie ahead"))
    drawn = [each.cases for each in record.ahead if each.cases and each.cases.rows]
    if drawn:
        _write_how(sheet, drawn[0])
    notes = Notes(record, cite)
    for option in record.ahead:
        sheet.heading(3, option.name)
        if option.cases:
            _Cases(sheet, option.cases, notes).write()
        if option.days:
            write_days(sheet, option.days, notes)
    notes.write(sheet)


def _write_how(sheet: Sheet, cases: Cases) -> None:
    """Say how to take the sketch, once for all options."""
    sheet.paragraph(cases.caution)
    sheet.paragraph(
        say(
            "In the sketch, each line stands alone and has its own people. The oval shows for how "
            "many it went well. At the star it would be all of them, at the square nobody."
        ),
        replaced(BODY, after=4),
    )
    whole = sheet.node("L", attributes={"List": {"ListNumbering": "/None"}})
    for story in cases.stories:
        body = whole.child("LI").child("LBody")
        spans = ((f"{story.title}: ", STRONG), (story.words, BODY))
        words = sheet.text(spans, _LINE, body)
        words.sign = marked(_SIGNS[story.kind], BODY.size * sheet.scale)
        sheet.add(words)


class _Cases:
    """Writes the cases of one option."""

    def __init__(self, sheet: Sheet, cases: Cases, notes: Notes) -> None:
        self._sheet, self._cases, self._notes = sheet, cases, notes
        self._stories = {each.kind: each for each in cases.stories}
        self._said = {
            (story.kind, part.estimate): part.sentence
            for story in cases.stories
            for line in story.lines
            for part in line.parts
        }

    def write(self) -> None:
        """Write sketch and stories, then what is in none of them."""
        cases, sheet = self._cases, self._sheet
        if cases.rows:
            sheet.heading(4, say("Best case, most likely, worst case"))
        else:
            sheet.paragraph(cases.nothing)
        for row in cases.rows:
            self._write_row(row)
        self._write_only_likely()
        if cases.also:
            sheet.heading(4, say("Also counted"))
            sheet.paragraph(
                say("These numbers show one side only. So they are in no story."),
                replaced(BODY, keep=True),
            )
            self._write_lines(cases.also)
        self._write_not_known()

    def _write_row(self, row: SketchRow) -> None:
        sheet = self._sheet
        for place, mark in enumerate(row.marks):
            above: list[Text] = []
            if not place:
                title = sheet.text(row.title, STRONG, sheet.node("P"))
                if kind := MARKS.get(row.kind, ""):
                    title.sign = marked(kind, BODY.size * sheet.scale)
                above.append(title)
            name = mark.name if mark.name != row.title else ""
            for words, style in ((mark.heading, _QUIET), (name, _LINE)):
                if words:
                    above.append(sheet.text(words, style, sheet.node("P")))
            for each in above:
                each.keepWithNext = 1
            sheet.add(*above, self._sketch(mark, "; ".join(filter(None, (row.title, name)))))

    def _sketch(self, mark: SketchMark, about: str) -> Row:
        """Give the line with its number, and beside it what the stories say."""
        sheet = self._sheet
        column = _SKETCH * sheet.scale
        wide = sheet.page.width - column
        went = say("It went well for {number}.", number=mark.number)
        figure = sheet.node("Figure", alt=" ".join(filter(None, (f"{about}.", went, mark.reach))))
        number = sheet.text(mark.number, STRONG, sheet.node("P"))
        number.wrap(column, 0)
        told = [self._told(each, mark.estimate) for each in self._sides(mark.estimate)]
        facts = " ".join(f"{each.rstrip('.')}." for each in (mark.span, mark.reach) if each)
        told.append(sheet.text(facts, _QUIET, sheet.node("P")))
        sketch = Sketch(mark, number, figure, scale=sheet.scale)
        beside = Stack(told)
        sketch.stretch(beside.wrap(wide, 0)[1])
        made = Row([(0, column - 10, sketch), (column, wide, beside)])
        made.spaceBefore, made.spaceAfter = 2, 9 * sheet.scale
        return made

    def _sides(self, estimate: str) -> list[_Told]:
        """Give what each story says of an estimate; the likely one with a side it shares."""
        said = {kind: self._said.get((kind, estimate), "") for kind in (BEST, LIKELY, WORST)}
        made = []
        for kind in (BEST, LIKELY, WORST):
            shared = kind != LIKELY and said[kind] == said[LIKELY]
            if kind == LIKELY and said[LIKELY] in {said[BEST], said[WORST]}:
                continue
            label = self._stories[kind].title
            if shared:
                label = say("{case}, and the most likely", case=label)
            made.append(_Told(sign=_SIGNS[kind], label=label, sentence=said[kind]))
        return made

    def _told(self, told: _Told, estimate: str) -> Text:
        spans = (
            (f"{told.label}: ", STRONG),
            (told.sentence, BODY),
            (self._notes.mark(estimate), LABELS),
        )
        made = self._sheet.text(spans, _LINE, self._sheet.node("P"))
        made.sign = marked(told.sign, BODY.size * self._sheet.scale)
        return made

    def _write_only_likely(self) -> None:
        """Write what belongs to the option for good or bad: it stands in one story only."""
        drawn = {row.key for row in self._cases.rows}
        likely: Story | None = self._stories.get(LIKELY)
        lines = tuple(each for each in likely.lines if each.key not in drawn) if likely else ()
        if likely and lines:
            self._sheet.heading(4, likely.title, mark=_SIGNS[LIKELY])
            self._write_lines(lines)

    def _write_lines(self, lines: tuple[StoryLine, ...]) -> None:
        sheet = self._sheet
        whole = sheet.node("L", attributes={"List": {"ListNumbering": "/None"}})
        for line in lines:
            item = whole.child("LI")
            title = sheet.text(line.title, STRONG, item.child("Lbl"))
            if mark := MARKS.get(line.kind, ""):
                title.sign = marked(mark, BODY.size * sheet.scale)
            title.keepWithNext = 1
            body = item.child("LBody")
            parts = [
                sheet.text(self._notes.spans(part), _LINE, body.child("P")) for part in line.parts
            ]
            parts[-1].spaceAfter = 5 * sheet.scale
            sheet.add(title, *parts)

    def _write_not_known(self) -> None:
        sheet, cases = self._sheet, self._cases
        if cases.not_known:
            sheet.heading(4, say("Not known"), mark="not_known")
            sheet.paragraph("; ".join(title for _, title in cases.not_known))
        if cases.shut:
            words = sheet.text(cases.shut, _QUIET, sheet.node("P"))
            words.sign = marked(SHUT_MARKS["lock"], BODY.size * sheet.scale)
            sheet.add(words)
