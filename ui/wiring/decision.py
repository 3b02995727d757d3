"""Joins the decision page to the session."""

from typing import Any

from spinecounsel.case.case import LEVELS, Side
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import (
    Answer,
    Consent,
    Decision,
    Permission,
    Postponement,
)
from spinecounsel.discussion.values import Leaning
from spinecounsel.frozen import replaced
from spinecounsel.viewing.answers import truth_of
from spinecounsel.viewing.decision import decision_view, key_of_answer, key_of_why
from ui.pages.decision.page import DecisionPage
from ui.session import Session
from ui.wiring.wiring import Wiring

PLACED = ("radiation", "surgery", "procedures")
"""Groups of options that are done at one place of the spine."""


class DecisionWiring(Wiring):
    """Turns answers into a decision.

    It keeps for itself what was said under an answer that was changed, in case it is chosen again.
    """

    def __init__(self, session: Session) -> None:
        self._page = page = DecisionPage()
        super().__init__(page, session)
        self._earlier: dict[Consent, Decision] = {}
        page.sure_answered.connect(self._on_sure_answered)
        page.step_asked.connect(self._on_step_asked)
        page.leaned.connect(self._on_leaned)
        page.none_leaned.connect(self._on_none_leaned)
        page.kind_chosen.connect(self._on_kind_chosen)
        page.option_ticked.connect(self._on_option_ticked)
        page.level_toggled.connect(self._on_level_toggled)
        page.side_chosen.connect(self._on_side_chosen)
        page.why_chosen.connect(self._on_why_chosen)
        page.reasoned.connect(self._on_reasoned)
        page.worded.connect(self._on_worded)
        page.permitted.connect(self._on_permitted)

    def show(self) -> None:
        """Give the page a fresh view of the decision."""
        if self.is_anew():
            self._page.show_view(decision_view(self.session.pack, self.session.sitting.discussion))

    def show_early(self) -> None:
        """Fill the page before it is entered."""
        self.show()

    def _on_sure_answered(self, field: str, key: str) -> None:
        answers = replaced(self.session.sitting.discussion.sure, **{field: truth_of(key)})
        self.session.change(moves.answering_sure, answers, again=False)

    def _on_step_asked(self, step: str) -> None:
        self.session.act(self.session.sitting.go_to, step)

    def _on_leaned(self, option: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        before = self.session.sitting.discussion.leaning_after
        rest = tuple(each for each in before.options if each != option) if before else ()
        options = (*rest, option) if on else rest
        self._lean(Leaning(options=options, when=self.session.clock()) if options else None)

    def _on_none_leaned(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._lean(Leaning(when=self.session.clock()) if on else None)

    def _lean(self, leaning: Leaning | None) -> None:
        self.session.change(moves.leaning, leaning, after=True)

    def _on_kind_chosen(self, key: str) -> None:
        before, consent = self.session.sitting.discussion.decision, Consent(key)
        new = self._earlier.get(consent, Decision(consent=consent))
        if before is not None:
            self._earlier[before.consent] = before
            new = replaced(new, words=before.words)
            if Consent.PROVIDED not in {before.consent, consent}:
                new = replaced(new, reason=before.reason)
        self.session.change(moves.deciding, new)

    def _on_option_ticked(self, option: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        decision = self.session.sitting.discussion.decision
        if decision is None:
            return
        rest = tuple(each for each in decision.options if each != option)
        options = (*rest, option) if on else rest
        new = replaced(decision, options=options)
        if decision.consent is Consent.PROVIDED:
            new = self._placed(decision, new)
        self.session.change(moves.deciding, new)

    def _placed(self, before: Decision, now: Decision) -> Decision:
        """Propose the place from the case with the first option that is done at a place."""
        if not now.options:
            return replaced(now, levels=(), side=None)
        if self._has_place(now) and not self._has_place(before):
            case = self.session.sitting.discussion.case
            return replaced(now, levels=now.levels or case.levels, side=now.side or case.side)
        return now

    def _has_place(self, decision: Decision) -> bool:
        pack = self.session.pack
        return any(pack.option(ident).group in PLACED for ident in decision.options)

    def _on_level_toggled(self, level: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        decision = self.session.sitting.discussion.decision
        if decision is not None:
            kept = {*decision.levels, level} if on else {*decision.levels} - {level}
            self._change(levels=tuple(each for each in LEVELS if each in kept))

    def _on_side_chosen(self, key: str) -> None:
        self._change(side=Side(key) if key else None)

    def _on_why_chosen(self, key: str) -> None:
        self._change(postponement=next(why for why in Postponement if key_of_why(why) == key))

    def _on_reasoned(self, text: str) -> None:
        self._change(reason=text)

    def _on_worded(self, text: str) -> None:
        self._change(words=text)

    def _change(self, **changes: Any) -> None:
        decision = self.session.sitting.discussion.decision
        if decision is not None:
            self.session.change(moves.deciding, replaced(decision, **changes))

    def _on_permitted(self, ident: str, key: str) -> None:
        answer = next(each for each in Answer if key_of_answer(each) == key)
        self.session.change(moves.permitting, Permission(id=ident, answer=answer))
