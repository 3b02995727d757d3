"""Joins the values page to the session."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.viewing.values import values_view
from ui.pages.values.page import ValuesPage
from ui.session import Session
from ui.wiring.wiring import Wiring


class ValuesWiring(Wiring):
    """Turns answers into moves."""

    def __init__(self, session: Session) -> None:
        self._page = ValuesPage()
        super().__init__(self._page, session)
        self._page.weighed.connect(self._on_weighed)

    def show(self) -> None:
        """Give the page a fresh view of what matters."""
        sitting = self.session.sitting
        self._page.show_view(values_view(self.session.pack, sitting.discussion, sitting.agenda))

    def _on_weighed(self, statement: str, text: str, importance: str) -> None:
        if not importance:
            self.session.change(moves.unweighing, statement, text, when=self.session.clock())
            return
        answer = ValueAnswer(statement=statement, text=text, importance=Importance(importance))
        self.session.change(moves.weighing, answer, when=self.session.clock())
