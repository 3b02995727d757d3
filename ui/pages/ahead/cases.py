"""Best case, most likely, worst case: the sketch on one side, the stories on the other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.ahead_cases import CasesView, SketchMark, SketchRow, Story, StoryLine
from spinecounsel.wording import say
from ui.pages.ahead.line import LinePanel, WhereFrom
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule, column, row
from ui.widgets.certainty import Certainty
from ui.widgets.columns import Columns
from ui.widgets.icons import KindMark
from ui.widgets.sketch import Mark, Sketch
from ui.widgets.text import Heading, Text

PAD = 20
SHARES = (5, 6)  # of the width: sketch and stories
STORY_MARKS = {"best": "best_case", "likely": "likely_case", "worst": "worst_case"}


class CasesPanel(QWidget):
    """Shows the cases of one option; ``asked(key)`` for the card of a topic."""

    asked = Signal(str)

    def __init__(self, view: CasesView, *, details: bool) -> None:
        super().__init__()
        self._details = details
        whole = column(self, spacing=theme().px("l"))
        if view.rows:
            whole.addWidget(Text(view.caution, "lead"))
        first: list[QWidget] = []
        second: list[QWidget] = []
        if view.rows:
            first.append(self._sketch(view.rows))
            second.append(self._stories(view.stories))
        else:
            first.append(_nothing(view.nothing))
            second += [self._stories(told)] if (told := _with_lines(view.stories)) else []
        more = self._more(view)
        (first if view.rows or not second else second).extend(more)
        whole.addWidget(Columns([first, second], SHARES) if second else Columns([first], (1,)))

    def _sketch(self, rows: Iterable[SketchRow]) -> QWidget:
        card = Card(pad=PAD, spacing=theme().px("m"))
        card.add(Heading(say("The sketch")))
        how = say(
            "Each line stands alone and has its own people. "
            "The oval shows for how many it went well."
        )
        card.add(Text(how, "body", "ink2"))
        card.column.addLayout(_ends())
        for each in rows:
            card.add(Rule())
            card.add(self._row(each))
        return card

    def _row(self, each: SketchRow) -> QWidget:
        panel = QWidget()
        whole = column(panel, spacing=theme().px("s"))
        head = row(spacing=theme().px("s"))
        head.addWidget(KindMark(each.kind, size=20), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(each.title, "strong"), 1)
        whole.addLayout(head)
        for place, mark in enumerate(each.marks):
            after = each.marks[place + 1].span if place + 1 < len(each.marks) else ""
            again = mark.span == after and not self._details
            whole.addWidget(self._mark(each, mark, span="" if again else mark.span))
        return panel

    def _mark(self, each: SketchRow, mark: SketchMark, *, span: str) -> QWidget:
        panel = QWidget()
        whole = column(panel, spacing=theme().px("xs"))
        for words, role, tone in (
            (mark.heading, "body_strong", "ink2"),
            (mark.name, "body", "ink"),
        ):
            if words:
                whole.addWidget(Text(words, role, tone))
        whole.addWidget(_drawing(each, mark))
        for words in (mark.reach, span, mark.people if self._details else ""):
            if words:
                whole.addWidget(Text(words, "label", "ink2"))
        if self._details:
            certainty = Certainty(disc=10, role="label")
            certainty.show_level(mark.sure)
            whole.addWidget(certainty)
        return panel

    def _stories(self, stories: Iterable[Story]) -> QWidget:
        card = Card(pad=PAD, spacing=theme().px("s"))
        for place, story in enumerate(stories):
            if place:
                card.column.addSpacing(theme().px("s"))
                card.add(Rule())
                card.column.addSpacing(theme().px("s"))
            head = row(spacing=theme().px("m"))
            mark = KindMark(STORY_MARKS[story.kind], size=30)
            head.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Text(story.title, "card_title"))
            words.addWidget(Text(story.words, "body", "ink2"))
            head.addLayout(words, 1)
            card.column.addLayout(head)
            for n, line in enumerate(story.lines):
                card.add(self._line(line, story.title, f"ahead.from.{story.kind}.{n}"))
        return card

    def _line(self, line: StoryLine, story: str, ident: str) -> LinePanel:
        about = ", ".join(filter(None, (story, line.topic)))
        panel = LinePanel(line.key, line.title, line.kind, about=about, ident=ident)
        panel.add_parts(line.parts)
        panel.asked.connect(self.asked)
        return panel

    def _more(self, view: CasesView) -> list[QWidget]:
        found: list[QWidget] = []
        if view.also:
            card = Card(pad=PAD, spacing=theme().px("s"))
            card.add(Heading(say("Also counted")))
            card.add(
                Text(
                    say("These numbers show one side only. So they are in no story."),
                    "body",
                    "ink2",
                )
            )
            for n, line in enumerate(view.also):
                card.add(self._line(line, "", f"ahead.from.also.{n}"))
            found.append(card)
        if view.not_known:
            card = Card(pad=PAD, spacing=theme().px("s"))
            head = row(spacing=theme().px("s"))
            head.addWidget(KindMark("not_known", size=24), 0, Qt.AlignmentFlag.AlignVCenter)
            head.addWidget(Heading(say("Not known")), 1)
            card.column.addLayout(head)
            for n, (key, title) in enumerate(view.not_known):
                told = row(spacing=theme().px("s"))
                told.addWidget(Text(title, "row"), 1, Qt.AlignmentFlag.AlignVCenter)
                button = WhereFrom(key, title, ident=f"ahead.from.not_known.{n}", known=False)
                button.asked.connect(self.asked)
                told.addWidget(button)
                card.column.addLayout(told)
            found.append(card)
        if view.shut:
            found.append(_shut(view.shut))
        return found


def _with_lines(stories: Iterable[Story]) -> list[Story]:
    return [each for each in stories if each.lines]


def _nothing(words: str) -> QWidget:
    card = Card(pad=PAD)
    line = row(spacing=theme().px("m"))
    line.addWidget(KindMark("not_known", size=28), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(words, "cell"), 1)
    card.column.addLayout(line)
    return card


def _shut(words: str) -> QWidget:
    panel = QWidget()
    line = row(panel, spacing=theme().px("s"))
    line.setContentsMargins(PAD, 0, PAD, 0)
    line.addWidget(KindMark("lock", size=20, role="ink2"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(words, "body", "ink2"), 1)
    return panel


def _ends() -> QHBoxLayout:
    """Say what the marks at the ends of each line mean."""
    line = row(spacing=theme().px("s"))
    line.addWidget(KindMark("worst_case", size=20), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(Text(say("well for nobody"), "label", "ink2"))
    line.addStretch(1)
    line.addWidget(Text(say("well for all"), "label", "ink2"))
    line.addWidget(KindMark("best_case", size=20), 0, Qt.AlignmentFlag.AlignVCenter)
    return line


def _drawing(each: SketchRow, mark: SketchMark) -> Sketch:
    drawing = Sketch()
    name = mark.name if mark.name not in {"", each.title} else ""
    about = ", ".join(filter(None, (each.title, mark.heading, name)))
    went = say("It went well for {number}.", number=mark.number)
    drawing.show_mark(
        Mark(mark.well, mark.out_of, mark.low, mark.high, mark.number),
        words=" ".join(filter(None, (f"{about}.", went, mark.reach, mark.span))),
    )
    return drawing
