"""The options on the screen: which are usual here and why, which are chosen, which are left out."""

import re
from collections.abc import Collection, Mapping

from spinecounsel.case.relevance import Applicable, OptionFit
from spinecounsel.content.citation import citation
from spinecounsel.content.model import USUAL, ContentPack, Rule, Source, TreatmentOption
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.company import companies
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say, say_count

BEST_COMPARED = 6
"""More options than this are hard to hold side by side in one's mind."""

OTHER = "other"
"""The key of a reason in the clinician's own words."""

NOT_SHOWN = "not shown"
"""How the authors of a source begin whose page names none."""


class RuleLine(Frozen, frozen=True, kw_only=True):
    """A rule that holds: its reason, and who says so."""

    reason: str
    source: str


class OptionRow(Frozen, frozen=True, kw_only=True):
    """An option; ``mark`` is ``usual``, ``not_usual`` or empty, ``link`` the words for its rules.

    A ``folded`` row is shown only when the group is opened, or when it is chosen.  ``company`` says
    that its numbers rest on what is left out, empty where they do not.
    """

    id: str
    name: str
    sentence: str
    mark: str
    tag: str
    link: str
    rules: tuple[RuleLine, ...]
    chosen: bool
    folded: bool
    company: str


class OptionGroup(Frozen, frozen=True, kw_only=True):
    """Options of one kind; ``unchosen`` are its usual options that are not chosen yet."""

    id: str
    title: str
    remark: str
    unchosen: tuple[str, ...]
    rows: tuple[OptionRow, ...]


class LeftOutRow(Frozen, frozen=True, kw_only=True):
    """A usual option that is left out.

    ``key`` is that of the reason, empty for none yet; ``words`` are the clinician's own.  ``same``
    are the words for giving the others its reason, empty where that is not offered.
    """

    id: str
    name: str
    key: str
    words: str
    same: str = ""


class OptionsView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows; ``unexplained`` are left out without a reason so far."""

    groups: tuple[OptionGroup, ...]
    title: str
    chosen: tuple[str, ...]
    remark: str
    unchosen: tuple[str, ...]
    left_title: str
    left_sentence: str
    left_out: tuple[LeftOutRow, ...]
    unexplained: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]


def options_view(
    pack: ContentPack,
    discussion: Discussion,
    fits: Applicable,
    agenda: Agenda,
    *,
    writing: Collection[str] = (),
) -> OptionsView:
    """Give the view of the options step; ``writing`` are options whose reason is being written."""
    options = sorted(pack.options, key=lambda option: option.order)
    chosen = discussion.options
    left_out = _left_out(options, discussion, fits, writing)
    unexplained = _unexplained(left_out, discussion)
    told = dict.fromkeys(chosen, "") | companies(pack, agenda, chosen)
    return OptionsView(
        groups=tuple(
            _group(pack, [each for each in options if each.group == group], fits, told)
            for group in dict.fromkeys(each.group for each in options)
        ),
        title=say_count("For this talk: {n} option", "For this talk: {n} options", len(chosen)),
        chosen=tuple(pack.option(ident).short_name for ident in chosen),
        remark=_remark(len(chosen)),
        unchosen=tuple(
            each.id for each in options if fits.is_usual(each.id) and each.id not in chosen
        ),
        left_title=say_count(
            "{n} usual option left out", "{n} usual options left out", len(left_out)
        ),
        left_sentence=_left_sentence(len(unexplained)),
        left_out=left_out,
        unexplained=unexplained,
        reasons=(("", say("Choose a reason")), *_reasons()),
    )


def reason_of(key: str) -> str:
    """Give the words of the reason of ``key``; empty for none and for one's own words."""
    return "" if key == OTHER else dict(_reasons()).get(key, "")


def key_of(reason: str) -> str:
    """Give the key of a reason, as ``reason_of`` takes it: ``OTHER`` for one in one's own words."""
    keys = {words: key for key, words in _reasons()}
    return keys.get(reason, OTHER) if reason else ""


def source_name(source: Source) -> str:
    """Give who wrote a source, and when, as short as it can be found again."""
    authors = source.authors.partition(" (")[0]
    first, comma, _ = authors.partition(",")
    if comma and re.search(r" [A-Z]{1,3}$", first):
        authors = first.rpartition(" ")[0]
    if not authors or authors.startswith(NOT_SHOWN):
        authors = source.journal or source.title
    return f"{authors} {source.year}" if source.year else authors


def _reasons() -> tuple[tuple[str, str], ...]:
    return (
        ("earlier", say("Told at an earlier visit")),
        ("hospital", say("Not possible at this hospital")),
        ("wish", say("Not wanted by the patient")),
        ("fit", say("Does not fit: see the notes")),
        (OTHER, say("In my own words")),
    )


