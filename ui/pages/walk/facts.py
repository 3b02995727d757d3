"""What a number rests on: who was studied, by when, how sure, and where it comes from."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk_blocks import Block, Fact, Said
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import column
from ui.widgets.certainty import Certainty
from ui.widgets.text import Text

NAMES = 118  # px at 100 % text: the column of names


class Facts(QWidget):
    """Names with what stands beside them, and a button that opens the source.

    Cautions are notes for the clinician: they stand with the source, not before the patient.
    """

    def __init__(self, block: Block) -> None:
        super().__init__()
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px("s"))
        grid.setVerticalSpacing(theme().px("s"))
        grid.setColumnStretch(1, 1)
        for line, fact in enumerate(block.facts):
            grid.addWidget(Text(fact.label, "row", "ink2"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_cell(fact), line, 1)
        whole = column(self, spacing=theme().px("s"))
        whole.addLayout(grid)
        notes = (say("For the clinician: {note}", note=_told(each)) for each in block.cautions)
        whole.addWidget(SourceOf(block.estimates[0].id, block.sources, notes))
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        self._grid.setColumnMinimumWidth(0, round(NAMES * theme().text_scale))


class SourceOf(QWidget):
    """A button, and the sources that it opens below; named ``walk.source.<name>``."""

    def __init__(self, name: str, sources: Sequence[Said], notes: Iterable[str] = ()) -> None:
        super().__init__()
        button = Button(say("Where this comes from"), "link", icon="doc")
        button.setObjectName(f"walk.source.{name}")
        button.setCheckable(True)
        lines = Lines([*(_told(each) for each in sources), *notes])
        button.toggled.connect(lines.setVisible)
        whole = column(self, spacing=2)
        whole.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(lines)


class Lines(QWidget):
    """Lines of a source, hidden until they are asked for."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        whole = column(self, spacing=theme().px("xs"))
        for line in lines:
            whole.addWidget(Text(line, "body", "ink2"))
        self.hide()


def _cell(fact: Fact) -> QVBoxLayout:
    cell = QVBoxLayout()
    cell.setSpacing(2)
    for each in fact.said:
        if each.level:
            if each.of:
                cell.addWidget(Text(f"**{each.of}**", "row"))
            sure = Certainty()
            sure.show_level(each.level)
            cell.addWidget(sure)
            told = each.text
        else:
            told = _told(each)
        if told:
            cell.addWidget(Text(told, "row"))
    return cell


def _told(said: Said) -> str:
    return f"**{said.of}:** {said.text}" if said.of else said.text
