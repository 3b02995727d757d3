"""Joins the walk to the session; which topic is shown is kept here, not in the discussion."""

from collections.abc import Iterable, Iterator

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import MarkState, QuestionAsked
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.people import NumberView, PrognosisWish
from spinecounsel.viewing.walk import WalkView, first_topic, next_topic, turned, walk_view
from spinecounsel.viewing.walk_card import CardView, card_view
from ui.pages.walk.page import WalkPage
from ui.session import Session
from ui.wiring.wiring import Wiring

STEP = "walk"


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
        page.numbers_preferred.connect(self._on_numbers_preferred)
        page.wished.connect(self._on_wished)
        session.topic_asked.connect(self.show_topic)
        session.changed.connect(self._on_changed)

    def show(self) -> None:
        """Give the page a fresh view; it begins with the first topic that is not marked yet."""
        sitting, view = self.session.sitting, self._view()
        if view.card is not None and view.card.counted and not sitting.discussion.numbers_seen:
            self.session.act(sitting.note, moves.seeing_numbers)
        self._page.show_view(view)
        options = (turned(sitting.agenda, self._shown, by) for by in (1, -1) if self._shown)
        self._page.prepare(self._cards((view.after, view.before, *options)))
        self.session.topic_shown.emit(self._shown)

    def show_early(self) -> None:
        """Fill the page before it is entered: nothing is noted, for nothing is seen yet."""
        self._page.show_early(self._view())
        self._shown = ""

    def _view(self) -> WalkView:
        """Give what is shown: where nothing is, the first topic that is not marked yet."""
        sitting = self.session.sitting
        if sitting.agenda.topic(self._shown) is None:
            self._shown = first_topic(sitting.discussion, sitting.agenda)
        return walk_view(self.session.pack, sitting.discussion, sitting.agenda, self._shown)

    def _cards(self, keys: Iterable[str]) -> Iterator[CardView]:
        """Give the cards of other topics, as they are at this moment of the talk."""
        pack, sitting = self.session.pack, self.session.sitting
        said, agenda = sitting.discussion, sitting.agenda
        topics = (agenda.topic(key) for key in keys)
        return (card_view(pack, said, topic) for topic in topics if topic is not None)

    def show_topic(self, key: str) -> None:
        """Show the card of a topic."""
        self._shown = key
        self.show()

    def _on_changed(self) -> None:
        """Forget the topic when the talk is at another step: it is entered anew."""
        if self.session.open and self.session.sitting.discussion.step != STEP:
            self._shown = ""

    def _on_topic_picked(self, key: str) -> None:
        self._shown = key
        self.show()

    def _on_option_turned(self, by: int) -> None:
        self._shown = turned(self.session.sitting.agenda, self._shown, by)
        self.show()

    def _on_discussed(self, key: str) -> None:
        """Mark the topic and turn to the next; the page is shown once, as the next one."""
        sitting = self.session.sitting
        after = next_topic(sitting.discussion, sitting.agenda, key)
        self._shown = after
        self.session.change(moves.marking, key, MarkState.DISCUSSED, when=self.session.clock())

    def _on_set_aside(self, key: str, wish: str) -> None:
        mark = marks_of(self.session.sitting.discussion).get(key)
        aside = mark is not None and mark.state is MarkState.SET_ASIDE
        when = mark.when if mark is not None and aside else self.session.clock()
        self.session.change(moves.marking, key, MarkState.SET_ASIDE, when=when, wish=wish)

    def _on_unmarked(self, key: str) -> None:
        self.session.change(moves.unmarking, key)

    def _on_material_flagged(self, key: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.session.change(moves.flagging, key, material=on)

    def _on_opened(self, key: str) -> None:
        topic = self.session.sitting.agenda.topic(key)
        if topic is not None:
            self.session.change(moves.opening, topic, when=self.session.clock())

    def _on_asked(self, key: str, ident: str, text: str, answer: str) -> None:
        asked = {each.id: each for each in self.session.sitting.discussion.questions}
        when = asked[ident].when if ident in asked else self.session.clock()
        question = QuestionAsked(
            id=ident or self.session.new_id(), text=text, answer=answer, topic=key, when=when
        )
        self.session.change(moves.asking, question)

    def _on_numbers_preferred(self, numbers: str) -> None:
        self.session.change(moves.preferring, NumberView(numbers))

    def _on_wished(self, wish: str) -> None:
        self.session.change(moves.wishing, PrognosisWish(wish), when=self.session.clock())