def _unexplained(left_out: tuple[LeftOutRow, ...], discussion: Discussion) -> tuple[str, ...]:
    given = {each.option for each in discussion.left_out}
    return tuple(row.id for row in left_out if row.id not in given)


def _left_sentence(unexplained: int) -> str:
    if not unexplained:
        return say("The reasons go into the record.")
    return say_count(
        "{n} reason is missing. It goes into the record.",
        "{n} reasons are missing. They go into the record.",
        unexplained,
    )


def _remark(chosen: int) -> str:
    if not chosen:
        return say("Tick the options that you will talk about.")
    if chosen > BEST_COMPARED:
        return say(
            "Comparing is easiest with {n} or fewer. All that you choose are shown.",
            n=BEST_COMPARED,
        )
    return ""


def _group(
    pack: ContentPack,
    options: list[TreatmentOption],
    fits: Applicable,
    chosen: Mapping[str, str],
) -> OptionGroup:
    """Give a group; ``chosen`` gives for each chosen option what is said of its company."""
    usual = [each.id for each in options if fits.is_usual(each.id)]
    return OptionGroup(
        id=options[0].group,
        title=_group_title(options[0].group),
        remark=say_count("{n} usual for this case", "{n} usual for this case", len(usual))
        if usual
        else "",
        unchosen=tuple(ident for ident in usual if ident not in chosen),
        rows=tuple(
            _row(pack, each, fits.options[each.id], chosen.get(each.id)) for each in options
        ),
    )


def _group_title(group: str) -> str:
    return {
        "watch": say("Watching"),
        "radiation": say("Radiotherapy"),
        "surgery": say("Surgery"),
        "procedures": say("Other procedures"),
        "medicines": say("Medicines"),
        "supportive": say("Support, and no treatment"),
    }.get(group, group)


def _row(
    pack: ContentPack, option: TreatmentOption, fit: OptionFit, company: str | None
) -> OptionRow:
    rules = (*fit.usual, *fit.not_usual)
    mark = "usual" if fit.usual else "not_usual" if fit.not_usual else ""
    return OptionRow(
        id=option.id,
        name=option.name,
        sentence=_sentence(fit),
        mark=mark,
        tag={"usual": say("Usual here"), "not_usual": say("Not usual here")}.get(mark, ""),
        link=_link(pack, rules),
        rules=tuple(_rule(pack, rule) for rule in rules),
        chosen=company is not None,
        folded=mark == "not_usual",
        company=company or "",
    )


def _sentence(fit: OptionFit) -> str:
    if not fit.usual:
        against = " ".join(rule.reason for rule in fit.not_usual)
        return against or say("No rule says when it is used.")
    against = " ".join(say("But: {reason}", reason=rule.reason) for rule in fit.not_usual)
    return " ".join([*(rule.reason for rule in fit.usual), *filter(None, [against])])


def _link(pack: ContentPack, rules: tuple[Rule, ...]) -> str:
    if len(rules) == 1:
        return source_name(pack.sources[rules[0].source])
    return say_count("{n} rule", "{n} rules", len(rules)) if rules else ""


def _rule(pack: ContentPack, rule: Rule) -> RuleLine:
    verdict = say("Usual") if rule.verdict == USUAL else say("Not usual")
    source = citation(pack.sources[rule.source])
    return RuleLine(
        reason=say("{verdict}: {reason}", verdict=verdict, reason=rule.reason),
        source=f"{source} ({rule.where})" if rule.where else source,
    )


def _left_out(
    options: list[TreatmentOption],
    discussion: Discussion,
    fits: Applicable,
    writing: Collection[str],
) -> tuple[LeftOutRow, ...]:
    """Give the usual options that are not chosen, once anything is; then the rest is left out."""
    reasons = {each.option: each.reason for each in discussion.left_out}
    if not discussion.options and not reasons:
        return ()
    usual = [each.id for each in options if fits.is_usual(each.id)]
    others = sum(ident not in reasons and ident not in discussion.options for ident in usual)
    # Only the reason that was given last is offered to the others: one button, where the hand is.
    last = discussion.left_out[-1].option if discussion.left_out else ""
    rows = []
    for option in options:
        if option.id in discussion.options or not (option.id in reasons or option.id in usual):
            continue
        reason = reasons.get(option.id, "")
        key = OTHER if option.id in writing else key_of(reason)
        rows.append(
            LeftOutRow(
                id=option.id,
                name=option.name,
                key=key,
                words=reason if key == OTHER else "",
                same=_same(others) if option.id == last else "",
            )
        )
    return tuple(rows)


def _same(others: int) -> str:
    if not others:
        return ""
    return say_count("Same reason for {n} more", "Same reason for the {n} others", others)
