"""Joins the options page to the session."""

from collections.abc import Iterable

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.viewing.options import OTHER, OptionsView, options_view, reason_of
from ui.pages.options.page import OptionsPage
from ui.session import Session
from ui.wiring.wiring import Wiring


class OptionsWiring(Wiring):
    """Turns ticks and reasons into moves.

    It keeps for itself for which options a reason in own words was asked for.
    """

    def __init__(self, session: Session) -> None:
        self._page = OptionsPage()
        super().__init__(self._page, session)
        self._writing: frozenset[str] = frozenset()
        self._page.toggled.connect(self._on_toggled)
        self._page.all_usual_asked.connect(self._on_all_usual_asked)
        self._page.reason_picked.connect(self._on_reason_picked)
        self._page.reason_written.connect(self._on_reason_written)
        self._page.same_asked.connect(self._on_same_asked)

    def show(self) -> None:
        """Give the page a fresh view of the options."""
        if self.is_anew(self._writing):
            self._page.show_view(self._view())

    def show_early(self) -> None:
        """Fill the page before it is entered."""
        self.show()

    def _view(self) -> OptionsView:
        sitting = self.session.sitting
        return options_view(
            self.session.pack,
            sitting.discussion,
            sitting.applicable,
            sitting.agenda,
            writing=self._writing,
        )

    def _on_toggled(self, option: str, chosen: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._writing -= {option}
        self.session.change(moves.choosing, option, chosen=chosen)

    def _on_all_usual_asked(self, group: str) -> None:
        view = self._view()
        groups = {each.id: each.unchosen for each in view.groups}
        self.session.change(_choosing_all, groups[group] if group else view.unchosen)

    def _on_reason_picked(self, option: str, key: str) -> None:
        self._writing = self._writing | {option} if key == OTHER else self._writing - {option}
        self.session.change(moves.leaving_out, option, reason_of(key))

    def _on_reason_written(self, option: str, words: str) -> None:
        self._writing |= {option}
        self.session.change(moves.leaving_out, option, words)

    def _on_same_asked(self, option: str) -> None:
        given = {each.option: each.reason for each in self.session.sitting.discussion.left_out}
        left = self._view().unexplained
        self._writing -= frozenset(left)
        self.session.change(_leaving_out_all, left, given[option].strip())


def _choosing_all(discussion: Discussion, options: Iterable[str]) -> Discussion:
    """Choose all of ``options``: one change, so that one step takes it back."""
    for option in options:
        discussion = moves.choosing(discussion, option, chosen=True)
    return discussion


def _leaving_out_all(discussion: Discussion, options: Iterable[str], reason: str) -> Discussion:
    """Leave all of ``options`` out for the same reason: one change."""
    for option in options:
        discussion = moves.leaving_out(discussion, option, reason)
    return discussion
