"""Fields to write in: a name above, and below a remark or what is wrong with what was written."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from spinecounsel.letters import cannot_show, undrawn
from ui.theme.theme import theme
from ui.widgets.icons import KindMark, draw_icon, square
from ui.widgets.text import Text


class ProblemLine(QWidget):
    """A remark, or what is wrong: then with the sign of a warning.  Hides when there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = KindMark("warning", size=20)
        self._words = Text("", "body", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("s"))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def show_words(self, problem: str, remark: str = "") -> None:
        """Show ``problem``, else ``remark``."""
        self._mark.setVisible(bool(problem))
        self._words.set_tone("ink" if problem else "ink2")
        self._words.setText(problem or remark)
        self.setVisible(bool(problem or remark))

    def words(self) -> str:
        """Give what is shown."""
        return self._words.text()


class LettersLine(ProblemLine):
    """Names, at once, what was typed that the paper cannot show.  Hides when there is nothing."""

    def show_of(self, *texts: str) -> None:
        """Show it for ``texts``."""
        self.show_words(cannot_show(undrawn("\n".join(texts))))


class Field(QWidget):
    """A field with its name and its problem.

    ``written`` carries each change that a person makes, ``left`` that they went elsewhere.  What is
    being written is never replaced, and a problem is not shown before the field was left; letters
    that the paper cannot show are named as they are typed.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self, name: str, edit: QWidget, ident: str, *, on_paper: bool = True) -> None:
        """Show ``edit`` under ``name``; what is not ``on_paper`` may hold any letters."""
        super().__init__()
        self.edit = edit
        self._said = ("", "")
        self._on_paper = on_paper
        self._letters: LettersLine | None = None
        self.label = Text(name, "control")
        self._problem: ProblemLine | None = None
        edit.setObjectName(ident)
        edit.setAccessibleName(name)
        self.label.setBuddy(edit)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s") - 2)
        column.addWidget(self.label)
        column.addWidget(edit)
        self.left.connect(self._on_left)
        self.written.connect(self._show_letters)

    def show_words(self, text: str, problem: str = "", remark: str = "") -> None:
        """Show ``text`` unless somebody is writing here, and ``problem`` or ``remark`` below."""
        # Also while another window (a keyboard on the screen) is in front for a moment.
        writing = self.edit.window().focusWidget() is self.edit
        self._said = (problem, remark)
        if not writing and text != self.text():
            self.show_text(text)
        if not (writing and problem and not self.edit.property("state")):
            self._on_left()

    def text(self) -> str:
        """Give what stands in the field."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Put ``text`` into the field; no signal."""
        self._put(text)
        self._show_letters(text)

    def _put(self, text: str) -> None:
        raise NotImplementedError

    def _show_letters(self, text: str) -> None:
        """Name the letters of ``text`` that the paper cannot show; most fields never need to."""
        sentence = cannot_show(undrawn(text)) if self._on_paper else ""
        if self._letters is None:
            if not sentence:
                return
            self._letters = LettersLine()
            self._column.addWidget(self._letters)
        self._letters.show_words(sentence)
        self._describe()

    def _describe(self) -> None:
        """Say to who cannot see it what stands below."""
        below = (line.words() for line in (self._letters, self._problem) if line is not None)
        self.edit.setAccessibleDescription(" ".join(filter(None, below)))

    def _on_left(self) -> None:
        problem, remark = self._said
        if self._problem is None and (problem or remark):
            self._problem = ProblemLine()
            self._column.insertWidget(2, self._problem)
        if self._problem is not None:
            self._problem.show_words(problem, remark)
        self._describe()
        state = "error" if problem else ""
        if (self.edit.property("state") or "") != state:
            self.edit.setProperty("state", state)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)


class LineField(Field):
    """One line."""

    def __init__(self, name: str, ident: str, *, hint: str = "", on_paper: bool = True) -> None:
        self._line = _Line()
        self._line.setPlaceholderText(hint)
        super().__init__(name, self._line, ident, on_paper=on_paper)
        self._line.textEdited.connect(self.written)
        self._line.returnPressed.connect(self.left)
        self._line.left.connect(self.left)

    def text(self) -> str:
        """Give what stands in the field."""
        return self._line.text()

    def _put(self, text: str) -> None:
        self._line.setText(text)
        self._line.setCursorPosition(0)


class _Line(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person left it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class NoteField(Field):
    """Several lines; Tab leaves the field."""

    def __init__(self, name: str, ident: str, *, lines: int = 3) -> None:
        self._note = _Note()
        self._lines = lines
        super().__init__(name, self._note, ident)
        self._note.textChanged.connect(self._on_changed)
        self._note.left.connect(self.left)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def text(self) -> str:
        """Give what stands in the field."""
        return self._note.toPlainText()

    def _put(self, text: str) -> None:
        with QSignalBlocker(self._note):
            self._note.setPlainText(text)

    def _on_changed(self) -> None:
        self.written.emit(self._note.toPlainText())

    def _on_themed(self) -> None:
        self._note.setFixedHeight(round(theme().line_height("lead") * self._lines) + 26)


class _Note(QPlainTextEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person left it."""
        super().focusOutEvent(event)
        self.left.emit()


class PickField(Field):
    """One of a list; ``chosen`` carries the key of what a person picked.

    ``free`` lets a person write something else: then ``written`` carries it.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, ident: str, options: Sequence[tuple[str, str]], *, free: bool = False
    ) -> None:
        """Show ``options`` as (key, words)."""
        self._box = _Box()
        self._box.setEditable(free)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for key, words in options:
            self._box.addItem(words, key)
        super().__init__(name, self._box, ident)
        self._box.activated.connect(self._on_activated)
        self._box.left.connect(self.left)
        line = self._box.lineEdit()
        if line:
            line.setAccessibleName(name)
            line.textEdited.connect(self.written)
            line.returnPressed.connect(self.left)

    def text(self) -> str:
        """Give what stands in the field."""
        return self._box.currentText()

    def _put(self, text: str) -> None:
        if self._box.isEditable():
            self._box.setEditText(text)
        else:
            self._box.setCurrentText(text)

    def show_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer others, as (key, words)."""
        self._box.clear()
        for key, words in options:
            self._box.addItem(words, key)

    def show_key(self, key: str) -> None:
        """Show what has ``key``."""
        self._box.setCurrentIndex(self._box.findData(key))
        self._show_letters("")

    def _on_activated(self, place: int) -> None:
        self._show_letters("")
        self.chosen.emit(str(self._box.itemData(place)))


class _Box(QComboBox):
    """A list to pick from that the wheel does not change while the page scrolls."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, with an arrow that grows with the text."""
        super().paintEvent(event)
        side = theme().px("glyph.icon")
        across = 14 + side / 2
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            across = self.width() - across
        painter = QPainter(self)
        role = "ink" if self.isEnabled() else "ink2"
        place = square(QPointF(across, self.height() / 2), side)
        draw_icon(painter, "down", place, theme().colour(role))
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person left it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
