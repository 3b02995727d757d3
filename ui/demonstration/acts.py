"""What the people of the demonstration do at each step, by the names of what they touch."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from spinecounsel.case.case import Case
from spinecounsel.case.languages import language_name
from spinecounsel.discussion.agenda import ILLNESS, Closed, Topic
from spinecounsel.discussion.decision import Consent
from spinecounsel.discussion.gate import usual_without_reason
from spinecounsel.discussion.understanding import TEACH_BACK
from spinecounsel.viewing.answers import NO, YES
from spinecounsel.viewing.case import OTHER_HISTOLOGY
from spinecounsel.viewing.case_level import regions
from ui.demonstration.hands import Hands, Lost
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
        hands.pick("person.language", language_name(script.patient.language))
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
                hands.type(f"person.representative.{field}", getattr(script.representative, field))

    def _continue(self, step: str) -> None:
        """Go on by the button of the frame; somebody in the room sees the next step."""
        self._hands.click("frame.continue")
        self._hands.wait(lambda: self._session.sitting.discussion.step == step, step)

    def _case(self) -> None:
        hands, case = self._hands, self._script.case
        self._continue("case")
        self._tumour(case)
        self._level(case)
        hands.click("case.tab.nerves")
        for field in ("symptoms", "pain", "walking", "bladder_bowel", "ais", "escc"):
            self._answer(field, getattr(case, field))
        hands.click("case.tab.fitness")
        for field in ("ecog", "kps", "earlier_radiotherapy", "serious_illness"):
            self._answer(field, getattr(case, field))
        if case.illnesses:
            hands.type("case.illnesses", case.illnesses)
        hands.click("case.tab.aim")
        self._answer("aim", case.aim)
        if case.notes:
            hands.type("case.notes", case.notes)
        hands.click("case.tab.level")

    def _level(self, case: Case) -> None:
        hands = self._hands
        hands.click("case.tab.level")
        for region in regions():
            for level in (each for each in region.levels if each in case.levels):
                if not hands.has(f"case.level.{level}"):
                    hands.click(f"case.region.{region.id}")
                hands.tick(f"case.level.{level}")
        self._answer("side", case.side)
        for item in case.sins.__struct_fields__:
            answer = getattr(case.sins, item)
            # The level may have answered the first item already.
            if getattr(self._session.sitting.discussion.case.sins, item) != answer:
                self._answer(f"sins.{item}", answer)

    def _tumour(self, case: Case) -> None:
        hands = self._hands
        hands.click("case.tab.tumour")
        self._answer("tumour_class", case.tumour_class)
        if case.histology:
            known = case.histology in self._session.pack.histologies
            self._answer("histology", case.histology if known else OTHER_HISTOLOGY)
            if not known:
                hands.type("case.histology.words", case.histology)
        for findings, answer in ((case.present, "yes"), (case.absent, "no")):
            for finding in findings:
                hands.click(f"case.finding.{finding}.{answer}")

    def _answer(self, field: str, value: object) -> None:
        """Answer a question of the case, opening it first where it is folded; None says nothing."""
        if value is None:
            return
        key = {True: YES, False: NO}[value] if isinstance(value, bool) else str(value)
        if not self._hands.has(f"case.{field}.{key}"):
            self._hands.click(f"case.{field}")
        self._hands.click(f"case.{field}.{key}")

    def _options(self) -> None:
        hands, script = self._hands, self._script
        self._continue("options")
        chosen = script.options or self._usual()
        for option in chosen:
            if not hands.has(f"options.check.{option}"):
                group = self._session.pack.option(option).group
                hands.click(f"options.more.{group}")
            hands.tick(f"options.check.{option}")
        for each in script.left_out:
            if each.option in self._unexplained():
                self._explain(f"options.reason.{each.option}", each.reason)
        if len(self._unexplained()) > 1:
            hands.pick("options.reason_all", "other")
            hands.type("options.reason_all_words", script.left_out_reason)
            hands.click("options.same_for_all")
        for option in self._unexplained():
            self._explain(f"options.reason.{option}", script.left_out_reason)

    def _unexplained(self) -> tuple[str, ...]:
        sitting = self._session.sitting
        return usual_without_reason(sitting.discussion, sitting.applicable)

    def _explain(self, name: str, reason: str) -> None:
        self._hands.pick(name, "other")
        self._hands.type(name.replace("reason.", "reason_words."), reason)

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
        for place in range(len(self._session.sitting.agenda.chapters)):
            for number in range(len(self._session.sitting.agenda.chapters[place].topics)):
                # The page goes on by itself once a topic is marked, to another option too.
                self._turn_to(place)
                self._hands.click(f"walk.topic.{number}")
                self._topic(self._session.sitting.agenda.chapters[place].topics[number])
        self._questions()
        # For the picture: back to the first option, to the first thing that was counted.
        chapters = self._session.sitting.agenda.chapters
        first = next(n for n, chapter in enumerate(chapters) if chapter.option != ILLNESS)
        self._turn_to(first)
        counted = [n for n, topic in enumerate(chapters[first].topics) if topic.estimates]
        self._hands.click(f"walk.topic.{counted[0] if counted else 0}")

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

    def _compare(self) -> None:
        self._continue("compare")

    def _values(self) -> None:
        hands = self._hands
        self._continue("values")
        own = 0
        for each in self._script.values:
            if each.statement:
                hands.click(f"values.{each.statement}.{each.importance}")
                continue
            hands.type("values.own", each.text)
            hands.click("values.add")
            hands.tick(f"values.own.{own}.{each.importance}")
            own += 1

    def _understanding(self) -> None:
        hands = self._hands
        self._continue("understanding")
        for item in TEACH_BACK:
            hands.click(f"understanding.{item}.said")
        for field in ("sure", "know", "matters", "support"):
            hands.click(f"understanding.sure.{field}.yes")

    def _decision(self) -> None:
        hands, decision = self._hands, self._script.decision
        self._continue("decision")
        hands.click(f"decision.{decision.consent}")
        for option in decision.options:
            hands.tick(f"decision.option.{option}")
        if decision.postponement is not None:
            hands.click(f"decision.why.{decision.postponement.replace(' ', '-')}")
        self._place()
        if decision.reason:
            hands.type("decision.reason", decision.reason)
        if decision.words:
            hands.type("decision.words", decision.words)
        for each in self._script.permissions:
            hands.click(f"decision.permission.{each.id}.{each.answer.replace(' ', '-')}")

    def _place(self) -> None:
        hands, decision = self._hands, self._script.decision
        if decision.consent is not Consent.PROVIDED:
            return
        for level in self._script.case.levels:
            wanted = not decision.levels or level in decision.levels
            if hands.has(f"decision.level.{level}"):
                hands.tick(f"decision.level.{level}", on=wanted)
        if decision.side is not None:
            hands.tick(f"decision.side.{decision.side}")

    def _sign(self) -> None:
        hands, script = self._hands, self._script
        self._continue("sign")
        if script.representative is not None:
            self._one_signs("representative", script.representative.name)
        else:
            self._one_signs("patient", script.patient.name)
        self._one_signs("clinician", script.clinician.name)
        hands.seen("sign.seal")

    def _one_signs(self, role: str, name: str) -> None:
        hands = self._hands
        hands.click(f"sign.tab.{role}")
        hands.draw("sign.pad", written(name))
        hands.click("sign.take")

    def _finish(self, passphrase: str, document: Path) -> None:
        hands = self._hands
        hands.click("sign.seal")
        hands.type("sign.passphrase", passphrase)
        hands.click("sign.confirm")
        hands.seen("finished.export")
        hands.click("finished.export")
        hands.save_as("finished.file", document)
        hands.wait(document.exists, document.name)
        hands.click("finished.copy")
