"""Joins the values page to the session."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.frozen import replaced
from spinecounsel.viewing.values import values_view
from ui.pages.values.page import ValuesPage
from ui.session import Session
from ui.wiring.wiring import Wiring


class ValuesWiring(Wiring):
    """Turns answers into moves, and a line that was pressed into its card of the walk."""

    def __init__(self, session: Session) -> None:
        self._page = ValuesPage()
        super().__init__(self._page, session)
        self._page.weighed.connect(self._on_weighed)
        self._page.tied.connect(self._on_tied)
        self._page.topic_asked.connect(self._on_topic_asked)

    def show(self) -> None:
        """Give the page a fresh view of what matters."""
        sitting = self.session.sitting
        if self.is_anew():
            view = values_view(self.session.pack, sitting.discussion, sitting.agenda)
            self._page.show_view(view)

    def show_early(self) -> None:
        """Fill the page before it is entered."""
        self.show()

    def _said(self, statement: str, text: str) -> ValueAnswer | None:
        said = self.session.sitting.discussion.values
        return next(
            (each for each in said if (each.statement, each.text) == (statement, text)), None
        )

    def _on_weighed(self, statement: str, text: str, importance: str) -> None:
        when = self.session.clock()
        if not importance:
            self.session.change(moves.unweighing, statement, text, when=when)
            return
        how = Importance(importance)
        said = self._said(statement, text)
        answer = (
            replaced(said, importance=how)
            if said
            else ValueAnswer(statement=statement, text=text, importance=how)
        )
        self.session.change(moves.weighing, answer, when=when)

    def _on_tied(self, text: str, concept: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        said = self._said("", text)
        if said is not None:
            rest = tuple(each for each in said.concepts if each != concept)
            answer = replaced(said, concepts=(*rest, concept) if on else rest)
            self.session.change(moves.weighing, answer, when=self.session.clock())

    def _on_topic_asked(self, key: str) -> None:
        if self.session.act(self.session.sitting.go_to, "walk"):
            self.session.topic_asked.emit(key)
