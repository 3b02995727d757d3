"""Which words are explained when they are tapped; the words themselves come from outside."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from spinecounsel.viewing.glossary import NO_GLOSSARY, Glossary, WordView, words_in
from ui.widgets.flow import Run

ROLES = frozenset({"patient", "cell", "row", "strong", "heading", "card_title"})
"""The steps of the type scale in which the program speaks to a patient."""


class Explainer(QObject):
    """Marks the words of one glossary in sentences; none until ``use``.

    ``tapped(widget, word, place)``: a person pressed a word; ``place`` is where it stands on the
    screen.
    """

    tapped = Signal(QWidget, object, QRect)

    def __init__(self) -> None:
        super().__init__()
        self.glossary: Glossary = NO_GLOSSARY

    def use(self, glossary: Glossary) -> None:
        """Explain the words of ``glossary`` from now on."""
        self.glossary = glossary

    def marked(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """Give ``runs`` with each word that is explained as a run of its own."""
        found = words_in("".join(run.text for run in runs), self.glossary)
        if not found:
            return tuple(runs)
        edges = {place: each.term for each in found for place in range(each.start, each.end)}
        marked: list[Run] = []
        start = 0
        for run in runs:
            marked += _cut(run, [edges.get(start + n, "") for n in range(len(run.text))])
            start += len(run.text)
        return tuple(marked)

    def word(self, term: str) -> WordView | None:
        """Give what a term means."""
        return self.glossary.words.get(term)


@cache
def explainer() -> Explainer:
    """Give the one that all texts ask."""
    return Explainer()


def explains(widget: QWidget, role: str) -> bool:
    """Tell whether words in ``widget`` may be tapped; those on a button press the button."""
    if role not in ROLES or not explainer().glossary.words:
        return False
    if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return False
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, QAbstractButton):
            return False
        above = above.parentWidget()
    return True


def _cut(run: Run, terms: Sequence[str]) -> list[Run]:
    """Cut a run where the term changes from letter to letter."""
    pieces: list[Run] = []
    start = 0
    for place in range(1, len(terms) + 1):
        if place == len(terms) or terms[place] != terms[start]:
            pieces.append(run._replace(text=run.text[start:place], term=terms[start]))
            start = place
    return pieces
