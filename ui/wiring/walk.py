"""Joins the walk to the session; which topic is shown is kept here, not in the discussion."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import MarkState, QuestionAsked
from spinecounsel.viewing.walk import first_topic, next_topic, turned, walk_view
from ui.pages.walk import WalkPage
from ui.session import Session
from ui.wiring.wiring import Wiring


class WalkWiring(Wiring):
    """Turns marks and questions into moves."""

    def __init__(self, session: Session) -> None:
        self._page = WalkPage()
        super().__init__(self._page, session)
        self._shown = ""
        page = self._page
        page.topic_picked.connect(self._on_topic_picked)
        page.option_turned.connect(self._on_option_turned)
        page.discussed.connect(self._on_discussed)
        page.unmarked.connect(self._on_unmarked)
        page.set_aside.connect(self._on_set_aside)
        page.material_flagged.connect(self._on_material_flagged)
        page.opened.connect(self._on_opened)
        page.asked.connect(self._on_asked)

    def show(self) -> None:
        """Give the page a fresh view; a topic that is gone gives way to the first unmarked one."""
        sitting = self.session.sitting
        if sitting.agenda.topic(self._shown) is None:
            self._shown = first_topic(sitting.discussion, sitting.agenda)
        self._page.show_view(
            walk_view(self.session.pack, sitting.discussion, sitting.agenda, self._shown)
        )

    def _on_topic_picked(self, key: str) -> None:
        self._shown = key
        self.show()

    def _on_option_turned(self, by: int) -> None:
        self._shown = turned(self.session.sitting.agenda, self._shown, by)
        self.show()

    def _on_discussed(self, key: str) -> None:
        self._mark(key, MarkState.DISCUSSED)
        self._go_on(key)

    def _on_set_aside(self, key: str, wish: str) -> None:
        self._mark(key, MarkState.SET_ASIDE, wish)

    def _mark(self, key: str, state: MarkState, wish: str = "") -> None:
        self.session.change(moves.marking, key, state, when=self.session.clock(), wish=wish)

    def _go_on(self, key: str) -> None:
        sitting = self.session.sitting
        self._shown = next_topic(sitting.discussion, sitting.agenda, key)
        self.show()
        self._page.go_on()

    def _on_unmarked(self, key: str) -> None:
        self.session.change(moves.unmarking, key)

    def _on_material_flagged(self, key: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.session.change(moves.flagging, key, material=on)

    def _on_opened(self, key: str) -> None:
        topic = self.session.sitting.agenda.topic(key)
        if topic is not None:
            self.session.change(moves.opening, topic, when=self.session.clock())

    def _on_asked(self, key: str, ident: str, text: str, answer: str) -> None:
        question = QuestionAsked(
            id=ident or self.session.new_id(),
            text=text,
            answer=answer,
            topic=key,
            when=self.session.clock(),
        )
        self.session.change(moves.asking, question)
