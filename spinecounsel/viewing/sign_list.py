"""What is there before anybody signs, what is worth a second look, and what is missing."""

from collections.abc import Iterable, Mapping

from spinecounsel.discussion.agenda import ILLNESS, Topic, TopicKind
from spinecounsel.discussion.decision import PERMISSIONS
from spinecounsel.discussion.discussion import Discussion, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.steps import STEPS, Progress, State
from spinecounsel.discussion.understanding import Said, SureAnswers
from spinecounsel.discussion.words import consent_name
from spinecounsel.errors import LetterMissing, NotYet
from spinecounsel.frozen import Frozen
from spinecounsel.record.recording import Material
from spinecounsel.record.statements import decided_on
from spinecounsel.viewing.sure import sure_view
from spinecounsel.wording import say, say_count

COUNTED = (TopicKind.BENEFIT, TopicKind.RISK, TopicKind.ALTERNATIVES)
"""The kinds that have a line of their own."""


class CheckLine(Frozen, frozen=True, kw_only=True):
    """A line: ``mark`` is ``done``, ``part`` (worth a second look) or ``to_do`` (missing).

    ``step`` is where it is cured, empty where that is not needed or is here.
    """

    key: str
    mark: str
    title: str
    sentence: str
    step: str

    @property
    def spoken(self) -> str:
        """Say the mark in words."""
        return {
            "done": say("done"),
            "part": say("worth a second look"),
            "to_do": say("missing"),
        }[self.mark]


def check_lines(
    source: Material, missing: tuple[NotYet, ...], progress: Mapping[str, Progress]
) -> tuple[CheckLine, ...]:
    """Give the lines of everything but the signatures, in the order of the steps."""
    teller = _Teller(source, missing)
    return (
        *teller.earlier_steps(),
        *_letters(missing),
        teller.options(),
        *teller.walked(),
        _understanding(source.discussion, progress["understanding"]),
        teller.decision(),
        _permissions(source.discussion),
        _sure(source.discussion),
    )


class _Teller:
    """Says how far the talk is, and whether that keeps anybody from signing."""

    def __init__(self, source: Material, missing: tuple[NotYet, ...]) -> None:
        self._source = source
        self._missing: dict[str, str] = {}
        for each in missing:
            if not isinstance(each, LetterMissing):
                self._missing.setdefault(each.step, str(each))
        self._marks = {key: mark.state for key, mark in marks_of(source.discussion).items()}

    def earlier_steps(self) -> Iterable[CheckLine]:
        """Give a line for person and case, where they lack something."""
        titles = {step.id: step.title for step in STEPS}
        for step in ("person", "case"):
            if step in self._missing:
                yield CheckLine(
                    key=step,
                    mark="to_do",
                    title=titles[step],
                    sentence=self._missing[step],
                    step=step,
                )

    def options(self) -> CheckLine:
        """Give the line that counts the options."""
        chapters = [each for each in self._source.agenda.chapters if each.option != ILLNESS]
        gone = sum(
            all(topic.key in self._marks for topic in each.topics if topic.required)
            for each in chapters
        )
        at_options = self._missing.get("options", "")
        done = bool(chapters) and gone == len(chapters) and not at_options
        title = say("{n} of {all} options gone through", n=gone, all=len(chapters))
        return CheckLine(
            key="options",
            mark=self._mark(("options", "walk"), done=done),
            title=title if chapters else say("No option chosen yet"),
            sentence=at_options,
            step="" if done else "options" if at_options or not chapters else "walk",
        )

    def walked(self) -> Iterable[CheckLine]:
        """Give the lines that count benefits, risks and the naming of other options."""
        topics = [each for each in self._source.agenda.topics if each.required]
        for kind in COUNTED:
            mine = [each for each in topics if each.kind is kind]
            if mine:
                yield self._counted(kind, mine)
        counted = {each.key for each in topics if each.kind in COUNTED}
        others = sum(
            state is MarkState.SET_ASIDE and key not in counted
            for key, state in self._marks.items()
        )
        if others:
            title = say_count(
                "{n} other thing set aside at the patient’s wish",
                "{n} other things set aside at the patient’s wish",
                others,
            )
            yield CheckLine(key="aside", mark="done", title=title, sentence="", step="")

    def decision(self) -> CheckLine:
        """Give the line of the decision."""
        decision = self._source.discussion.decision
        lacks = self._missing.get("decision", "")
        said = ""
        if decision is not None:
            what = decided_on(self._source.pack, decision)
            said = ": ".join(filter(None, (consent_name(decision.consent), what)))
        return CheckLine(
            key="decision",
            mark="to_do" if lacks else "done",
            title=say("Decision written down") if decision else say("Decision"),
            sentence=lacks or said,
            step="decision" if lacks else "",
        )

    def _counted(self, kind: TopicKind, topics: list[Topic]) -> CheckLine:
        states = [self._marks.get(topic.key) for topic in topics]
        told, aside = states.count(MarkState.DISCUSSED), states.count(MarkState.SET_ASIDE)
        done = None not in states
        return CheckLine(
            key=str(kind),
            mark=self._mark(("walk",), done=done),
            title=_title(kind, told, len(topics), done=done),
            sentence=say("{n} set aside at the patient’s wish", n=aside) if aside else "",
            step="" if done else "walk",
        )

    def _mark(self, steps: tuple[str, ...], *, done: bool) -> str:
        """Missing is only what keeps from signing: one may refuse before all was gone through."""
        if done:
            return "done"
        return "to_do" if any(step in self._missing for step in steps) else "part"


