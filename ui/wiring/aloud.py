"""Reads to the patient what stands on the page, by the voice of the computer."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from spinecounsel.viewing.keys import Where, shortcuts
from spinecounsel.wording import say
from ui.main_window import MainWindow
from ui.speech import Speaker, Voice
from ui.widgets.reading import sentences_on

LOOK_MS = 250


class Aloud(QObject):
    """Reads when it is asked to, until all is read, Escape is pressed, or the page is another."""

    def __init__(self, window: MainWindow, voice: Voice) -> None:
        super().__init__(window)
        self._window = window
        self._read: tuple[str, ...] = ()
        self._speaker = Speaker(voice, self)
        self._speaker.began.connect(self._on_began)
        self._speaker.ended.connect(self._on_ended)
        self._speaker.failed.connect(self._on_failed)
        keys = dict(shortcuts(Where.TALK))["hush"]
        self._stop_key = QShortcut(QKeySequence(keys), window)
        self._stop_key.setEnabled(False)
        self._stop_key.activated.connect(self._speaker.stop)
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self._on_look)
        window.aloud_asked.connect(self._on_asked)
        window.left.connect(self._speaker.stop)
        window.gone.connect(self._speaker.stop)
        window.foot.offer_aloud()

    def _on_asked(self) -> None:
        if self._speaker.speaks:
            self._speaker.stop()
        elif read := self._sentences():
            self._read = read
            self._speaker.speak(read)

    def _on_look(self) -> None:
        """Fall silent when something that is read stands there no more."""
        if not set(self._read) <= set(self._sentences()):
            self._speaker.stop()

    def _sentences(self) -> tuple[str, ...]:
        page = self._window.page
        return sentences_on(page) if page is not None and self._window.walking else ()

    def _on_began(self) -> None:
        self._watch.start()
        self._stop_key.setEnabled(not self._window.turned)  # there, Escape turns back
        self._window.foot.show_aloud(speaks=True)

    def _on_ended(self) -> None:
        self._read = ()
        self._watch.stop()
        self._stop_key.setEnabled(False)
        self._window.foot.show_aloud(speaks=False)

    def _on_failed(self) -> None:
        self._window.say_sentence(say("The voice of this computer could not read this."))
