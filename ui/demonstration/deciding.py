"""What the patient says at the end: what matters, what was understood, the decision, the name."""

from spinecounsel.discussion.decision import Consent
from spinecounsel.discussion.knowledge import knowledge_questions
from spinecounsel.discussion.steps import State
from spinecounsel.discussion.understanding import TEACH_BACK, SureAnswers
from spinecounsel.viewing.answers import NO, YES
from ui.demonstration.act import Act
from ui.demonstration.ink import written

_ALL_SURE = SureAnswers(sure=True, know=True, matters=True, support=True)


class Deciding(Act):
    """Values, understanding, decision, signatures."""

    def values(self) -> None:
        """Say what matters, in words of the pack and in the patient's own."""
        hands = self._hands
        self.go_on("values")
        own = 0
        for each in self._script.values:
            if each.statement:
                hands.click(f"values.{each.statement}.{each.importance}")
                continue
            hands.type("values.own", each.text)
            hands.click("values.add")
            hands.tick(f"values.own.{own}.{each.importance}")
            for concept in each.concepts:
                hands.pick(f"values.own.{own}.about", concept)
                hands.click(f"values.own.{own}.tie")
            own += 1

    def fit(self) -> None:
        """See what is known of each option on what matters."""
        self._hands.tick("values.tab.options")

    def understanding(self) -> None:
        """Say things back; what was not said yet is asked again."""
        hands = self._hands
        self.go_on("understanding")
        for item in TEACH_BACK:
            later = item in self._script.not_yet
            hands.tick(f"understanding.{item}.{'not-yet' if later else 'said'}")
        self._check()
        for item in self._script.not_yet:
            hands.tick(f"understanding.{item}.said")

    def _check(self) -> None:
        """Answer what is asked of what was told and was not answered yet."""
        sitting = self._session.sitting
        asked = knowledge_questions(self._session.pack, sitting.discussion, sitting.agenda)
        answered = {each.question for each in sitting.discussion.knowledge}
        for number, question in enumerate(asked, 1):
            if question.key in answered:
                continue
            if not self._hands.has(f"understanding.knowledge.{number}.{question.right}"):
                self._hands.click(f"understanding.knowledge.{number}")
            self._hands.tick(f"understanding.knowledge.{number}.{question.right}")

    def decision(self) -> None:
        """Answer the four plain questions, then decide."""
        hands, decision = self._hands, self._script.decision
        self.go_on("decision")
        self._four_questions("decision", self._script.sure)
        for option in self._script.leaning_after or ("none",):
            hands.tick(f"decision.leaning.{option}")
        if self._session.sitting.progress["understanding"].state is not State.DONE:
            # Who leans to another option now is asked about that one.
            self.turn_to("understanding")
            self._check()
            self.go_on("decision")
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

    def sign(self) -> None:
        """Answer the four plain questions again; then all sign."""
        hands, script = self._hands, self._script
        self.go_on("sign")
        self._four_questions("sign", _ALL_SURE)
        for lacking in self._session.sitting.missing:
            raise lacking  # nobody can sign
        if script.representative is not None:
            self._one_signs("representative", script.representative.name)
        else:
            self._one_signs("patient", script.patient.name)
        self._one_signs("clinician", script.clinician.name)
        hands.seen("sign.seal")

    def _four_questions(self, page: str, answers: SureAnswers) -> None:
        for field in answers.__struct_fields__:
            holds = getattr(answers, field)
            if holds is not None:
                self._hands.tick(f"{page}.sure.{field}.{YES if holds else NO}")

    def _one_signs(self, role: str, name: str) -> None:
        hands = self._hands
        hands.click(f"sign.tab.{role}")
        hands.draw("sign.pad", written(name))
        hands.click("sign.take")

    def seal(self, passphrase: str) -> None:
        """Seal the record with the passphrase."""
        hands = self._hands
        hands.click("sign.seal")
        hands.type("sign.passphrase", passphrase)
        hands.click("sign.confirm")
