"""What may lie ahead as pages of the patient's copy: the sketch with its stories, and the days.

Each number names its row in the list of all numbers, which says who was studied and how sure it is.
"""

from spinecounsel.document.ahead_days import write_days
from spinecounsel.document.ahead_notes import Notes
from spinecounsel.document.characters import NO_BREAK
from spinecounsel.document.copy_rows import Rows
from spinecounsel.document.copy_sources import Sources
from spinecounsel.document.flow import Row, Stack, Text
from spinecounsel.document.look import BODY, LABELS, PART, STRONG, Style
from spinecounsel.document.plain import CHAPTER
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
_NAME = replaced(PART, before=5, after=2)
_LINE_ALONE = 24.0
_LARGE = 1.3  # from this size of text on, it has nothing but the line
_LINE = replaced(BODY, leading=13.4, after=2)
_QUIET = replaced(LABELS, leading=13.4, after=2)


class _Told(Frozen, frozen=True, kw_only=True):
    """A sentence beside the sketch: its sign, its label, and what it says."""

    sign: str
    label: str
    sentence: str


def write_ahead(sheet: Sheet, record: ConsentRecord, rows: Rows, sources: Sources) -> None:
    """Write what was looked at of each option; nothing where nobody looked."""
    if not record.ahead:
        return
    sheet.section(say("What may lie ahead"), CHAPTER)
    drawn = [each.cases for each in record.ahead if each.cases and each.cases.rows]
    if drawn:
        _write_how(sheet, drawn[0])
    notes = Notes(record, rows, sources)
    for option in record.ahead:
        sheet.heading(3, option.name, _NAME)
        if option.cases:
            _Cases(sheet, option.cases, notes).write()
        if option.days:
            write_days(sheet, option.days, notes)
    notes.write(sheet)


def _write_how(sheet: Sheet, cases: Cases) -> None:
    """Say how to take the sketch, once for all options."""
    sheet.paragraph(cases.caution, _LINE)
    sheet.paragraph(
        say(
            "In the sketch, each line stands alone and has its own people. The oval shows for how "
            "many it went well. At the star it would be all of them, at the square nobody."
        ),
        replaced(_LINE, after=4),
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
        self._others = {
            part.estimate
            for story in cases.stories
            for line in story.lines
            for part in line.parts
            if part.other
        }

    def write(self) -> None:
        """Write sketch and stories, then what is in none of them."""
        cases, sheet = self._cases, self._sheet
        if not cases.rows:
            sheet.paragraph(cases.nothing)
        for row in cases.rows:
            self._write_row(row)
        self._write_only_likely()
        self._write_also()
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
            heading = mark.heading if mark.heading != row.title else ""
            for words, style in ((heading, _QUIET), (name, _LINE)):
                if words:
                    above.append(sheet.text(words, style, sheet.node("P")))
            for each in above:
                each.keepWithNext = 1
            sheet.add(*above, self._sketch(mark, "; ".join(filter(None, (row.title, name)))))

    def _sketch(self, mark: SketchMark, about: str) -> Row:
        """Give the line with its number, and beside it what the stories say.

        In large print the number stands above the stories, as they need the room.
        """
        sheet = self._sheet
        is_large = sheet.scale > _LARGE
        column = (_LINE_ALONE if is_large else _SKETCH) * sheet.scale
        wide = sheet.page.width - column
        went = say("It went well for {number}.", number=mark.number)
        figure = sheet.node("Figure", alt=" ".join(filter(None, (f"{about}.", went, mark.reach))))
        before, after = say("It went well for {number}.", number="|").split("|")
        spans = ((before, BODY), (mark.number, STRONG), (after, BODY))
        number = sheet.text(spans, _LINE, sheet.node("P"))
        number.wrap(column, 0)
        facts = " ".join(f"{each.rstrip('.')}." for each in (mark.span, mark.reach) if each)
        told = self._beside(mark.estimate, facts)
        sketch = Sketch(mark, None if is_large else number, figure, scale=sheet.scale)
        beside = Stack([number, *told] if is_large else told)
        sketch.stretch(beside.wrap(wide, 0)[1])
        made = Row([(0, column - 10, sketch), (column, wide, beside)])
        made.spaceBefore, made.spaceAfter = 2, 6 * sheet.scale
        return made

    def _beside(self, estimate: str, facts: str) -> list[Text]:
        """Give what the stories say of an estimate; of another group, which is in none, the row."""
        if estimate in self._others:
            spans = (
                (say("This group is there to compare."), BODY),
                (f"{self._notes.mark(estimate)} {facts}".rstrip(), LABELS),
            )
            return [self._sheet.text(spans, _LINE, self._sheet.node("P"))]
        sides = self._sides(estimate)
        return [self._told(each, estimate, facts if each is sides[-1] else "") for each in sides]

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
                label = say("{case} (it was so for most)", case=label)
            made.append(_Told(sign=_SIGNS[kind], label=label, sentence=said[kind]))
        return made

    def _told(self, told: _Told, estimate: str, facts: str) -> Text:
        spans = (
            (f"{told.label}: ", STRONG),
            (told.sentence, BODY),
            (f"{self._notes.mark(estimate)} {facts}".rstrip(), LABELS),
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

    def _write_also(self) -> None:
        """Name what is in no story, by its rows; tell it where the copy has no row of it."""
        lines = self._cases.also
        if not lines:
            return
        sheet = self._sheet
        sheet.heading(4, say("Also counted"))
        words = say("These numbers show one side only. So they are in no story.")
        named = [each for each in lines if all(self._notes.row(of.estimate) for of in each.parts)]
        told = tuple(each for each in lines if each not in named)
        spans: list[tuple[str, Style]] = [(words, BODY)]
        for line in named:
            rows = ", ".join(self._notes.row(of.estimate) for of in line.parts)
            spans += [(f" {line.title}", BODY), (f"{NO_BREAK}{rows}", LABELS)]
            spans.append(("." if line is named[-1] else ";", BODY))
        sheet.add(sheet.text(tuple(spans), replaced(BODY, keep=bool(told)), sheet.node("P")))
        self._write_lines(told)

    def _write_lines(self, lines: tuple[StoryLine, ...]) -> None:
        if not lines:
            return
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
