"""What joins one page to the session: views go in, intents come out."""

from abc import abstractmethod

from PySide6.QtCore import QObject

from ui.pages.page import Page
from ui.session import Session


class Wiring(QObject):
    """Connects the signals of one page to the session and shows it what the session holds."""

    def __init__(self, page: Page, session: Session) -> None:
        super().__init__(page)
        self.page: Page = page
        self.session = session

    @abstractmethod
    def show(self) -> None:
        """Give the page a fresh view of the present discussion."""
