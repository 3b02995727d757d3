"""Joins the comparison to the session."""

from spinecounsel.discussion import moves
from spinecounsel.viewing.compare import compare_view
from ui.pages.compare.page import ComparePage
from ui.session import Session
from ui.wiring.wiring import Wiring


class CompareWiring(Wiring):
    """Notes that the options were compared; whether all rows are shown is kept here."""

    def __init__(self, session: Session) -> None:
        self._page = ComparePage()
        super().__init__(self._page, session)
        self._everything = False
        self._page.everything_asked.connect(self._on_everything_asked)

    def show(self) -> None:
        """Give the page a fresh view, and note once that it was looked at."""
        sitting = self.session.sitting
        if not sitting.discussion.compared:
            self.session.change(moves.comparing)
            return  # shown again by that change
        self._page.show_view(
            compare_view(
                self.session.pack,
                sitting.discussion.options,
                sitting.fitting,
                opened=sitting.opened_concepts,
                everything=self._everything,
            )
        )

    def _on_everything_asked(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._everything = on
        self.show()
