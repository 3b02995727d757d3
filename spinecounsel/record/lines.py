"""What the people, the case and the decision become on paper: labels and what is beside them."""

from collections.abc import Iterable

from spinecounsel.case.case import Case
from spinecounsel.case.scores import scores_of
from spinecounsel.case.words import (
    aim_name,
    class_name,
    finding_name,
    histology_name,
    side_name,
    walking_name,
)
from spinecounsel.content.model import ContentPack
from spinecounsel.dates import clock
from spinecounsel.discussion.decision import PERMISSIONS, Consent, Decision
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.words import (
    answer_name,
    consent_name,
    detail_wish,
    number_view,
    permission_name,
    postponement_name,
    prognosis_wish,
    role_wish,
)
from spinecounsel.record.record import Line, RecordedScore
from spinecounsel.record.statements import decided_on
from spinecounsel.wording import say


def preferences(said: Discussion) -> tuple[Line, ...]:
    """Give how the patient wanted to take part."""
    wishes = said.preferences
    return filled(
        (say("Who should decide?"), role_wish(wishes.role) if wishes.role else ""),
        (
            say("How much do you want to know?"),
            detail_wish(wishes.detail) if wishes.detail else "",
        ),
        (
            say("Do you want to hear how long people live with this?"),
            _prognosis(said),
        ),
        (say("How numbers were shown"), number_view(said.numbers)),
    )


def _prognosis(said: Discussion) -> str:
    """Give the wish, and what was wished before where that changed."""
    wish = said.preferences.prognosis
    if wish is None:
        return ""
    before = [each for each in said.wish_history if each.wish is not wish]
    told = ", ".join(
        say("{wish} at {time}", wish=prognosis_wish(each.wish), time=clock(each.when))
        for each in before
    )
    now = prognosis_wish(wish)
    return say("{now} (before: {earlier})", now=now, earlier=told) if told else now


def capacity(said: Discussion) -> tuple[Line, ...]:
    """Give capacity: presumed, or the four parts of its assessment."""
    found = said.capacity
    if not found.assessed:
        return (Line(label=say("Capacity to decide"), text=say("Presumed")),)
    return filled(
        (say("Capacity to decide"), say("Assessed")),
        (say("Understands what is said"), yes_no(found.understand)),
        (say("Keeps it in mind long enough"), yes_no(found.retain)),
        (say("Weighs one thing against another"), yes_no(found.weigh)),
        (say("Makes a choice known"), yes_no(found.communicate)),
        (say("Note"), found.note),
    )


def yes_no(holds: bool | None) -> str:  # noqa: FBT001 - an answer, not a switch
    """Give yes, no or not known."""
    return say("Not known") if holds is None else say("Yes") if holds else say("No")


def case_lines(case: Case) -> tuple[Line, ...]:
    """Give the case in words; what was not answered is called not known."""
    histology = histology_name(case.histology) if case.histology else say("Not known")
    walking = walking_name(case.walking) if case.walking else say("Not known")
    return filled(
        (say("Class of the tumour"), class_name(case.tumour_class)),
        (say("Histology"), histology),
        (say("Level"), ", ".join(case.levels) or say("Not known")),
        (say("Side"), side_name(case.side) if case.side else say("Not known")),
        (say("Symptoms"), yes_no(case.symptoms)),
        (say("Pain from the tumour"), yes_no(case.pain)),
        (say("Walking"), walking),
        (say("New trouble with bladder or bowel"), yes_no(case.bladder_bowel)),
        (say("Earlier radiotherapy at this place"), yes_no(case.earlier_radiotherapy)),
        (say("Another serious illness"), yes_no(case.serious_illness)),
        (say("Other illnesses"), case.illnesses),
        (say("Aim of treatment"), aim_name(case.aim) if case.aim else say("Not known")),
        (say("Also found"), ", ".join(finding_name(each) for each in case.present)),
        (say("Looked for and not found"), ", ".join(finding_name(each) for each in case.absent)),
        (say("Notes"), case.notes),
    )


def scores(pack: ContentPack, case: Case) -> tuple[RecordedScore, ...]:
    """Give the clinical scores that the case answers."""
    return tuple(
        RecordedScore(
            name=each.name,
            result=each.result,
            items=tuple(Line(label=item.label, text=item.text) for item in each.items),
            limits=each.limits,
            source=each.source,
        )
        for each in scores_of(pack, case)
    )


def decision_lines(pack: ContentPack, decision: Decision) -> tuple[Line, ...]:
    """Give the decision in words."""
    label = {
        Consent.PROVIDED: say("Agreed to"),
        Consent.REFUSED: say("Not wanted"),
        Consent.POSTPONED: say("Leaning to"),
    }[decision.consent]
    postponed = postponement_name(decision.postponement) if decision.postponement else ""
    return filled(
        (say("Outcome"), consent_name(decision.consent)),
        (label, decided_on(pack, decision)),
        (say("Why it waits"), postponed),
        (say("Reason"), decision.reason),
        (say("In the patient’s own words"), decision.words and f"“{decision.words}”"),
    )


def permissions(said: Discussion) -> tuple[Line, ...]:
    """Give the separate permissions; one that was not asked is called so."""
    answered = {each.id: each.answer for each in said.permissions}
    return tuple(
        Line(
            label=permission_name(ident),
            text=answer_name(answered[ident]) if ident in answered else say("Not asked"),
        )
        for ident in PERMISSIONS
    )


def red_flag(pack: ContentPack) -> str:
    """Give the pack's sentence on the signs that need help at once."""
    return next((fact.text for fact in pack.general if fact.kind == "red-flag"), "")


def filled(*rows: tuple[str, str]) -> tuple[Line, ...]:
    """Give a line for each label that has a text."""
    return tuple(Line(label=label, text=text) for label, text in _nonempty(rows))


def _nonempty(rows: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((label, text.strip()) for label, text in rows if text.strip())
