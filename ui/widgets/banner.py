"""The banner on top: whose page it is, text size, colours, lock."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.icons import KindMark
from ui.widgets.laying import laid_out_once
from ui.widgets.look import Look
from ui.widgets.text import Text

SIDE = 24  # px, left and right


class BannerFact(NamedTuple):
    """A fact with its name; only ``main`` ones stay when text is large."""

    label: str
    text: str
    main: bool


class Banner(QFrame):
    """Shows the program's name, or a person with facts that keep people apart.

    ``lock_asked``, ``library_asked``, ``clinician_asked``, ``vault_asked``; ``turn_asked`` for the
    patient's view in place of the console, ``patient_screen_asked`` for that on a screen of its
    own; ``look`` has those of text size and colours.
    """

    lock_asked = Signal()
    library_asked = Signal()
    clinician_asked = Signal()
    vault_asked = Signal()
    turn_asked = Signal()
    patient_screen_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frame.banner")
        self.setProperty("kind", "banner")
        self._has_library = False
        self._house = _House()
        self._person = _Person()
        self._who = Button("", "quiet", icon="person", small=True)
        self._who.setObjectName("frame.clinician")
        self._who.clicked.connect(self.clinician_asked)
        self._vault = Button("", "icon", icon="key", name=say("The vault"))
        self._vault.setObjectName("frame.vault")
        self._vault.clicked.connect(self.vault_asked)
        self._library = Button("", "icon", icon="home", name=say("All consultations"))
        self._library.setObjectName("frame.library")
        self._library.clicked.connect(self.library_asked)
        self._turn = Button("", "icon", icon="eye", name=say("Turn to the patient (F9)"))
        self._turn.setObjectName("frame.turn")
        self._turn.clicked.connect(self.turn_asked)
        self._patient = Button("", "icon", icon="screen", name=say("Patient's screen"))
        self._patient.setObjectName("frame.patient_screen")
        self._patient.setCheckable(True)
        self._patient.clicked.connect(self.patient_screen_asked)
        self._menu = self._make_menu()
        self._more = Button("", "icon", icon="list", name=say("More"))
        self._more.setObjectName("frame.menu")
        self._more.clicked.connect(self._on_more)
        self.look = Look("frame")
        self._lock = Button("", "icon", icon="lock", name=say("Lock"))
        self._lock.setObjectName("frame.lock")
        self._lock.clicked.connect(self.lock_asked)
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()
        self.show_house("", library=False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 8, SIDE, 8)
        row.setSpacing(theme().px("m"))
        row.addWidget(self._house, 1)
        row.addWidget(self._person, 1)
        row.addWidget(self._who)
        row.addWidget(self._vault)
        row.addSpacing(theme().px("xs"))
        for button in (self._library, self._turn, self._patient, self._more, self.look):
            row.addWidget(button)
        row.addWidget(self._lock)

    def show_house(self, who: str, *, library: bool) -> None:
        """Show the program's name and who is signed in; ``library`` offers the way there."""
        self._who.setText(who)
        self._who.setAccessibleName(say("{name}: change who is signing in", name=who))
        self._show_part(self._house, library=library)
        self.setAccessibleName(say("SpineCounsel"))

    def show_clinic(self, name: str) -> None:
        """Show in whose house the program runs, beside its own name; empty for nothing."""
        self._house.show_clinic(name)
        self._fold()

    def show_person(self, name: str, facts: Sequence[BannerFact]) -> None:
        """Show a person; the facts are made anew only when there are others."""
        self._person.show_person(name, facts)
        self._show_part(self._person, library=True)
        self.setAccessibleName(", ".join((name, *(f"{fact.label} {fact.text}" for fact in facts))))

    def show_patient_screen(self, *, on: bool) -> None:
        """Show whether the patient has a screen of their own."""
        self._patient.setChecked(on)
        self._menu.actions()[-1].setChecked(on)

    def forget(self) -> None:
        """Blank whatever was said of people."""
        self._person.show_person("", ())
        self.show_house("", library=False)

    def _show_part(self, part: QWidget, *, library: bool) -> None:
        self._has_library = library
        with laid_out_once(self):
            self._house.setVisible(part is self._house)
            self._person.setVisible(part is self._person)
            for button in (self._who, self._vault):
                button.setVisible(part is self._house and bool(self._who.text()))
            self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold anew when a part has another size, as after a change of text size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the buttons into a menu where a name would lack the room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Who it is about is whole at any size: first the buttons make room, then other facts."""
        buttons = (self._library, self._turn, self._patient)
        of_person = self._person.isVisibleTo(self)
        room = self.width() - 2 * SIDE - self._wide(self.look, self._lock)
        least = self._person.least_width() if of_person else self._house_width()
        folded = least > room - self._wide(*buttons)
        for button in buttons:
            button.setVisible(not folded and (button is not self._library or self._has_library))
        self._more.setVisible(folded)
        self._menu.actions()[0].setVisible(self._has_library)
        beside = self._wide(self._who, self._vault, *((self._more,) if folded else buttons))
        self._house.fold(room - beside)
        self._person.show_main_only(on=self._person.least_width() > room - self._wide(self._more))

    def _house_width(self) -> int:
        """Give the width of the program's name and what stands beside it."""
        return self._house.least_width() + self._wide(self._who, self._vault)

    def _wide(self, *parts: QWidget) -> int:
        """Give what parts take in a row, with the gaps beside them."""
        return sum(each.sizeHint().width() + theme().px("m") for each in parts)

    def _make_menu(self) -> QMenu:
        """Offer what the buttons offer that have no room."""
        menu = QMenu(self)
        for words, signal in (
            (say("All consultations"), self.library_asked),
            (say("Turn to the patient (F9)"), self.turn_asked),
            (say("Patient's screen"), self.patient_screen_asked),
        ):
            menu.addAction(words).triggered.connect(signal)
        menu.actions()[-1].setCheckable(True)
        return menu

    def _on_more(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def _on_themed(self) -> None:
        self.setMinimumHeight(theme().px("size.banner"))
        self._fold()


class _House(QWidget):
    """The mark and the name of the program, and below it that of the clinic."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 0, 0)
        row.setSpacing(14)
        self._mark, self._name = KindMark("brand", size=36), Text(say("SpineCounsel"), "heading")
        self._clinic = Text("", "label", "ink2")
        self._clinic.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._clinic)
        words.addStretch(1)
        row.addWidget(self._mark)
        row.addLayout(words, 1)

    def show_clinic(self, name: str) -> None:
        self._clinic.setText(name)

    def fold(self, room: int) -> None:
        """Show the clinic where two lines in ``room`` px hold its name, and text is not large."""
        width = room - self._before()
        two_lines = 2.5 * theme().line_height("label")
        shown = bool(self._clinic.text()) and width > 0 and not theme().large_text
        self._clinic.setVisible(shown and self._clinic.heightForWidth(width) < two_lines)

    def _before(self) -> int:
        return 16 + self._mark.sizeHint().width() + 14

    def least_width(self) -> int:
        """Give the width in which the name stands in one line."""
        name = self._name.fontMetrics().horizontalAdvance(self._name.text())
        return self._before() + name + SIDE


class _Person(QWidget):
    """A name and facts, side by side; each wraps when there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: tuple[BannerFact, ...] = ()
        self._main_only = False
        self._blocks: list[_Fact] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._name = _Fact(say("Name"), first=True)
        self._row.addWidget(self._name)
        self._row.addStretch(1)
        theme().themed.connect(self._on_themed)

    def show_person(self, name: str, facts: Sequence[BannerFact]) -> None:
        self._name.show_text(name)
        if [fact.label for fact in facts] != [fact.label for fact in self._facts]:
            self._make(facts)
        self._facts = tuple(facts)
        for block, fact in zip(self._blocks, facts, strict=True):
            block.show_text(fact.text)
        self._on_themed()

    def least_width(self) -> int:
        """Give the width in which no word of the name is broken, and no other fact."""
        wanted = zip(self._blocks, self._facts, strict=True)
        lines = (each.line_width() for each, fact in wanted if fact.main or not theme().large_text)
        return self._name.word_width() + sum(lines)

    def show_main_only(self, *, on: bool) -> None:
        """Leave out what does not keep people apart, where there is no room for it."""
        if on != self._main_only:
            self._main_only = on
            self._on_themed()

    def _make(self, facts: Sequence[BannerFact]) -> None:
        for block in self._blocks:
            self._row.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks = [_Fact(fact.label, first=False) for fact in facts]
        for place, block in enumerate(self._blocks, start=1):
            self._row.insertWidget(place, block)

    def _on_themed(self) -> None:
        folded = theme().large_text
        self._name.fold(folded=folded)
        for block, fact in zip(self._blocks, self._facts, strict=True):
            block.fold(folded=folded)
            block.setVisible(fact.main or not (folded or self._main_only))


class _Fact(QWidget):
    """One fact under its name; folded, the name and the line before it are left out."""

    def __init__(self, label: str, *, first: bool) -> None:
        super().__init__()
        self._first = first
        self._rule = Rule(down=True)
        self._label = Text(label, "label", "ink2")
        self._text = Text()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(SIDE)
        self._row.addWidget(self._rule)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(self._label)
        column.addWidget(self._text)
        column.addStretch(1)
        self._row.addLayout(column, 1)
        self.fold(folded=False)

    def show_text(self, text: str) -> None:
        self._text.setText(text)

    def word_width(self) -> int:
        """Give the width of the longest word, with what stands beside it."""
        return self._wide(max(self._text.text().split(), key=len, default=""))

    def line_width(self) -> int:
        """Give the width of all in one line, with what stands beside it."""
        return self._wide(self._text.text())

    def _wide(self, text: str) -> int:
        width = max(self._text.fontMetrics().horizontalAdvance(text), 1)
        return width + 2 * SIDE + self._rule.sizeHint().width()

    def fold(self, *, folded: bool) -> None:
        self._label.setVisible(not folded)
        self._rule.setVisible(not folded and not self._first)
        plain, name = ("row", "strong") if folded else ("strong", "heading")
        self._text.set_role(name if self._first else plain)
        self._row.setContentsMargins(0, 0, SIDE, 0)
