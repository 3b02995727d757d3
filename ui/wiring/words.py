"""Explains words: the one that was tapped, or all that stand on the page."""

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.glossary import WordView, explained
from spinecounsel.wording import say
from ui.main_window import MainWindow
from ui.widgets.glossary import explainer
from ui.widgets.reading import sentences_on
from ui.widgets.word_card import WordCard


class Words(QObject):
    """Opens the card of words in ``window``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        explainer().tapped.connect(self._on_tapped)
        window.words_asked.connect(self._on_words_asked)

    def _on_tapped(self, widget: QWidget, word: WordView, place: QRect) -> None:
        WordCard(widget.window(), (word,)).open_at(place)

    def _on_words_asked(self) -> None:
        """Show the words on the page; where there are none, those of the whole glossary."""
        page = self._window.page
        if page is None or not self._window.walking:
            return
        glossary = explainer().glossary
        here = explained(sentences_on(page), glossary)
        title = say("Words on this page") if here else say("Words explained")
        words = here or tuple(glossary.words.values())
        button = self._window.foot.words
        place = QRect(button.mapToGlobal(QPoint()), button.size())
        if words:
            WordCard(self._window, words, title=title).open_at(place)
