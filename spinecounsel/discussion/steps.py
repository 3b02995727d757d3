"""The steps of a consultation as data: what each needs, and what lets one go on."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum

from spinecounsel.case.problems import case_problems, patient_problems
from spinecounsel.case.relevance import Applicable
from spinecounsel.content.model import NO_TREATMENT, ContentPack
from spinecounsel.discussion import gate
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.decision import PERMISSIONS, Consent, Decision
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.knowledge import knowledge_questions
from spinecounsel.discussion.letters import letters_missing
from spinecounsel.discussion.people import AttendeeRole
from spinecounsel.discussion.understanding import TEACH_BACK, Said, SureAnswers
from spinecounsel.errors import NotYet
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say


class Step(Frozen, frozen=True, kw_only=True):
    """A step: its id and the word in the rail."""

    id: str
    title: str


STEPS = tuple(
    Step(id=ident, title=title)
    for ident, title in (
        ("person", "Person"),
        ("case", "Case"),
        ("options", "Options"),
        ("expect", "Expect"),
        ("walk", "Walk"),
        ("ahead", "Ahead"),
        ("compare", "Compare"),
        ("values", "Values"),
        ("understanding", "Understanding"),
        ("decision", "Decision"),
        ("sign", "Sign"),
    )
)
ORDER = tuple(step.id for step in STEPS)


class State(StrEnum):
    """How far a step is."""

    DONE = "done"
    PART = "part"
    TO_DO = "to_do"


class Progress(Frozen, frozen=True, kw_only=True):
    """How far a step is, and the sentences that name what must be there before one goes on."""

    state: State
    missing: tuple[str, ...] = ()


class Situation(Frozen, frozen=True, kw_only=True):
    """What progress is judged by; ``today`` is the day of the consultation."""

    pack: ContentPack
    discussion: Discussion
    agenda: Agenda
    fits: Applicable
    today: dt.date


def progress(now: Situation) -> dict[str, Progress]:
    """Give the progress of every step."""
    return {ident: judge(now) for ident, judge in _JUDGES.items()}


def following(step: str, by: int) -> str:
    """Give the step that stands ``by`` places after ``step``; the first and last have no beyond."""
    return ORDER[max(0, min(len(ORDER) - 1, ORDER.index(step) + by))]


def _judged(*, done: bool, begun: bool, missing: tuple[str, ...] = ()) -> Progress:
    if done and not missing:
        return Progress(state=State.DONE)
    return Progress(state=State.PART if begun else State.TO_DO, missing=missing)


def _person(now: Situation) -> Progress:
    said = now.discussion
    missing = [*patient_problems(said.patient, now.today).values()]
    if said.patient.name.strip() and said.patient.born is None and not said.patient.number.strip():
        missing.append(say("Enter the date of birth or the hospital number."))
    missing += _room_problems(said)
    return _judged(done=True, begun=bool(said.patient.name.strip()), missing=tuple(missing))


def _room_problems(said: Discussion) -> list[str]:
    problems = []
    if any(not each.name.strip() for each in said.present):
        problems.append(say("Somebody in the room has no name: write it, or remove the row."))
    if any(
        each.role is AttendeeRole.INTERPRETER and not each.language.strip() for each in said.present
    ):
        problems.append(say("Write which language the interpreter speaks."))
    named = said.representative is not None and said.representative.name.strip()
    if said.representative is not None and not named:
        problems.append(say("Write who decides for the patient."))
    elif said.capacity.lacking and not named:
        problems.append(say("The patient cannot decide now: write who decides for them."))
    return problems


def _case(now: Situation) -> Progress:
    case = now.discussion.case
    begun = case != type(case)()
    return _judged(
        done=case.tumour_class is not None and bool(case.levels),
        begun=begun,
        missing=tuple(case_problems(case).values()),
    )


def _options(now: Situation) -> Progress:
    missing = tuple(
        str(each)
        for each in gate.missing(now.discussion, now.agenda, now.fits)
        if each.step == "options"
    )
    return _judged(done=True, begun=bool(now.discussion.options), missing=missing)


def _expect(now: Situation) -> Progress:
    said = now.discussion
    return _judged(done=bool(said.expectations) or said.expect_skipped, begun=False)


def _walk(now: Situation) -> Progress:
    said = now.discussion
    missing = tuple(
        str(each) for each in gate.missing(said, now.agenda, now.fits) if each.step == "walk"
    )
    return _judged(done=bool(said.options), begun=bool(said.marks), missing=missing)


def _ahead(now: Situation) -> Progress:
    return _judged(done=now.discussion.looked_ahead, begun=False)


def _compare(now: Situation) -> Progress:
    return _judged(done=now.discussion.compared, begun=False)


def _values(now: Situation) -> Progress:
    return _judged(done=bool(now.discussion.values), begun=False)


def _understanding(now: Situation) -> Progress:
    """Judge teach-back and knowledge check; what was said in part will do, a wrong answer not."""
    said = now.discussion
    back = {each.item for each in said.teach_back if each.said is not Said.NOT_YET}
    known = {each.question for each in said.knowledge if each.right}
    asked = knowledge_questions(now.pack, said, now.agenda)
    done = all(item in back for item in TEACH_BACK) and all(each.key in known for each in asked)
    return _judged(done=done, begun=bool(said.teach_back or said.knowledge))


def _decision(now: Situation) -> Progress:
    said = now.discussion
    if said.decision is None:
        begun = bool(said.permissions) or said.sure != SureAnswers() or bool(said.leaning_after)
        return _judged(done=False, begun=begun, missing=(say("Write down the decision."),))
    answered = len(said.permissions) == len(PERMISSIONS) and was_asked(said.sure)
    return _judged(done=answered, begun=True, missing=decision_problems(said, said.decision))


def was_asked(answers: SureAnswers) -> bool:
    """Whether all of the four plain questions were answered."""
    return None not in (answers.sure, answers.know, answers.matters, answers.support)


def decision_problems(said: Discussion, decision: Decision) -> tuple[str, ...]:
    """Give what a decision still lacks."""
    problems = []
    if decision.consent is Consent.PROVIDED and not decision.options:
        problems.append(say("Choose the option that was decided on."))
    if any(option not in said.options for option in decision.options):
        problems.append(say("An option was decided on that was not gone through."))
    if decision.consent is Consent.POSTPONED and decision.postponement is None:
        problems.append(say("Choose why the decision waits."))
    return (*problems, *_at_odds(decision))


def _at_odds(decision: Decision) -> tuple[str, ...]:
    """Give where a decision says two things at once."""
    if NO_TREATMENT not in decision.options:
        return ()
    if decision.consent is Consent.PROVIDED and len(decision.options) > 1:
        return (say("No treatment stands alone: take it out of the decision, or the others."),)
    if decision.consent is Consent.REFUSED:
        return (say("No treatment is nothing to refuse: take it out of the decision."),)
    return ()


def _sign(now: Situation) -> Progress:
    return Progress(state=State.TO_DO, missing=tuple(str(each) for each in before_signing(now)))


def before_signing(now: Situation) -> tuple[NotYet, ...]:
    """Give all that is missing before anybody may sign, each with the step that cures it."""
    found = []
    for ident in ("person", "case", "decision"):
        found += [NotYet(ident, sentence) for sentence in _JUDGES[ident](now).missing]
    decision = now.discussion.decision
    if decision is None or decision.consent is Consent.PROVIDED:
        found += gate.missing(now.discussion, now.agenda, now.fits)
    found += letters_missing(now.discussion, now.agenda)
    return tuple(sorted(found, key=lambda each: ORDER.index(each.step)))


_JUDGES: Mapping[str, Callable[[Situation], Progress]] = {
    "person": _person,
    "case": _case,
    "options": _options,
    "expect": _expect,
    "walk": _walk,
    "ahead": _ahead,
    "compare": _compare,
    "values": _values,
    "understanding": _understanding,
    "decision": _decision,
    "sign": _sign,
}
