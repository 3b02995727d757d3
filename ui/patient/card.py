"""A topic of the walk on the patient's screen: its numbers with both framings, or its words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from spinecounsel.discussion.people import NumberView
from spinecounsel.viewing.patient_card import PatientCard, PlainPart
from spinecounsel.viewing.walk_blocks import Block, EstimateView, Fact
from spinecounsel.wording import say
from ui.patient.measure import TOP, Enlarged, Measure
from ui.widgets.bar import Bar
from ui.widgets.card import Rule
from ui.widgets.pair import PairRow

PICTURE, ARM_PICTURE, SMALL_PICTURE = 560, 260, 150  # px as drawn: the least width of the people
BESIDE_FROM = 4  # so many parts or more stand in two columns
NAMES = 160  # px as drawn: the column of names of facts
ONE, ARM, SMALL = (  # the types of a number, of its other side, of the words beside it
    ("number", "number_second", "sentence"),
    ("number_second", "title", "legend"),
    ("title", "sentence", "legend"),
)


def card_sheet(card: PatientCard, measure: Measure) -> QWidget:
    """Give the card."""
    sheet = QWidget()
    whole = measure.column(sheet, spacing=8)
    whole.addWidget(measure.text(card.option, "option", "ink2"))
    whole.addWidget(measure.text(card.title, "title"))
    small = len(card.blocks) > 1
    whole.addSpacing(measure.px(8 if small else 28))
    if card.parts and not card.blocks:
        whole.addLayout(_parts(card.parts, measure))
        whole.addStretch(1)
        return sheet
    for part in card.parts:
        whole.addLayout(_beside(part, measure))
    for place, block in enumerate(card.blocks):
        if place:
            whole.addSpacing(measure.px(8))
            whole.addWidget(Rule())
            whole.addSpacing(measure.px(8))
        whole.addLayout(_Panel(block, card, measure).layout(small=small), 1)
    return sheet


class _Panel:
    """Lays one block out: an estimate with its people beside it, or arms side by side."""

    def __init__(self, block: Block, card: PatientCard, measure: Measure) -> None:
        self._block, self._measure = block, measure
        self._title, numbers = card.title, card.numbers
        self._numbered = numbers != NumberView.WORDS
        self._with_people = numbers == NumberView.PEOPLE
        self._with_bars = numbers == NumberView.BAR

    def layout(self, *, small: bool) -> QLayout:
        """Give the layout; ``small`` where there is another block."""
        if len(self._block.estimates) > 1:
            return self._arms(small=small)
        return self._one(self._block.estimates[0], small=small)

    def _one(self, each: EstimateView, *, small: bool) -> QLayout:
        measure = self._measure
        both = measure.row(spacing=72)
        words = measure.column(spacing=20)
        if small:
            self._head(words)
        self._say(words, each, SMALL if small else ONE)
        words.addSpacing(measure.px(8))
        words.addWidget(Rule())
        words.addSpacing(measure.px(8))
        words.addLayout(_facts(self._block.facts, measure, compact=False))
        words.addStretch(1)
        both.addLayout(words, 1)
        if each.drawn and self._with_people:
            both.addLayout(_people(each, measure, SMALL_PICTURE if small else PICTURE), 1)
        return both

    def _arms(self, *, small: bool) -> QLayout:
        measure = self._measure
        whole = measure.column(spacing=12 if small else 20)
        if small:
            self._head(whole)
        arms = measure.row(spacing=72)
        for each in self._block.estimates:
            arms.addLayout(self._arm(each, small=small), 1)
        whole.addLayout(arms, 1)
        whole.addWidget(Rule())
        whole.addLayout(_facts(self._block.facts, measure, compact=small))
        return whole

    def _head(self, column: QBoxLayout) -> None:
        """Say what a block is about, unless the card says it, and why it stands here."""
        first = self._block.estimates[0]
        title = first.title if self._block.pair else _named(first)
        words = (self._block.heading, f"**{title}**" if title != self._title else "")
        if any(words):
            column.addWidget(self._measure.text(": ".join(filter(None, words)), "option"))

    def _arm(self, each: EstimateView, *, small: bool) -> QLayout:
        measure = self._measure
        arm = measure.row(spacing=36)
        words = measure.column(spacing=12)
        words.addWidget(measure.text(f"**{each.name}**", "legend"))
        self._say(words, each, SMALL if small else ARM)
        words.addStretch(1)
        arm.addLayout(words, 3)
        if each.drawn and self._with_people:
            width = SMALL_PICTURE if small else ARM_PICTURE
            arm.addLayout(_people(each, measure, width), 1 if small else 2)
        return arm

    def _say(self, words: QLayout, each: EstimateView, types: tuple[str, str, str]) -> None:
        """Add the number, its sentence and the other side of both to a column."""
        measure, large = self._measure, types is ONE
        number, rest, beside = types
        numbered = self._numbered and bool(each.number)
        sentence = ("option" if large else "meta") if numbered else beside
        column = measure.column(spacing=20 if large else 10)
        if numbered:
            tone = each.kind if each.kind in {"benefit", "risk"} else "ink"
            column.addLayout(self._number(each.number, each.beside, (number, beside, tone)))
        column.addWidget(measure.text(each.sentence, sentence))
        if numbered and each.reach:
            column.addWidget(measure.text(each.reach, sentence))
        if numbered and self._with_bars and each.barred:
            column.addWidget(_bar(each, measure))
        if numbered and each.rest:
            other = each.framing or each.rest_beside
            column.addLayout(self._number(each.rest, other, (rest, sentence, "ink2")))
        elif each.framing:
            column.addWidget(measure.text(each.framing, sentence))
        words.addItem(column)

    def _number(self, number: str, beside: str, look: tuple[str, str, str]) -> QLayout:
        kind, words, tone = look
        row = self._measure.row(spacing=34)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._measure.text(number, kind, tone), 0, middle)
        row.addWidget(self._measure.text(beside, words), 1, middle)
        return row


def _named(each: EstimateView) -> str:
    """Give the title of an estimate, and whose it is when it is that of another option."""
    if not each.owner:
        return each.title
    return say("{title} ({option})", title=each.title, option=each.owner)


def _people(each: EstimateView, measure: Measure, width: float) -> QLayout:
    """The people, and where some are hatched, what that means."""
    column = measure.column(spacing=20)
    crowd = measure.crowd(width)
    crowd.show_people(
        filled=each.filled,
        maybe=each.maybe,
        out_of=each.out_of,
        kind=each.kind,
        words=each.picture,
    )
    column.addWidget(crowd, 1)
    if each.maybe_words:
        words = say("Hatched: {words}", words=each.maybe_words)
        legend = measure.text(words, "meta", "ink2")
        legend.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(legend)
    return column


def _bar(each: EstimateView, measure: Measure) -> Enlarged:
    bar = Bar()
    row = PairRow(
        label="",
        words="",
        filled=each.filled,
        out_of=each.out_of,
        kind=each.kind,
        number=each.number,
        maybe=each.maybe,
        least=each.least,
    )
    bar.show_bar(row, unit=each.unit, words=each.picture)
    return measure.enlarged(bar)


def _facts(facts: Sequence[Fact], measure: Measure, *, compact: bool) -> QLayout:
    """Give the facts below each other; ``compact`` puts short ones on one line."""
    column = measure.column(spacing=10)
    lines = [[fact] for fact in facts]
    if compact:
        short = [fact for fact in facts if len(fact.said) == 1]
        lines = [[fact] for fact in facts if fact not in short] + [short]
    for line in lines:
        row = measure.row(spacing=30)
        for fact in line:
            label = measure.text(fact.label, "meta", "ink2")
            if fact is line[0]:
                label.setMinimumWidth(measure.px(NAMES))
            row.addWidget(label, 0, TOP)
            row.addLayout(_cell(fact, measure), 1)
        column.addLayout(row)
    return column


def _cell(fact: Fact, measure: Measure) -> QLayout:
    cell = measure.column(spacing=4)
    for said in fact.said:
        words = ": ".join(filter(None, (said.of and f"**{said.of}**", said.text)))
        if words:
            cell.addWidget(measure.text(words, "meta"))
        if said.level:
            cell.addWidget(measure.sure(said.level), 0, Qt.AlignmentFlag.AlignLeading)
    return cell


def _parts(parts: Sequence[PlainPart], measure: Measure) -> QLayout:
    """Give the parts below each other, many of them in two columns that are about as long."""
    lengths = [len("".join(part.sentences)) + 60 for part in parts]
    break_at = len(parts)
    if len(parts) >= BESIDE_FROM:
        break_at = min(range(1, len(parts)), key=lambda n: abs(sum(lengths[:n]) - sum(lengths[n:])))
    both = measure.row(spacing=72)
    for group in filter(None, (parts[:break_at], parts[break_at:])):
        column = measure.column(spacing=26)
        for part in group:
            column.addLayout(_part(part, measure))
        column.addStretch(1)
        both.addLayout(column, 1)
    return both


def _beside(part: PlainPart, measure: Measure) -> QLayout:
    """Give what is said of numbers before they are shown."""
    row = measure.row(spacing=16)
    if part.mark:
        row.addWidget(measure.mark(part.mark, 34), 0, TOP)
    row.addWidget(measure.text(" ".join(part.sentences), "meta"), 1)
    return row


def _part(part: PlainPart, measure: Measure) -> QLayout:
    column = measure.column(spacing=6)
    head = measure.row(spacing=16)
    if part.mark:
        head.addWidget(measure.mark(part.mark, 44), 0, TOP)
    if part.heading:
        head.addWidget(measure.text(f"**{part.heading}**", "option"), 1)
    column.addLayout(head)
    for sentence in part.sentences:
        column.addWidget(measure.text(sentence, "sentence"))
    return column
