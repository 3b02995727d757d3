"""What is told: expected before the first number, gone through, looked ahead, compared."""

from spinecounsel.content.frequency import frequency
from spinecounsel.discussion.agenda import ILLNESS, Closed, Topic
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.people import NumberView
from ui.demonstration.act import Act
from ui.demonstration.hands import Lost


class Telling(Act):
    """Expect, walk, ahead and compare."""

    def expect(self) -> None:
        """Say what the patient expects and leans to, before the first number."""
        hands = self._hands
        self.go_on("expect")
        for each in self._script.expectations:
            if each.words:
                hands.type(f"expect.{each.theme}.words", each.words)
            if each.score is not None:
                hands.set_scale(f"expect.{each.theme}.score", each.score)
        if not self._script.expectations:
            hands.tick("expect.skip")
        for option in self._script.leaning_before or ("none",):
            hands.tick(f"expect.leaning.{option}")

    def walk(self) -> None:
        """Go through every topic of every option."""
        self.go_on("walk")
        for place in range(len(self._session.sitting.agenda.chapters)):
            for number in range(len(self._session.sitting.agenda.chapters[place].topics)):
                # The page goes on by itself once a topic is marked, to another option too.
                self._turn_to(place)
                self._hands.click(f"walk.topic.{number}")
                self._topic(self._session.sitting.agenda.chapters[place].topics[number])
        self._questions()
        self._show_a_number()

    def _show_a_number(self) -> None:
        """For the pictures: turn to the first card that counts people."""
        for place, chapter in enumerate(self._session.sitting.agenda.chapters):
            for number, topic in enumerate(chapter.topics):
                if chapter.option != ILLNESS and self._counts(topic):
                    self._turn_to(place)
                    self._hands.click(f"walk.topic.{number}")
                    return

    def _counts(self, topic: Topic) -> bool:
        estimates = [self._session.pack.estimates[ident] for ident in topic.estimates]
        counted = bool(estimates) and all(frequency(each) is not None for each in estimates)
        mark = marks_of(self._session.sitting.discussion).get(topic.key)
        told = mark is not None and mark.state is MarkState.DISCUSSED
        return counted and told and topic.closed is None

    def see(self, numbers: NumberView) -> None:
        """See the numbers in another way."""
        self._hands.tick(f"walk.view.{numbers}")

    def _turn_to(self, place: int) -> None:
        while (shown := self._chapter_shown()) != place:
            self._hands.click("walk.next_option" if shown < place else "walk.previous_option")

    def _chapter_shown(self) -> int:
        """Give the place of the option whose topics stand in the list."""
        rows: list[str] = []
        while (row := self._hands.find(f"walk.topic.{len(rows)}")) is not None:
            rows.append(row.accessibleName())
        for place, chapter in enumerate(self._session.sitting.agenda.chapters):
            titles = [topic.title for topic in chapter.topics]
            if len(titles) == len(rows) and all(map(str.__contains__, rows, titles)):
                return place
        raise Lost("the topics in the list are those of no option")

    def _topic(self, topic: Topic) -> None:
        hands, script = self._hands, self._script
        if topic.closed and topic.concept in script.opened:
            hands.click("walk.open")
        elif topic.closed is Closed.MAY_NOT_FIT:
            return
        elif topic.closed or topic.concept in script.set_aside:
            hands.click("walk.set_aside")
            if hands.has("walk.confirm_set_aside"):
                hands.click("walk.confirm_set_aside")
            return
        hands.click("walk.discussed")

    def _questions(self) -> None:
        hands = self._hands
        if not self._script.questions:
            return
        hands.click("walk.topic.0")
        for each in self._script.questions:
            hands.click("walk.ask")
            hands.type("walk.question", each.text)
            hands.type("walk.answer", each.answer)
            hands.click("walk.save_question")

    def ahead(self) -> None:
        """Look at the best, the most likely and the worst case with the first option."""
        self.go_on("ahead")

    def days(self) -> None:
        """Look at the days and weeks with it."""
        self._hands.tick("ahead.view.days")

    def look_back(self) -> None:
        """See what was expected beside what was found."""
        self.turn_to("expect")

    def compare(self) -> None:
        """Set the options side by side."""
        self.turn_to("ahead")
        self.go_on("compare")
