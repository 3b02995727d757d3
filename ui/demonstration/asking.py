"""What is entered before the talk: who it is about, the case, the options."""

from spinecounsel.case.case import Case
from spinecounsel.case.languages import language_name
from spinecounsel.discussion.gate import usual_without_reason
from spinecounsel.viewing.answers import NO, YES
from spinecounsel.viewing.case import OTHER_HISTOLOGY
from spinecounsel.viewing.case_level import regions
from spinecounsel.viewing.options import OTHER, key_of
from ui.demonstration.act import Act
from ui.demonstration.script import MOST_OPTIONS


class Asking(Act):
    """Person, case and options."""

    def person(self) -> None:
        """Say who it is about, who is here, and what the patient wishes."""
        hands, script = self._hands, self._script
        hands.click("library.new")
        hands.type("person.name", script.patient.name)
        if script.patient.born:
            hands.type("person.born", f"{script.patient.born:%d.%m.%Y}")
        hands.type("person.number", script.patient.number)
        hands.pick("person.language", language_name(script.patient.language))
        for field in ("name", "practice"):
            if text := getattr(script.referrer, field):
                hands.type(f"person.referrer.{field}", text)
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

    def case(self) -> None:
        """Describe the case, tab by tab."""
        hands, case = self._hands, self._script.case
        self.go_on("case")
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

    def options(self) -> None:
        """Choose what is gone through, and say why a usual option is left out."""
        hands, script = self._hands, self._script
        self.go_on("options")
        chosen = script.options or self._usual()
        for option in chosen:
            if not hands.has(f"options.check.{option}"):
                group = self._session.pack.option(option).group
                hands.click(f"options.more.{group}")
            hands.tick(f"options.check.{option}")
        for each in script.left_out:
            if each.option in self._unexplained():
                self._explain(each.option, each.reason)
        for option in self._unexplained()[:1]:
            self._explain(option, script.left_out_reason)
            if self._unexplained():
                hands.click(f"options.same.{option}")

    def _unexplained(self) -> tuple[str, ...]:
        sitting = self._session.sitting
        return usual_without_reason(sitting.discussion, sitting.applicable)

    def _explain(self, option: str, reason: str) -> None:
        """Pick a reason from the list, or write it where the list does not have it."""
        key = key_of(reason)
        self._hands.pick(f"options.reason.{option}", key)
        if key == OTHER:
            self._hands.type(f"options.reason_words.{option}", reason)

    def _usual(self) -> tuple[str, ...]:
        fits = self._session.sitting.applicable
        usual = [
            option for option in fits.options if fits.is_usual(option) and option != "no-treatment"
        ]
        decided = [each for each in self._script.decision.options if each not in usual]
        return (*decided, *usual[: MOST_OPTIONS - 1 - len(decided)], "no-treatment")
