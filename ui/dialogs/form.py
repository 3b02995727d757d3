"""A small form in front of the window: a title, a sentence, fields, and what is wrong with them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.notice import Notice
from ui.widgets.text import Heading, Text

WIDTH = 480  # px at 100 % text


class FormField(NamedTuple):
    """A field: its object name, its label, the text it begins with, whether it is hidden."""

    ident: str
    label: str
    text: str = ""
    hidden: bool = False


class Form(QDialog):
    """Fields below each other, a button that goes on, and one that cancels.

    ``on_use`` is called by the button and by Enter; a subclass says there what happens.
    """

    def __init__(
        self, window: QWidget, ident: str, title: str, sentence: str, fields: Sequence[FormField]
    ) -> None:
        super().__init__(window)
        self.setObjectName(ident)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.fields = [field_of(each, self.on_use) for each in fields]
        self.problem = Notice(boxed=False)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(32, 28, 32, 28)
        self.column.setSpacing(theme().px("m"))
        self.column.addWidget(Heading(title, "card_title"))
        self.column.addWidget(Text(sentence, "body", "ink2"))
        for each, field in zip(fields, self.fields, strict=True):
            self.column.addWidget(label_of(each, field))
            self.column.addWidget(field)
        self.column.addWidget(self.problem)
        self.column.addSpacing(theme().px("s"))
        self.setMinimumWidth(round(WIDTH * theme().text_scale))

    def add_buttons(self, use: Button, cancel: Button) -> None:
        """Put the two buttons at the foot and connect them."""
        use.clicked.connect(self.on_use)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(theme().px("m"))
        row.addWidget(use)
        row.addWidget(cancel)
        row.addStretch(1)
        self.column.addLayout(row)

    def on_use(self) -> None:
        """Do what the form is for."""
        raise NotImplementedError

    def say_problem(self, sentence: str) -> None:
        """Say what is wrong, empty for nothing; the form grows where it takes more lines."""
        self.problem.show_sentence(sentence)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words: a window does not ask how they wrap."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.column.activate()
        needed = self.column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))


def field_of(each: FormField, on_return: Callable[[], None]) -> QLineEdit:
    """Make a field; ``on_return`` is called by Enter."""
    field = QLineEdit(each.text)
    field.setObjectName(each.ident)
    field.setAccessibleName(each.label)
    if each.hidden:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    field.returnPressed.connect(on_return)
    return field


def label_of(each: FormField, field: QLineEdit) -> Text:
    """Make what stands above a field; its words may take two lines."""
    label = Text(each.label, "control")
    label.setBuddy(field)
    return label
