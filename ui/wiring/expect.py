"""Joins the page on what the patient expects to the session."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.values import Expectation, Leaning
from spinecounsel.frozen import replaced
from spinecounsel.viewing.expect import NOT_YET, expect_view
from ui.pages.expect.page import ExpectPage
from ui.session import Session
from ui.wiring.wiring import Wiring


class ExpectWiring(Wiring):
    """Turns words, answers on the scales and what is leant to into moves."""

    def __init__(self, session: Session) -> None:
        self._page = ExpectPage()
        super().__init__(self._page, session)
        self._page.written.connect(self._on_written)
        self._page.scored.connect(self._on_scored)
        self._page.leaned.connect(self._on_leaned)
        self._page.skipped.connect(self._on_skipped)
        self._page.turned_to.connect(session.expect_shown)

    def show(self) -> None:
        """Give the page a fresh view of what the patient expects."""
        sitting = self.session.sitting
        self._page.show_view(expect_view(self.session.pack, sitting.discussion, sitting.agenda))

    def _said(self, theme: str) -> Expectation:
        said = self.session.sitting.discussion.expectations
        return next((each for each in said if each.theme == theme), Expectation(theme=theme))

    def _on_written(self, theme: str, words: str) -> None:
        self.session.change(moves.expecting, replaced(self._said(theme), words=words))

    def _on_scored(self, theme: str, score: int | None) -> None:
        self.session.change(moves.expecting, replaced(self._said(theme), score=score))

    def _on_leaned(self, key: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        discussion = self.session.sitting.discussion
        before = discussion.leaning_before
        leant = before.options if before else ()
        options = (
            ()
            if key == NOT_YET
            else tuple(
                each for each in discussion.options if (on if each == key else each in leant)
            )
        )
        nothing = not options and not (on and key == NOT_YET)
        leaning = None if nothing else Leaning(options=options, when=self.session.clock())
        self.session.change(moves.leaning, leaning, after=False)

    def _on_skipped(self, skipped: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.session.change(moves.skipping_expect, skipped=skipped)