def _title(kind: TopicKind, told: int, count: int, *, done: bool) -> str:
    if kind is TopicKind.BENEFIT:
        return say("{n} of {all} benefits discussed", n=told, all=count)
    if kind is TopicKind.RISK:
        return say("{n} of {all} risks discussed", n=told, all=count)
    return say("Other options talked about") if done else say("Other options not named yet")


def _letters(missing: tuple[NotYet, ...]) -> Iterable[CheckLine]:
    """Give a line for each text with letters that the paper cannot show."""
    titles = {step.id: step.title for step in STEPS}
    written = [each for each in missing if isinstance(each, LetterMissing)]
    for number, each in enumerate(written):
        yield CheckLine(
            key=f"letters.{number}",
            mark="to_do",
            title=say("A letter that the paper lacks ({step})", step=titles[each.step]),
            sentence=str(each),
            step=each.step,
        )


def _understanding(said: Discussion, progress: Progress) -> CheckLine:
    done = progress.state is State.DONE
    return CheckLine(
        key="understanding",
        mark="done" if done else "part",
        title=say("Understanding"),
        sentence=", ".join(_understood(said)) or ("" if done else say("not asked yet")),
        step="" if done else "understanding",
    )


def _understood(said: Discussion) -> Iterable[str]:
    not_yet = sum(each.said is Said.NOT_YET for each in said.teach_back)
    if not_yet:
        yield say("{n} “not yet”", n=not_yet)
    partly = sum(each.said is Said.PARTLY for each in said.teach_back)
    if partly:
        yield say("{n} “partly”", n=partly)
    again = sum(each.times > 1 for each in said.teach_back)
    if again:
        yield say_count("{n} explained again", "{n} explained again", again)
    explained = sum(not each.right for each in said.knowledge)
    if explained:
        yield say_count("{n} question to go over", "{n} questions to go over", explained)


def _sure(said: Discussion) -> CheckLine:
    """Give the line of the four plain questions before signing; they never keep anybody from it."""
    view = sure_view(said.sure_again)
    asked = said.sure_again != SureAnswers()
    return CheckLine(
        key="sure",
        mark="done" if view.settled else "part",
        title=view.summary if asked else say("Four questions before you sign"),
        sentence="" if asked else say("on this page"),
        step="",
    )


def _permissions(said: Discussion) -> CheckLine:
    answered, count = len(said.permissions), len(PERMISSIONS)
    done = answered == count
    return CheckLine(
        key="permissions",
        mark="done" if done else "part",
        title=say("{n} of {all} permissions answered", n=answered, all=count),
        sentence="" if done else say("what was not asked is not allowed"),
        step="" if done else "decision",
    )
