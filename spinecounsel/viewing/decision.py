"""The decision on the screen: three answers of equal weight, none chosen beforehand."""

from spinecounsel.case.case import Side
from spinecounsel.case.words import side_name
from spinecounsel.content.model import NO_TREATMENT, ContentPack
from spinecounsel.discussion.decision import (
    PERMISSIONS,
    Answer,
    Consent,
    Postponement,
)
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.words import answer_name, permission_name, postponement_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.red_flags import warning_beside_decision
from spinecounsel.viewing.sure import SureView, sure_view
from spinecounsel.wording import say


class Kind(Frozen, frozen=True, kw_only=True):
    """One of the three answers."""

    key: str
    title: str
    sentence: str


class Tick(Frozen, frozen=True, kw_only=True):
    """Something that is ticked or not."""

    key: str
    words: str
    ticked: bool
    remark: str = ""


class PermissionRow(Frozen, frozen=True, kw_only=True):
    """A separate permission; ``answer`` is empty while it was not answered."""

    id: str
    words: str
    answer: str


class LeaningView(Frozen, frozen=True, kw_only=True):
    """What the patient leans to by now; ``none`` says that they lean to none of them yet.

    ``before`` says what they leaned to before the numbers, empty where that is not known.
    """

    options: tuple[Tick, ...]
    none: bool
    before: str


class DecisionView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows.

    ``kind`` is empty while nothing is chosen.  What is empty is not asked: ``options``, ``levels``,
    ``sides`` and ``whys`` are there only for the kind that needs them; so is ``reason_name``.
    ``follows`` says what comes after a refusal.  Sides, whys, answers are pairs of key and words.
    """

    sure: SureView
    leaning: LeaningView
    kinds: tuple[Kind, ...]
    kind: str
    title: str
    sentence: str
    options: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    sides: tuple[tuple[str, str], ...]
    side: str
    whys: tuple[tuple[str, str], ...]
    why: str
    reason_name: str
    reason: str
    words: str
    follows: str
    permissions: tuple[PermissionRow, ...]
    answers: tuple[tuple[str, str], ...]
    red_flag: str


def decision_view(pack: ContentPack, discussion: Discussion) -> DecisionView:
    """Give the view of the decision step."""
    decision = discussion.decision
    kind = decision.consent if decision else None
    title, sentence, reason_name = _asked(kind)
    placed = decision is not None and kind is Consent.PROVIDED and bool(decision.options)
    waits = kind is Consent.POSTPONED
    return DecisionView(
        sure=sure_view(discussion.sure),
        leaning=_leaning(pack, discussion),
        kinds=_kinds(),
        kind=str(kind or ""),
        title=title,
        sentence=sentence,
        options=_options(pack, discussion) if decision and not waits else (),
        levels=_levels(discussion) if placed else (),
        sides=tuple((str(side), side_name(side)) for side in Side) if placed else (),
        side=str(decision.side or "") if decision else "",
        whys=tuple((key_of_why(why), postponement_name(why)) for why in Postponement)
        if waits
        else (),
        why=key_of_why(decision.postponement) if decision and decision.postponement else "",
        reason_name=reason_name,
        reason=decision.reason if decision else "",
        words=decision.words if decision else "",
        follows=say("You can ask for it again at any time. We go on caring for you.")
        if kind is Consent.REFUSED
        else "",
        permissions=_permissions(discussion),
        answers=tuple((key_of_answer(answer), answer_name(answer)) for answer in Answer),
        red_flag=warning_beside_decision(pack, discussion),
    )


def key_of_why(why: Postponement) -> str:
    """Give the key of a reason to wait."""
    return why.replace(" ", "-")


def key_of_answer(answer: Answer) -> str:
    """Give the key of an answer to a permission."""
    return answer.replace(" ", "-")


def _leaning(pack: ContentPack, discussion: Discussion) -> LeaningView:
    now, before = discussion.leaning_after, discussion.leaning_before
    leaned = now.options if now else ()
    options = dict.fromkeys((*discussion.options, *leaned))
    return LeaningView(
        options=tuple(
            Tick(key=ident, words=pack.option(ident).short_name, ticked=ident in leaned)
            for ident in options
        ),
        none=now is not None and not leaned,
        before=_leaned_before(pack, before.options) if before else "",
    )


def _leaned_before(pack: ContentPack, options: tuple[str, ...]) -> str:
    names = [pack.option(ident).short_name for ident in options]
    if not names:
        return say("Before the numbers you leaned to none of them.")
    return say("Before the numbers you leaned to: {what}.", what=", ".join(names))


def _kinds() -> tuple[Kind, ...]:
    return (
        Kind(
            key=str(Consent.PROVIDED),
            title=say("Yes, I agree to ..."),
            sentence=say("one option, or some together"),
        ),
        Kind(
            key=str(Consent.REFUSED),
            title=say("No, I do not want ..."),
            sentence=say("one option, some, or all of them"),
        ),
        Kind(
            key=str(Consent.POSTPONED),
            title=say("I have not decided yet"),
            sentence=say("more time or help comes first"),
        ),
    )


def _asked(kind: Consent | None) -> tuple[str, str, str]:
    """Give the title, the sentence below it, and the name of the field for the reason."""
    return {
        None: ("", "", ""),
        Consent.PROVIDED: (
            say("What do you agree to?"),
            say("Tick one, or those that belong together."),
            "",
        ),
        Consent.REFUSED: (
            say("What do you not want?"),
            say("Tick it. If nothing is ticked, it means all that were chosen for this talk."),
            say("Why, if you would like to say"),
        ),
        Consent.POSTPONED: (
            say("What would help you to decide?"),
            say("You agree to no treatment by this. Take your time."),
            say("What you would like to know or do first"),
        ),
    }[kind]


def _options(pack: ContentPack, discussion: Discussion) -> tuple[Tick, ...]:
    """Give what is in the talk, and what was ticked before it was taken out of it.

    No treatment is nothing that could be refused.
    """
    decision = discussion.decision
    decided = decision.options if decision else ()
    refusing = decision is not None and decision.consent is Consent.REFUSED
    offered = [
        each
        for each in discussion.options
        if each in decided or not (refusing and each == NO_TREATMENT)
    ]
    gone = [each for each in decided if each not in discussion.options]
    return tuple(
        Tick(
            key=ident,
            words=pack.option(ident).name,
            ticked=ident in decided,
            remark=say("We have not gone through this one.") if ident in gone else "",
        )
        for ident in (*offered, *gone)
    )


def _levels(discussion: Discussion) -> tuple[Tick, ...]:
    decided = discussion.decision.levels if discussion.decision else ()
    levels = dict.fromkeys((*discussion.case.levels, *decided))
    return tuple(Tick(key=each, words=each, ticked=each in decided) for each in levels)


def _permissions(discussion: Discussion) -> tuple[PermissionRow, ...]:
    answered = {each.id: key_of_answer(each.answer) for each in discussion.permissions}
    return tuple(
        PermissionRow(id=ident, words=permission_name(ident), answer=answered.get(ident, ""))
        for ident in PERMISSIONS
    )
