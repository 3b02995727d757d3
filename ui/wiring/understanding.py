"""Joins the page on what was understood to the session."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.understanding import TeachBack
from spinecounsel.frozen import replaced
from spinecounsel.viewing.answers import truth_of
from spinecounsel.viewing.understanding import said_of, understanding_view
from ui.pages.understanding.page import UnderstandingPage
from ui.session import Session
from ui.wiring.wiring import Wiring


class UnderstandingWiring(Wiring):
    """Turns answers into moves, and leads to the step that helps."""

    def __init__(self, session: Session) -> None:
        self._page = UnderstandingPage()
        super().__init__(self._page, session)
        self._page.said_back.connect(self._on_said_back)
        self._page.worded.connect(self._on_worded)
        self._page.explain_asked.connect(self._on_explain_asked)
        self._page.sure_answered.connect(self._on_sure_answered)

    def show(self) -> None:
        """Give the page a fresh view of what was understood."""
        self._page.show_view(understanding_view(self.session.sitting.discussion))

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

    def _on_explain_asked(self, step: str) -> None:
        self.session.act(self.session.sitting.go_to, step)

    def _on_sure_answered(self, field: str, key: str) -> None:
        answers = replaced(self.session.sitting.discussion.sure, **{field: truth_of(key)})
        self.session.change(moves.answering_sure, answers, again=False)
