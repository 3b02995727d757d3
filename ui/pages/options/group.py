"""The options of one group: rows to tick, each with its rules; the less usual ones fold away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.options import OptionGroup, OptionRow, RuleLine
from spinecounsel.wording import say, say_count
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.check_row import CheckRow
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.field import ProblemLine
from ui.widgets.shown import show_if, was_hidden
from ui.widgets.text import Heading, Text


class OptionsGroup(QWidget):
    """Shows a group.

    ``toggled(id, chosen)`` when an option is ticked, ``all_usual_asked(group)``.
    """

    toggled = Signal(str, bool)
    all_usual_asked = Signal(str)

    def __init__(self, view: OptionGroup) -> None:
        super().__init__()
        self._view = view
        self._open = False
        self._remark = Text("", "body", "ink2")
        self._usual = Button(say("Choose them"), "link", small=True)
        self._usual.setObjectName(f"options.usual.{view.id}")
        self._usual.clicked.connect(self._on_usual)
        self._more = Button("", "quiet", icon="down", small=True)
        self._more.setObjectName(f"options.more.{view.id}")
        self._more.clicked.connect(self._on_more)
        self._rows = {row.id: _OptionLine(row) for row in view.rows}
        self._lay_out(view)
        theme().themed.connect(self._on_themed)
        self._on_themed()
        self.show_group(view)

    def show_group(self, view: OptionGroup) -> None:
        """Show what is chosen; no row is made anew."""
        self._view = view
        self._remark.setText(view.remark)
        self._remark.setVisible(bool(view.remark))  # empty, it would take a line of large text
        self._usual.setVisible(bool(view.unchosen))
        self._usual.setAccessibleName(
            say("Choose all that are usual here: {group}", group=view.title)
        )
        for row in view.rows:
            self._rows[row.id].show_row(row)
        self._show_fold()

    def first(self) -> QWidget:
        """Give the first row, for the focus."""
        return next(row.check for row in self._rows.values() if not was_hidden(row))

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        rows = [stop for row in self._rows.values() for stop in (row.check, row.check.link)]
        return [self._usual, *rows, self._more]

    def _lay_out(self, view: OptionGroup) -> None:
        self._head = QBoxLayout(SIDE_BY_SIDE)
        self._head.addWidget(Heading(view.title))
        self._head.addWidget(self._remark, 1)
        self._head.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeading)
        card = Card(pad=0, spacing=0)
        for row in self._rows.values():
            row.toggled.connect(self._on_toggled)
            card.add(row)
        self._more_part = QWidget()
        more = QVBoxLayout(self._more_part)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(0)
        more.addWidget(Rule())
        inset = QVBoxLayout()
        inset.setContentsMargins(8, 6, 8, 6)
        inset.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        more.addLayout(inset)
        card.add(self._more_part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s") - 2)
        column.addLayout(self._head)
        column.addWidget(card)

    def _show_fold(self) -> None:
        folded = [row for row in self._view.rows if row.folded and not row.chosen]
        away = set() if self._open else {row.id for row in folded}
        shown = [line for ident, line in self._rows.items() if ident not in away]
        for ident, line in self._rows.items():
            show_if(line, shown=ident not in away)
        for place, line in enumerate(shown):
            show_if(line.rule, shown=bool(place))
        words = say_count(
            "{n} more in this group: not usual here, with the reason",
            "{n} more in this group: not usual here, with the reason",
            len(folded),
        )
        self._more.setText(say("Fold away what is not usual here") if self._open else words)
        self._more.set_icon("up" if self._open else "down")
        self._more_part.setVisible(bool(folded))

    def _on_more(self) -> None:
        self._open = not self._open
        self._show_fold()

    def _on_usual(self) -> None:
        self.all_usual_asked.emit(self._view.id)

    def _on_toggled(self, ident: str, chosen: bool) -> None:  # noqa: FBT001 - a Qt slot
        # A row that is taken back stays where the hand and the focus are.
        self._open = self._open or (not chosen and self._rows[ident].folds)
        self.toggled.emit(ident, chosen)

    def _on_themed(self) -> None:
        large = theme().large_text
        self._head.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._head.setStretch(1, 0 if large else 1)
        self._head.setSpacing(0 if large else theme().px("m"))


class _OptionLine(QWidget):
    """One option: the row to tick, and below it the rules with their sources, when asked for.

    What most rows never show is made when it is shown first.
    """

    toggled = Signal(str, bool)

    def __init__(self, view: OptionRow) -> None:
        super().__init__()
        self._id = view.id
        self._rules: tuple[RuleLine, ...] = ()
        self._rules_shown: tuple[RuleLine, ...] = ()
        self.folds = view.folded
        self.rule = Rule()
        self.check = CheckRow(view.name, view.sentence, link=view.link)
        self.check.setObjectName(f"options.check.{view.id}")
        self.check.clicked.connect(self._on_clicked)
        self.check.link.setObjectName(f"options.source.{view.id}")
        self.check.link_opened.connect(self._on_link)
        self._company: ProblemLine | None = None
        self._sources = QWidget()
        self._column = QVBoxLayout(self._sources)
        self._column.setSpacing(2)
        self._sources.hide()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        for widget in (self.rule, self.check, self._sources):
            self._lines.addWidget(widget)

    def show_row(self, view: OptionRow) -> None:
        """Show whether it is chosen, usual or not, and why."""
        self.folds = view.folded
        self.check.show_words(view.name, view.sentence)
        self.check.show_link(view.link)
        self.check.show_tag(view.mark, view.tag, "ink" if view.mark == "usual" else "ink2")
        self.check.setChecked(view.chosen)
        self._show_company(view.company)
        self.check.link.setAccessibleName(
            say("Who says so, for {name}: {words}", name=view.name, words=view.link)
        )
        self._rules = view.rules
        if not self._sources.isHidden():
            self._show_rules()

    def _show_company(self, words: str) -> None:
        if self._company is None:
            if not words:
                return
            self._company = ProblemLine()
            self._lines.insertWidget(2, self._company)
        left = self.check.row.contentsMargins().left()
        self._company.setContentsMargins(left, 0, 18, 12)
        self._company.show_words(words)

    def _show_rules(self) -> None:
        if self._rules_shown == self._rules:
            return
        self._rules_shown = self._rules
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for line in self._rules_shown:
            self._column.addWidget(Text(line.reason, "body_strong"))
            source = Text(line.source, "body", "ink2")
            source.setContentsMargins(0, 0, 0, 6)
            self._column.addWidget(source)
        if not self._rules_shown:
            self._sources.hide()

    def _on_link(self) -> None:
        self._show_rules()
        left = self.check.row.contentsMargins().left()
        self._column.setContentsMargins(left, 0, 18, 12)
        self._sources.setVisible(self._sources.isHidden())

    def _on_clicked(self) -> None:
        self.toggled.emit(self._id, self.check.isChecked())
