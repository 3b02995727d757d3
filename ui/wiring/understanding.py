"""Joins the page on what was understood to the session."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.understanding import TeachBack
from spinecounsel.viewing.knowledge import is_right
from spinecounsel.viewing.understanding import open_items, said_of, understanding_view
from ui.pages.understanding.page import UnderstandingPage
from ui.session import Session
from ui.wiring.wiring import Wiring

STEP = "understanding"


class UnderstandingWiring(Wiring):
    """Turns answers into moves, and leads to the step and the card that help.

    What was not said back when the page was left is asked again, first, when it is entered.
    """

    def __init__(self, session: Session) -> None:
        self._page = UnderstandingPage()
        super().__init__(self._page, session)
        self._entered = False
        self._again: tuple[str, ...] = ()
        self._page.said_back.connect(self._on_said_back)
        self._page.worded.connect(self._on_worded)
        self._page.answered.connect(self._on_answered)
        self._page.explain_asked.connect(self._on_explain_asked)
        session.changed.connect(self._on_changed)

    def show(self) -> None:
        """Give the page a fresh view of what was understood."""
        if not self._entered:
            self._entered = True
            self._again = open_items(self.session.sitting.discussion)
        self.show_early()

    def show_early(self) -> None:
        """Fill the page before it is entered."""
        sitting = self.session.sitting
        self._page.show_view(
            understanding_view(self.session.pack, sitting.discussion, sitting.agenda, self._again)
        )

    def _on_changed(self) -> None:
        """Note when the page is left: it is entered anew then."""
        if self.session.open and self.session.sitting.discussion.step != STEP:
            self._entered = False

    def _before(self, item: str) -> TeachBack | None:
        back = self.session.sitting.discussion.teach_back
        return next((each for each in back if each.item == item), None)

    def _on_said_back(self, item: str, key: str) -> None:
        before = self._before(item)
        words = before.words if before else ""
        when = self.session.clock()
        self.session.change(moves.saying_back, item, said_of(key), when=when, words=words)

    def _on_worded(self, item: str, words: str) -> None:
        before = self._before(item)
        if before is not None:
            self.session.change(moves.saying_back, item, before.said, when=before.when, words=words)

    def _on_answered(self, question: str, choice: str) -> None:
        sitting, when = self.session.sitting, self.session.clock()
        right = is_right(self.session.pack, sitting.discussion, sitting.agenda, question, choice)
        self.session.change(moves.answering, question, choice, right=right, when=when)

    def _on_explain_asked(self, step: str, topic: str) -> None:
        if self.session.act(self.session.sitting.go_to, step) and topic:
            self.session.topic_asked.emit(topic)
