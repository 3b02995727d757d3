"""The real window with its pages, for a talk that is given; drafts wait in memory."""

from contextlib import contextmanager
from itertools import count

from PySide6.QtWidgets import QApplication

from spinecounsel.discussion.steps import ORDER
from tests.helpers.clock import Clock
from tests.helpers.packs import shipped_pack
from tests.helpers.sessions import Shelf, make_whole
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.session import Session
from ui.wiring.steps import WIRINGS
from ui.wiring.tour import Tour

SIZE = (1366, 768)


class Toured:
    """``window`` shows the page of the present step of ``session``."""

    def __init__(self, discussion, pack=None, *, size=SIZE):
        ids = (f"id-{number}" for number in count(1000))
        self.session = Session(pack or shipped_pack(), Shelf(), Clock(), ids.__next__)
        self.window = MainWindow()
        self.window.setMinimumSize(1, 1)
        self.window.resize(*size)
        Tour(self.window, self.session, Messages(self.window), WIRINGS)
        self.session.resume(discussion)
        self.window.show()
        settle()

    @property
    def page(self):
        """The page that is shown."""
        return self.window._screens[self.session.sitting.discussion.step]

    def go_to(self, step):
        """Turn to a step and give its page."""
        self.session.act(self.session.sitting.go_to, step)
        settle()
        return self.page

    def pages(self):
        """Turn to each step in order; give its name and its page."""
        for step in ORDER:
            yield step, self.go_to(step)

    def close(self):
        """Put the consultation away and the window with it."""
        self.session._retry.stop()
        self.session.ended.emit()
        self.window.let_go()
        self.window.deleteLater()
        settle()


@contextmanager
def touring(discussion, pack=None, *, size=SIZE):
    """Give the window, on the page where ``discussion`` is."""
    made = Toured(discussion, pack, size=size)
    try:
        yield made
    finally:
        made.close()


def settle():
    """Let the layouts come to rest: heights follow widths, and these follow heights.

    What is made bit by bit is made to its end.
    """
    QApplication.processEvents()
    for window in QApplication.topLevelWidgets():
        make_whole(window)
    for _ in range(3):
        QApplication.processEvents()
