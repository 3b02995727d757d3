"""What joins one page to the session: views go in, intents come out."""

from abc import abstractmethod

from PySide6.QtCore import QObject

from spinecounsel.frozen import replaced
from ui.pages.page import Page
from ui.session import Session


class Wiring(QObject):
    """Connects the signals of one page to the session and shows it what the session holds."""

    def __init__(self, page: Page, session: Session) -> None:
        super().__init__(page)
        self.page: Page = page
        self.session = session
        self._told: object = None

    @abstractmethod
    def show(self) -> None:
        """Give the page a fresh view of the present discussion."""

    def show_early(self) -> None:
        """Fill the page before it is entered; nothing where entering it is noted."""

    def is_anew(self, *looking: object) -> bool:
        """Whether anything was said since this was asked last, or is looked at in another way.

        Where one is does not count: a page that is entered again may stand as it was left.
        """
        now = (replaced(self.session.sitting.discussion, step=""), looking)
        anew, self._told = now != self._told, now
        return anew
