"""What may lie ahead with one option: best and worst case, and its days and weeks."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.record.ahead import Cases, Days
from spinecounsel.viewing.ahead import AheadView
from spinecounsel.wording import say
from ui.pages.ahead.cases import CasesPanel
from ui.pages.ahead.days import DaysPanel
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.laying import appear
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.segments import Segments
from ui.widgets.tabbing import tab_through
from ui.widgets.text import Heading, PageTitle, Text
from ui.widgets.wrapping import Wrapping

_Key = tuple[str, str, bool]  # option, way of looking, whether it says who was studied


class _Kept(NamedTuple):
    """A panel that was made, and what it shows."""

    view: Cases | Days
    panel: CasesPanel | DaysPanel


class AheadPage(Page):
    """Shows one option at a time, in one of two ways.

    ``option_picked(id)`` and ``view_picked("cases" or "days")`` ask for another; ``topic_asked``
    carries the key of a topic whose card is wanted, ``options_asked`` when none is chosen yet.
    """

    option_picked = Signal(str)
    view_picked = Signal(str)
    topic_asked = Signal(str)
    options_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ahead")
        self._view: AheadView | None = None
        self._panels: dict[_Key, _Kept] = {}
        self._chips: dict[str, Button] = {}
        ways = (("cases", say("Best and worst case")), ("days", say("Days and weeks")))
        self._ways = Segments(ways, name=say("What to look at"))
        for key, _ in ways:
            self._ways.button(key).setObjectName(f"ahead.view.{key}")
        self._ways.chosen.connect(self.view_picked)
        self._details = Button(say("Who was studied"), "secondary", icon="doc", small=True)
        self._details.setObjectName("ahead.details")
        self._details.setCheckable(True)
        self._details.setChecked(True)  # a number is never without its people
        self._details.toggled.connect(self._on_details)
        self._name = Heading("", "card_title")
        self._nothing = Text(say("Choose an option first. Then you can look ahead here."), "cell")
        self._to_options = Button(say("Go to the options"), "secondary")
        self._to_options.setObjectName("ahead.to_options")
        self._to_options.clicked.connect(self.options_asked)
        self._red_flag = Notice()
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: AheadView) -> None:
        """Show the option; what is shown stays as it is where it is the same."""
        turned = self._view is None or (view.option, view.looking) != (
            self._view.option,
            self._view.looking,
        )
        self._view = view
        self._show_chips(view)
        self._ways.show_chosen(str(view.looking))
        self._name.setText(view.name)
        empty = not view.option
        self._nothing.setVisible(empty)
        self._to_options.setVisible(empty)
        for widget in (self._ways, self._details, self._options):
            widget.setVisible(not empty)
        self._show_panel()
        self._red_flag.show_sentence(view.red_flag)
        if turned:
            self._scroll.verticalScrollBar().setValue(0)

    def initial_focus(self) -> QWidget:
        """Give the option that is shown."""
        if self._view is not None and self._view.option in self._chips:
            return self._chips[self._view.option]
        return self._to_options

    def _lay_out(self) -> None:
        self._head = QBoxLayout(SIDE_BY_SIDE)
        self._head.setContentsMargins(6, 0, 6, 0)
        self._head.setSpacing(theme().px("m"))
        self._head.addWidget(PageTitle(say("What may lie ahead")), 1)
        controls = QWidget()
        self._controls = Wrapping(controls, spacing=theme().px("m"))
        for widget in (self._ways, self._details):
            self._controls.addWidget(widget)
        self._head.addWidget(controls)
        self._options = QWidget()
        self._options.setAccessibleName(say("Options"))
        self._row = Wrapping(self._options)
        self._scroll, ground = Scroll(), QWidget()
        self._inside = QVBoxLayout(ground)
        self._inside.setContentsMargins(6, 6, 14, 24)
        self._inside.setSpacing(theme().px("m"))
        leading = Qt.AlignmentFlag.AlignLeading
        self._inside.addWidget(self._name)
        self._inside.addWidget(self._nothing)
        self._inside.addWidget(self._to_options, 0, leading)
        self._told = QVBoxLayout()
        self._inside.addLayout(self._told)
        self._inside.addWidget(self._red_flag)
        self._inside.addStretch(1)
        self._scroll.setWidget(ground)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(26, 16, 26, 0)
        self._outer.setSpacing(theme().px("m"))
        self._outer.addLayout(self._head)
        self._outer.addWidget(self._scroll, 1)

    def _show_chips(self, view: AheadView) -> None:
        if tuple(self._chips) != tuple(ident for ident, _ in view.options):
            self._make_chips(view)
        for ident, chip in self._chips.items():
            chip.setChecked(ident == view.option)

    def _make_chips(self, view: AheadView) -> None:
        """Make them anew; the focus stays on its option, or goes to the one that is shown."""
        focused = next((each for each, chip in self._chips.items() if chip.hasFocus()), None)
        old = self._chips
        self._chips = {ident: self._chip(ident, name) for ident, name in view.options}
        self._order()
        if focused is not None:
            there = self._chips.get(focused, self.initial_focus())
            there.show()  # at once, so that the focus can go there
            there.setFocus(Qt.FocusReason.OtherFocusReason)
        for chip in old.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()

    def _chip(self, ident: str, name: str) -> Button:
        chip = Button(name, "chip", name=say("Option: {name}", name=name))
        chip.set_icon("", when_checked="check")
        chip.setObjectName(f"ahead.option.{ident}")
        chip.setProperty("key", ident)
        chip.setCheckable(True)
        chip.clicked.connect(self._on_chip)
        self._row.addWidget(chip)
        return chip

    def _order(self) -> None:
        """Let Tab go through the options before what they show."""
        tab_through(self._details, *self._chips.values())
        for kept in self._panels.values():
            kept.panel.follow(self._options)

    def _on_chip(self) -> None:
        key = str(self.sender().property("key"))
        self._chips[key].setChecked(True)
        self.option_picked.emit(key)

    def _show_panel(self) -> None:
        """Show the panel of what is looked at; it is made anew only where it tells other things."""
        if self._view is None:
            return
        shown = self._view.cases or self._view.days
        wanted = (self._view.option, str(self._view.looking), self._details.isChecked())
        chosen = {ident for ident, _ in self._view.options}
        for key, kept in list(self._panels.items()):
            if key[0] not in chosen or (key == wanted and kept.view != shown):
                self._throw_away(key)
            elif key != wanted:
                kept.panel.hide()
        if shown is not None and wanted not in self._panels:
            self._panels[wanted] = _Kept(shown, self._made(shown))
        if wanted in self._panels:
            appear(self._panels[wanted].panel, self._told.geometry().width())

    def _made(self, shown: Cases | Days) -> CasesPanel | DaysPanel:
        details = self._details.isChecked()
        panel = (
            CasesPanel(shown, details=details)
            if isinstance(shown, Cases)
            else DaysPanel(shown, details=details)
        )
        panel.asked.connect(self.topic_asked)
        self._told.addWidget(panel)
        panel.follow(self._options)
        return panel

    def _throw_away(self, key: _Key) -> None:
        panel = self._panels.pop(key).panel
        self._told.removeWidget(panel)
        panel.hide()
        panel.deleteLater()

    def _on_details(self, _on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._show_panel()

    def _on_themed(self) -> None:
        """Fold the head and let the options scroll away with what they show in large text."""
        large = theme().large_text
        self._head.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._head.setStretch(0, 0 if large else 1)
        focused = QApplication.focusWidget()
        if large:
            self._inside.insertWidget(0, self._options)
        else:
            self._outer.insertWidget(1, self._options)
        if focused is not None and self._options.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)  # another parent took it away
        for key in list(self._panels):
            self._throw_away(key)
        self._show_panel()
