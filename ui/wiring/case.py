"""Joins the case page to the session."""

from spinecounsel.case.case import Case
from spinecounsel.discussion import moves
from spinecounsel.frozen import replaced
from spinecounsel.viewing.case import OTHER_HISTOLOGY, CaseView, case_view
from spinecounsel.viewing.case_answers import answered, level_toggled, written
from ui.pages.case.page import CasePage
from ui.session import Session
from ui.wiring.wiring import Wiring


class CaseWiring(Wiring):
    """Turns answers into a new case.

    It keeps for itself that a histology is to be written which is not in the list.
    """

    def __init__(self, session: Session) -> None:
        self._page = CasePage()
        super().__init__(self._page, session)
        self._other_asked = False
        self._page.answered.connect(self._on_answered)
        self._page.written.connect(self._on_written)
        self._page.level_toggled.connect(self._on_level_toggled)

    def show(self) -> None:
        """Give the page a fresh view of the case."""
        self._page.show_view(self._view())

    def show_early(self) -> None:
        """Let the page be made before it is entered."""
        self._page.show_early(self._view())

    def _view(self) -> CaseView:
        return case_view(self.session.pack, self._case(), other_asked=self._other_asked)

    def _case(self) -> Case:
        return self.session.sitting.discussion.case

    def _change(self, case: Case) -> None:
        self.session.change(moves.describing, case=case)

    def _on_answered(self, field: str, key: str) -> None:
        if field != "histology":
            self._change(answered(self._case(), field, key))
            return
        self._other_asked = key == OTHER_HISTOLOGY
        if not self._other_asked:
            self._change(answered(self._case(), field, key))
        elif self._case().histology in self.session.pack.histologies:
            self._change(replaced(self._case(), histology=""))
        else:
            self.show()

    def _on_written(self, field: str, text: str) -> None:
        self._change(written(self._case(), field, text))

    def _on_level_toggled(self, level: str) -> None:
        self._change(level_toggled(self._case(), level))
