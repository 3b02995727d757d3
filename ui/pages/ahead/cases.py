"""Best case, most likely, worst case: the sketch on one side, the stories on the other."""

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.record.ahead import Cases, SketchMark, SketchRow, Story, StoryLine
from spinecounsel.wording import say
from ui.pages.ahead.line import LinePanel, WhereFrom
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule, column, row
from ui.widgets.certainty import Certainty
from ui.widgets.columns import Columns
from ui.widgets.icons import KindMark
from ui.widgets.sketch import Mark, Sketch
from ui.widgets.slices import Slices
from ui.widgets.tabbing import tab_through
from ui.widgets.text import Heading, Text

PAD = 20
SHARES = (5, 6)  # of the width: sketch and stories
LINES_AT_ONCE = 10  # more than a window shows
STORY_MARKS = {"best": "best_case", "likely": "likely_case", "worst": "worst_case"}


class CasesPanel(QWidget):
    """Shows the cases of one option; ``asked(key)`` for the card of a topic."""

    asked = Signal(str)

    def __init__(self, view: Cases, *, details: bool) -> None:
        super().__init__()
        self._view, self._details, self._made = view, details, 0
        whole = column(self, spacing=theme().px("l"))
        if view.rows:
            whole.addWidget(Text(view.caution, "lead"))
        self._told = view.stories if view.rows else _with_lines(view.stories)
        self._above: QWidget | None = None
        first, second = self._first, self._second = self._sides()
        whole.addWidget(Columns([first, second], SHARES) if second else Columns([first], (1,)))
        self._rest = Slices(self)
        self._rest.take(self._steps(), until=self._fills_window)

    def follow(self, above: QWidget) -> None:
        """Let Tab come here after ``above``, and go as one reads.

        Side by side, the stories begin higher than what stands below the sketch.
        """
        self._above = above
        sides = (self._first, self._second) if theme().large_text else (self._second, self._first)
        tab_through(above, *sides[0], *sides[1])

    def _sides(self) -> tuple[list[QWidget], list[QWidget]]:
        """Make what is filled line by line: the sketch, the stories, and what comes below."""
        view = self._view
        first: list[QWidget] = []
        second: list[QWidget] = []
        if view.rows:
            self._sketch = Card(pad=PAD, spacing=theme().px("m"))
            first.append(self._sketch)
        else:
            first.append(_nothing(view.nothing))
        if self._told:
            self._stories = Card(pad=PAD, spacing=theme().px("s"))
            second.append(self._stories)
        if view.also or view.not_known or view.shut:
            self._more = QWidget()
            column(self._more, spacing=theme().px("l"))
            (first if view.rows or not second else second).append(self._more)
        return first, second

    def _fills_window(self) -> bool:
        return self._made >= LINES_AT_ONCE

    def _steps(self) -> Iterator[None]:
        """Make one line after the other, on both sides by turns."""
        sides = (self._sketch_steps(), self._story_steps())
        for _ in chain.from_iterable(zip_longest(*sides)):
            self._made += 1
            yield
        yield from self._more_steps()
        if self._above is not None:
            self.follow(self._above)

    def _sketch_steps(self) -> Iterator[None]:
        if not self._view.rows:
            return
        card = self._sketch
        card.add(Heading(say("The sketch")))
        how = say(
            "Each line stands alone and has its own people. "
            "The oval shows for how many it went well."
        )
        card.add(Text(how, "body", "ink2"))
        card.column.addLayout(_ends())
        for each in self._view.rows:
            card.add(Rule())
            card.add(self._row(each))
            yield

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

    def _story_steps(self) -> Iterator[None]:
        for place, story in enumerate(self._told):
            if place:
                self._stories.column.addSpacing(theme().px("s"))
                self._stories.add(Rule())
                self._stories.column.addSpacing(theme().px("s"))
            head = row(spacing=theme().px("m"))
            mark = KindMark(STORY_MARKS[story.kind], size=30)
            head.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Text(story.title, "card_title"))
            words.addWidget(Text(story.words, "body", "ink2"))
            head.addLayout(words, 1)
            self._stories.column.addLayout(head)
            for n, line in enumerate(story.lines):
                self._stories.add(self._line(line, story.title, f"ahead.from.{story.kind}.{n}"))
                yield

    def _line(self, line: StoryLine, story: str, ident: str) -> LinePanel:
        about = ", ".join(filter(None, (story, line.topic)))
        panel = LinePanel(line.key, line.title, line.kind, about=about, ident=ident)
        panel.add_parts(line.parts)
        panel.asked.connect(self.asked)
        return panel

    def _more_steps(self) -> Iterator[None]:
        view = self._view
        if view.also:
            card = self._card(Heading(say("Also counted")))
            how = say("These numbers show one side only. So they are in no story.")
            card.add(Text(how, "body", "ink2"))
            for n, line in enumerate(view.also):
                card.add(self._line(line, "", f"ahead.from.also.{n}"))
                yield
        if view.not_known:
            card = self._card(KindMark("not_known", size=24), Heading(say("Not known")))
            for n, (key, title) in enumerate(view.not_known):
                told = row(spacing=theme().px("s"))
                told.addWidget(Text(title, "row"), 1, Qt.AlignmentFlag.AlignVCenter)
                button = WhereFrom(key, title, ident=f"ahead.from.not_known.{n}", known=False)
                button.asked.connect(self.asked)
                told.addWidget(button)
                card.column.addLayout(told)
                yield
        if view.shut:
            self._put(_shut(view.shut))

    def _card(self, *head: QWidget) -> Card:
        """Put another card below, with its head."""
        card = Card(pad=PAD, spacing=theme().px("s"))
        line = row(spacing=theme().px("s"))
        for part in head[:-1]:
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(head[-1], 1)
        card.column.addLayout(line)
        self._put(card)
        return card

    def _put(self, widget: QWidget) -> None:
        below = self._more.layout()
        assert below is not None  # noqa: S101 - made with it
        below.addWidget(widget)


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
