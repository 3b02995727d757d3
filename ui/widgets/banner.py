"""The banner on top: whose page it is, text size, colours, lock."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.icons import KindMark
from ui.widgets.identity import SIDE, BannerFact, Identity
from ui.widgets.laying import laid_out_once
from ui.widgets.look import Look
from ui.widgets.text import Text

WHO = "body_strong"  # the type of the button with the clinician's name
TO_LIBRARY, _TURN, SCREEN = range(3)  # places in the menu: Qt for Python may lose an action it gave


class Folded(IntEnum):
    """What stands in the menu instead of in the banner."""

    NOTHING = 0
    BUTTONS = 1
    LOOK = 2  # the colours and the help too


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
        self._person = Identity()
        self._whose = ""
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
        self.look = _FoldingLook("frame")
        self._menu = self._make_menu()
        self._more = Button("", "icon", icon="list", name=say("More"))
        self._more.setObjectName("frame.menu")
        self._more.clicked.connect(self._on_more)
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
        self._whose = who
        self._who.setToolTip(who)
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
        self._menu.actions()[SCREEN].setChecked(on)

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
                button.setVisible(part is self._house and bool(self._whose))
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
        of_person = self._person.isVisibleTo(self)
        fits = self._person_fits if of_person else self._house_fits
        steps = (each for each in Folded if each is Folded.LOOK or fits(self._room(each), each))
        folded = next(steps)
        for button in (self._library, self._turn, self._patient):
            shown = button is not self._library or self._has_library
            button.setVisible(shown and not folded)
        self._more.setVisible(bool(folded))
        self._menu.actions()[TO_LIBRARY].setVisible(self._has_library)
        self.look.fold(folded=folded is Folded.LOOK)
        room = self._room(folded)
        if of_person:
            self._person.fold(room)
        else:
            self._fold_house(room)

    def _room(self, folded: Folded) -> int:
        """Give the width that the buttons leave, with so much of them in the menu."""
        buttons = (self._more,) if folded else (self._library, self._turn, self._patient)
        gaps = theme().px("m") + theme().px("xs")
        taken = self._wide(*buttons, self._lock) + self.look.width_of(folded) + gaps
        return self.width() - 2 * SIDE - taken

    def _person_fits(self, room: int, folded: Folded) -> bool:
        """Tell whether who it is about is whole and low."""
        return self._person.fits(room, tight=bool(folded))

    def _house_fits(self, room: int, folded: Folded) -> bool:
        """Tell whether who is signed in is whole, and beside a full row of buttons all else."""
        return self._house.least_width(named=not folded) + self._beside_house() <= room

    def _fold_house(self, room: int) -> None:
        """Let the program's name give way first, then shorten that of who is signed in."""
        self._house.fold(room - self._beside_house())
        name = room - self._house.least_width(named=False) - self._beside_house(named=False)
        measure, end = theme().metrics(WHO), Qt.TextElideMode.ElideRight
        placed = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        self._who.setText(measure.elidedText(self._whose, end, name) if placed else self._whose)

    def _beside_house(self, *, named: bool = True) -> int:
        """Give the width of what stands beside the program's name; ``named`` with a whole name."""
        if not self._whose:
            return 0
        measure = theme().metrics(WHO)
        frame = self._who.sizeHint().width() - measure.horizontalAdvance(self._who.text())
        words = measure.horizontalAdvance(self._whose) if named else 0
        return round(frame + words + 1) + theme().px("m") + self._wide(self._vault)

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
        menu.actions()[SCREEN].setCheckable(True)
        for other in self.look.menus():
            menu.addMenu(other)
        return menu

    def _on_more(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def _on_themed(self) -> None:
        self.setMinimumHeight(theme().px("size.banner"))
        self._fold()


class _FoldingLook(Look):
    """Text size and colours, of which all but the text size can stand in a menu."""

    def menus(self) -> tuple[QMenu, QMenu]:
        """Give the menus of colours and of help, to stand in another menu when it is folded."""
        self._menu.setTitle(say("Colours"))
        self._menu.aboutToShow.connect(self._mark_scheme)
        self._help_menu.setTitle(say("Help"))
        return self._menu, self._help_menu

    def fold(self, *, folded: bool) -> None:
        """Leave the buttons of the menus out, or show them."""
        for button, menu in ((self._scheme, self._menu), (self._help, self._help_menu)):
            button.setVisible(not folded)
            menu.menuAction().setVisible(folded)

    def width_of(self, folded: Folded) -> int:
        """Give the width that it takes, with so much in the menu."""
        size = self._now.parentWidget()
        shown = [size] if folded is Folded.LOOK else [size, self._scheme, self._help]
        widths = [each.sizeHint().width() for each in shown if each is not None]
        return sum(widths) + theme().px("m") * (len(widths) - 1)

    def _mark_scheme(self) -> None:
        for action in self._menu.actions():
            action.setChecked(action.data() == theme().scheme)


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
        """Show the name where there is room; below it the clinic, in two lines of plain text."""
        named = self.least_width() <= room
        self._name.setVisible(named)
        width = room - self._before()
        two_lines = 2.5 * theme().line_height("label")
        shown = named and bool(self._clinic.text()) and not theme().large_text
        self._clinic.setVisible(shown and self._clinic.heightForWidth(width) < two_lines)

    def _before(self) -> int:
        return 16 + self._mark.sizeHint().width() + 14

    def least_width(self, *, named: bool = True) -> int:
        """Give the width of the mark, and ``named`` that of the name in one line."""
        name = theme().metrics("heading").horizontalAdvance(self._name.text()) if named else 0
        return self._before() + round(name) + SIDE
