"""Whether the patient can decide, and who decides for them where they cannot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.person import CapacityView, PersonView, RepresentativeView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.field import LineField, NoteField
from ui.widgets.question import SegmentQuestion
from ui.widgets.tabbing import tab_through
from ui.widgets.text import Heading, Text


class CapacityCard(Card):
    """Shows capacity and the representative.

    ``answered(field, key)`` with ``way`` or one of the four parts, ``noted(text)``;
    ``representative_added()``, ``representative_removed()``,
    ``representative_written(field, text)``.
    """

    answered = Signal(str, str)
    noted = Signal(str)
    representative_added = Signal()
    representative_removed = Signal()
    representative_written = Signal(str, str)

    def __init__(self, view: PersonView) -> None:
        super().__init__(pad=20, spacing=12)
        self._way = SegmentQuestion(view.capacity.way, place="person.capacity")
        self._way.answered.connect(self.answered)
        self._sentence = Text("", "body", "ink2")
        self._parts: dict[str, SegmentQuestion] = {}
        self._note = NoteField(say("How it was assessed"), "person.capacity.note", lines=2)
        self._note.written.connect(self.noted)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px("s"))
        self._column.addWidget(self._note)
        self._who = _RepresentativePart()
        self._who.added.connect(self.representative_added)
        self._who.removed.connect(self.representative_removed)
        self._who.written.connect(self.representative_written)
        way = QWidget()
        column = QVBoxLayout(way)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("m"))
        for widget in (self._way, self._inside, self._sentence):
            column.addWidget(widget)
        self.add(Columns([[way], [self._who]], spacing=40))

    def show_view(self, view: PersonView) -> None:
        """Show answers, note, and the representative."""
        self._show_capacity(view.capacity)
        self._who.show_view(view.representative)

    def _show_capacity(self, view: CapacityView) -> None:
        self._way.show_view(view.way)
        self._sentence.setText(view.sentence)
        above = self._way
        for place, part in enumerate(view.parts):
            if part.field not in self._parts:
                made = SegmentQuestion(part, place="person.capacity", beside=True)
                made.answered.connect(self.answered)
                self._parts[part.field] = made
                self._column.insertWidget(place, made)
                tab_through(above, made)
            above = self._parts[part.field]
            above.show_view(part)
        self._note.show_words(view.note)
        self._inside.setVisible(bool(view.parts))


class _RepresentativePart(QWidget):
    added = Signal()
    removed = Signal()
    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Text("", "body", "ink2")
        self._name = LineField(say("Name of the representative"), "person.representative.name")
        self._relation = LineField(say("Relation to the patient"), "person.representative.relation")
        self._authority = LineField(
            say("By what right"),
            "person.representative.authority",
            hint=say("Power of attorney, guardian, court"),
        )
        self._add = Button(say("Somebody decides for the patient"), icon="plus", small=True)
        self._add.setObjectName("person.representative.add")
        self._add.clicked.connect(self._on_added)
        self._remove = Button(say("Remove the representative"), "quiet", icon="remove", small=True)
        self._remove.setObjectName("person.representative.remove")
        self._remove.clicked.connect(self.removed)
        self._name.written.connect(self._on_name)
        self._relation.written.connect(self._on_relation)
        self._authority.written.connect(self._on_authority)
        self._fields = QWidget()
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px("s"))
        for field in (self._name, self._relation, self._authority):
            inside.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(Heading(say("Representative"), "strong"))
        column.addWidget(self._sentence)
        column.addWidget(self._fields)
        for button in (self._add, self._remove):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._asked = False

    def show_view(self, view: RepresentativeView) -> None:
        """Show the fields where somebody decides for the patient, else the button for them."""
        self._sentence.setText(view.sentence)
        self._sentence.setVisible(bool(view.sentence))
        self._fields.setVisible(view.asked)
        self._add.setVisible(not view.asked)
        self._remove.setVisible(view.may_remove)
        self._name.show_words(view.name.text, view.name.problem)
        self._relation.show_words(view.relation)
        self._authority.show_words(view.authority)
        if self._asked and view.asked:
            self._asked = False
            self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self) -> None:
        self._asked = True
        self.added.emit()

    def _on_name(self, text: str) -> None:
        self.written.emit("name", text)

    def _on_relation(self, text: str) -> None:
        self.written.emit("relation", text)

    def _on_authority(self, text: str) -> None:
        self.written.emit("authority", text)
