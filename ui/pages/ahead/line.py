"""What is told of one topic: its title, its sentences, and the way to where they come from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spinecounsel.record.ahead import StoryPart
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.icons import KindMark
from ui.widgets.text import Text


class WhereFrom(Button):
    """Leads to the card of a topic in the walk; ``asked(key)`` when it is pressed.

    ``known`` says that there is something on that card which comes from somewhere.
    """

    asked = Signal(str)

    def __init__(self, key: str, about: str, *, ident: str, known: bool = True) -> None:
        words = say("Where from") if known else say("In the walk")
        super().__init__(words, "link", small=True)
        self._key = key
        self.setAccessibleName(say("{words}: {title}", words=words, title=about))
        self.setObjectName(ident)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.asked.emit(self._key)


BESIDE = 11  # px above words, so that they stand beside those of the button


def _apart(text: Text) -> QHBoxLayout:
    """Set what is said of other people off from the rest."""
    line = row(spacing=theme().px("s"))
    line.setContentsMargins(theme().px("m"), 0, 0, 0)
    line.addWidget(KindMark("people", size=18, role="ink2"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text, 1)
    return line


class LinePanel(QWidget):
    """One line of a story: mark and title, what was counted, and its button.

    ``asked(key)`` when the button is pressed; ``about`` is what its name says it is about.
    """

    asked = Signal(str)

    def __init__(self, key: str, title: str, kind: str, *, about: str, ident: str) -> None:
        super().__init__()
        self._column = column(self, spacing=0)
        head = row(spacing=theme().px("s"))
        if kind:
            head.addWidget(KindMark(kind, size=20), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Text(title, "body_strong"), 1, Qt.AlignmentFlag.AlignVCenter)
        self.button = WhereFrom(key, about, ident=ident)
        self.button.asked.connect(self.asked)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(head)

    def add_parts(self, parts: tuple[StoryPart, ...]) -> None:
        """Put the sentences below the title, each with the name of its arm.

        Those of people who had something else are marked and quieter.
        """
        for place, part in enumerate(parts):
            if part.heading:
                heading = Text(part.heading, "body_strong", "ink2")
                heading.setContentsMargins(0, theme().px("s") if place else 0, 0, 0)
                self._column.addWidget(heading)
            sentence = say("**{name}:** {sentence}", name=part.name, sentence=part.sentence)
            text = Text(
                sentence if part.name else part.sentence, "row", "ink2" if part.other else "ink"
            )
            text.setContentsMargins(0, 0, 0, theme().px("xs"))
            if part.other:
                self._column.addLayout(_apart(text))
            else:
                self._column.addWidget(text)

    def add_fact(self, words: str) -> None:
        """Put a time span, or who was studied, below."""
        self._column.addWidget(Text(words, "label", "ink2"))

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` below."""
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
