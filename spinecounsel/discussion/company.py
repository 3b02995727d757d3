"""What the people behind an option's numbers had beside it, where the talk leaves that out.

A number counted with a companion treatment does not say what comes of the option without it.  Which
treatments go with a number is data in the pack (``Estimate.also_had``, and ``part_of`` where an
option speaks by the numbers of another one); nothing is guessed.
"""

from collections.abc import Iterable

from spinecounsel.content.model import ContentPack, Estimate, Role
from spinecounsel.discussion.agenda import ILLNESS, Agenda, Closed
from spinecounsel.wording import say


def company(
    pack: ContentPack, chosen: tuple[str, ...], option: str, estimates: Iterable[Estimate]
) -> tuple[str, ...]:
    """Say what is not among ``chosen``, though the people of these ``estimates`` had it.

    One sentence for what all of them had, one for what some had.  Numbers of other options, which
    stand there to compare, do not count.
    """
    if option == ILLNESS:
        return ()
    whole = pack.option(option).part_of
    own = [
        each
        for each in estimates
        if each.option in {option, whole} and each.role is not Role.COMPARATOR
    ]
    had = {each.id: [each.id in _had(row) for row in own] for each in pack.options}
    missed = [each for each in had if any(had[each]) and each not in {option, *chosen}]
    form = [each for each in missed if each == whole and any(row.option == whole for row in own)]
    by_all = [each for each in missed if each not in form and all(had[each])]
    by_some = [each for each in missed if each not in {*form, *by_all}]
    found = ((_by_form, form), (_by_all, by_all), (_by_some, by_some))
    return tuple(
        sentence(", ".join(pack.option(each).short_name for each in missing))
        for sentence, missing in found
        if missing
    )


def label() -> str:
    """Give what stands before these sentences where they are one thing among others."""
    return say("What these people had")


def companies(pack: ContentPack, agenda: Agenda, chosen: tuple[str, ...]) -> dict[str, str]:
    """Say it of each chosen option, a line each; what is shut about dying stays out."""
    told = {}
    for chapter in agenda.chapters:
        estimates = [
            pack.estimates[ident]
            for topic in chapter.topics
            if topic.closed is not Closed.SENSITIVE
            for ident in topic.estimates
        ]
        told[chapter.option] = "\n".join(company(pack, chosen, chapter.option, estimates))
    return told


def _had(estimate: Estimate) -> set[str]:
    return {estimate.option, *estimate.also_had}


def _by_form(options: str) -> str:
    return say(
        "There are no numbers for just this option. These come from people who had one that is "
        "not part of this talk: {options}",
        options=options,
    )


def _by_all(options: str) -> str:
    return say(
        "These people also had: {options}. It is not part of this talk.",
        options=options,
    )


def _by_some(options: str) -> str:
    return say(
        "Some of these people also had: {options}. It is not part of this talk.",
        options=options,
    )
