"""Joins the look ahead to the session; which option is shown is kept here."""

from functools import partial

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Glance
from spinecounsel.viewing.ahead import AheadView, Looking, ahead_option, ahead_view
from ui.pages.ahead.page import AheadPage
from ui.session import Session
from ui.wiring.wiring import Wiring


class AheadWiring(Wiring):
    """Notes once that the patient looked ahead; leads to the card that a number comes from."""

    def __init__(self, session: Session) -> None:
        self._page = AheadPage()
        super().__init__(self._page, session)
        self._option, self._looking = "", Looking.CASES
        page = self._page
        page.option_picked.connect(self._on_option_picked)
        page.view_picked.connect(self._on_view_picked)
        page.topic_asked.connect(self._on_topic_asked)
        page.options_asked.connect(self._on_options_asked)

    def show(self) -> None:
        """Give the page a fresh view, and note once what of an option is looked at."""
        sitting = self.session.sitting
        glance = Glance(option=ahead_option(sitting.agenda, self._option), view=str(self._looking))
        if glance.option and glance not in sitting.discussion.glances:
            self.session.act(sitting.note, partial(moves.looking_ahead, glance=glance))
            return  # shown again by that change
        if self.is_anew(self._option, self._looking):
            self._page.show_view(self._view())
        self.session.ahead_shown.emit(self._option, str(self._looking))

    def show_early(self) -> None:
        """Fill the page before it is entered: nothing is noted, for nothing is seen yet."""
        self._page.show_view(self._view())

    def _view(self) -> AheadView:
        said, agenda = self.session.sitting.discussion, self.session.sitting.agenda
        return ahead_view(self.session.pack, said, agenda, self._option, self._looking)

    def _on_option_picked(self, option: str) -> None:
        self._option = option
        self.show()

    def _on_view_picked(self, looking: str) -> None:
        self._looking = Looking(looking)
        self.show()

    def _on_topic_asked(self, key: str) -> None:
        if self.session.act(self.session.sitting.go_to, "walk"):
            self.session.topic_asked.emit(key)

    def _on_options_asked(self) -> None:
        self.session.act(self.session.sitting.go_to, "options")
