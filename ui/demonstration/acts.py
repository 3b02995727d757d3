"""What the people of the demonstration do at each step, by the names of what they touch."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from spinecounsel.case.case import Case
from spinecounsel.discussion.agenda import Chapter, Closed, Topic
from spinecounsel.discussion.decision import Consent
from spinecounsel.discussion.gate import usual_without_reason
from spinecounsel.discussion.understanding import TEACH_BACK
from spinecounsel.viewing.case_level import regions
from ui.demonstration.hands import Hands
from ui.demonstration.ink import written
from ui.demonstration.script import MOST_OPTIONS, Script
from ui.wiring.program import Program

Scene = tuple[str, Callable[[], None]]


class Acts:
    """Plays ``script`` with ``hands``; looks into ``program`` only to know what there is to do."""

    def __init__(self, hands: Hands, program: Program, script: Script) -> None:
        self._hands, self._script = hands, script
        self._session = program.session

    def scenes(self, passphrase: str, document: Path) -> tuple[Scene, ...]:
        """Give every step with what is done in it, in order."""
        return (
            ("unlock", partial(self._unlock, passphrase)),
            ("library", self._library),
            ("person", self._person),
            ("case", self._case),
            ("options", self._options),
            ("expect", self._expect),
            ("walk", self._walk),
            ("compare", self._compare),
            ("values", self._values),
            ("understanding", self._understanding),
            ("decision", self._decision),
            ("sign", self._sign),
            ("finished", partial(self._finish, passphrase, document)),
        )

    def _unlock(self, passphrase: str) -> None:
        hands, clinician = self._hands, self._script.clinician
        hands.type("unlock.name", clinician.name)
        hands.type("unlock.role", clinician.role)
        hands.type("unlock.passphrase", passphrase)
        hands.type("unlock.repeat", passphrase)

    def _library(self) -> None:
        self._hands.click("unlock.go")
        self._hands.seen("library.new")

    def _person(self) -> None:
        hands, script = self._hands, self._script
        hands.click("library.new")
        hands.type("person.name", script.patient.name)
        if script.patient.born:
            hands.type("person.born", f"{script.patient.born:%d.%m.%Y}")
        hands.type("person.number", script.patient.number)
        hands.pick("person.language", script.patient.language)
        for place, who in enumerate(script.present):
            hands.click("person.add")
            hands.type(f"person.present.{place}.name", who.name)
            hands.pick(f"person.present.{place}.role", who.role)
            hands.pick(f"person.present.{place}.mode", who.mode)
            if hands.has(f"person.present.{place}.language"):
                hands.type(f"person.present.{place}.language", who.language)
        wishes = script.preferences
        for field in ("role", "detail", "prognosis"):
            if (wish := getattr(wishes, field)) is not None:
                hands.click(f"person.{field}.{wish}")
        self._capacity()

    def _capacity(self) -> None:
        hands, script = self._hands, self._script
        if script.capacity.assessed:
            hands.click("person.capacity.way.assessed")
            for part in ("understand", "retain", "weigh", "communicate"):
                if (holds := getattr(script.capacity, part)) is not None:
                    hands.click(f"person.capacity.{part}.{'yes' if holds else 'no'}")
            if script.capacity.note:
                hands.type("person.capacity.note", script.capacity.note)
        if script.representative is not None:
            if not hands.has("person.representative.name"):
                hands.click("person.representative.add")
            for field in ("name", "relation", "authority"):
                hands.type(
                    f"person.representative.{field}", getattr(script.representative, field)
                )

    def _continue(self, step: str) -> None:
        """Go on by the button of the frame; somebody in the room sees the next step."""
        self._hands.click("frame.continue")
        self._hands.wait(lambda: self._session.sitting.discussion.step == step, step)

    def _options(self) -> None:
        hands, script = self._hands, self._script
        self._continue("options")
        chosen = script.options or self._usual()
        for option in chosen:
            if not hands.has(f"options.check.{option}"):
                group = self._session.pack.option(option).group
                hands.click(f"options.more.{group}")
            hands.tick(f"options.check.{option}")
        sitting = self._session.sitting
        for option in usual_without_reason(sitting.discussion, sitting.applicable):
            hands.pick(f"options.reason.{option}", "other")
            hands.type(f"options.reason_words.{option}", script.reason_for(option))

    def _usual(self) -> tuple[str, ...]:
        fits = self._session.sitting.applicable
        usual = [
            option for option in fits.options if fits.is_usual(option) and option != "no-treatment"
        ]
        decided = [each for each in self._script.decision.options if each not in usual]
        return (*decided, *usual[: MOST_OPTIONS - 1 - len(decided)], "no-treatment")

    def _expect(self) -> None:
        hands = self._hands
        self._continue("expect")
        for each in self._script.expectations:
            if each.words:
                hands.type(f"expect.{each.theme}.words", each.words)
            if each.score is not None:
                hands.set_scale(f"expect.{each.theme}.score", each.score)
        if not self._script.expectations:
            hands.tick("expect.skip")

    def _walk(self) -> None:
        self._continue("walk")
        for place, chapter in enumerate(self._session.sitting.agenda.chapters):
            self._hands.wait_for_chapter(place)
            self._chapter(chapter.option)
