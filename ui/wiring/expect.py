"""Joins the page on what the patient expects to the session."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.values import Expectation
from spinecounsel.frozen import replaced
from spinecounsel.viewing.expect import expect_view
from ui.pages.expect.page import ExpectPage
from ui.session import Session
from ui.wiring.wiring import Wiring


class ExpectWiring(Wiring):
    """Turns words and answers on the scales into moves."""

    def __init__(self, session: Session) -> None:
        self._page = ExpectPage()
        super().__init__(self._page, session)
        self._page.written.connect(self._on_written)
        self._page.scored.connect(self._on_scored)
        self._page.skipped.connect(self._on_skipped)

    def show(self) -> None:
        """Give the page a fresh view of what the patient expects."""
        self._page.show_view(expect_view(self.session.sitting.discussion))

    def _said(self, theme: str) -> Expectation:
        said = self.session.sitting.discussion.expectations
        return next((each for each in said if each.theme == theme), Expectation(theme=theme))

    def _on_written(self, theme: str, words: str) -> None:
        self.session.change(moves.expecting, replaced(self._said(theme), words=words))

    def _on_scored(self, theme: str, score: int | None) -> None:
        self.session.change(moves.expecting, replaced(self._said(theme), score=score))

    def _on_skipped(self, skipped: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.session.change(moves.skipping_expect, skipped=skipped)
