"""The statements that are read aloud and signed; they name what was decided."""

from spinecounsel.case.case import Side
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.decision import Consent, Decision
from spinecounsel.discussion.discussion import Discussion, MarkState
from spinecounsel.wording import say, say_count


def decided_on(pack: ContentPack, decision: Decision) -> str:
    """Give what was decided on in one line: the options, then the place ("at T10, right side")."""
    names = say(" and ").join(pack.option(ident).name for ident in decision.options)
    place = [say("at {levels}", levels=", ".join(decision.levels))] if decision.levels else []
    place += [_side(decision.side)] if decision.side else []
    return ", ".join([names, *place]) if names else ""


def _side(side: Side) -> str:
    return {
        Side.LEFT: say("left side"),
        Side.RIGHT: say("right side"),
        Side.BOTH: say("both sides"),
        Side.MIDDLE: say("in the middle"),
    }[side]


def statements(pack: ContentPack, discussion: Discussion) -> tuple[str, ...]:
    """Give the statements for the patient's decision; none while there is no decision."""
    decision = discussion.decision
    if decision is None:
        return ()
    return {
        Consent.PROVIDED: _provided,
        Consent.REFUSED: _refused,
        Consent.POSTPONED: _postponed,
    }[decision.consent](pack, discussion, decision)


def _provided(pack: ContentPack, discussion: Discussion, decision: Decision) -> tuple[str, ...]:
    return (
        say("I agree to: {what}.", what=decided_on(pack, decision)),
        say(
            "I have been told the benefits and the risks of each option that we went through, as "
            "marked in this paper. "
            "I know that I may choose another or none."
        ),
        *_set_aside(discussion),
        _may_change(),
    )


def _refused(pack: ContentPack, discussion: Discussion, decision: Decision) -> tuple[str, ...]:
    what = decided_on(pack, decision)
    first = (
        say("I do not want: {what}.", what=what)
        if what
        else say("I do not want any of the treatments that were chosen for this talk.")
    )
    return (
        first,
        say("I know that I can ask for them, and for other help, later."),
        *_set_aside(discussion),
        _may_change(),
    )


def _postponed(_pack: ContentPack, discussion: Discussion, _decision: Decision) -> tuple[str, ...]:
    return (
        say("I have not decided yet. What we talked about is marked in this paper."),
        say("This paper agrees to no treatment."),
        *_set_aside(discussion),
    )


def _set_aside(discussion: Discussion) -> tuple[str, ...]:
    count = sum(mark.state is MarkState.SET_ASIDE for mark in discussion.marks)
    if not count:
        return ()
    return (
        say_count(
            "At my own wish, {n} thing was not gone through. It is marked in this paper.",
            "At my own wish, {n} things were not gone through. Each is marked in this paper.",
            count,
        ),
    )


def _may_change() -> str:
    return say("I can change my mind at any time.")
