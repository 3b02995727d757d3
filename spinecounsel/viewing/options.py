"""The options on the screen: which are usual here and why, which are chosen, which are left out."""

import re
from collections.abc import Collection

from spinecounsel.case.relevance import Applicable, OptionFit
from spinecounsel.content.citation import citation
from spinecounsel.content.model import USUAL, ContentPack, Rule, Source, TreatmentOption
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

    A ``folded`` row is shown only when the group is opened, or when it is chosen.
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


class OptionGroup(Frozen, frozen=True, kw_only=True):
    """Options of one kind; ``unchosen`` are its usual options that are not chosen yet."""

    id: str
    title: str
    remark: str
    unchosen: tuple[str, ...]
    rows: tuple[OptionRow, ...]


class LeftOutRow(Frozen, frozen=True, kw_only=True):
    """A usual option that is left out.

    ``key`` is that of the reason, empty for none yet; ``words`` are the clinician's own.
    """

    id: str
    name: str
    key: str
    words: str


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
    *,
    writing: Collection[str] = (),
) -> OptionsView:
    """Give the view of the options step; ``writing`` are options whose reason is being written."""
    options = sorted(pack.options, key=lambda option: option.order)
    chosen = discussion.options
    left_out = _left_out(options, discussion, fits, writing)
    given = {each.option for each in discussion.left_out}
    unexplained = tuple(row.id for row in left_out if row.id not in given)
    return OptionsView(
        groups=tuple(
            _group(pack, [each for each in options if each.group == group], fits, chosen)
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
        ("earlier", say("Talked about at an earlier visit")),
        ("hospital", say("Not possible at this hospital")),
        ("wish", say("The patient does not want to talk about it")),
        ("fit", say("Does not fit this patient (see notes)")),
        (OTHER, say("Other, in my own words")),
    )


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
    pack: ContentPack, options: list[TreatmentOption], fits: Applicable, chosen: tuple[str, ...]
) -> OptionGroup:
    usual = [each.id for each in options if fits.is_usual(each.id)]
    return OptionGroup(
        id=options[0].group,
        title=_group_title(options[0].group),
        remark=say_count("{n} usual for this case", "{n} usual for this case", len(usual))
        if usual
        else "",
        unchosen=tuple(ident for ident in usual if ident not in chosen),
        rows=tuple(
            _row(pack, each, fits.options[each.id], chosen=each.id in chosen) for each in options
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


def _row(pack: ContentPack, option: TreatmentOption, fit: OptionFit, *, chosen: bool) -> OptionRow:
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
        chosen=chosen,
        folded=mark == "not_usual",
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
    keys = {words: key for key, words in _reasons() if key != OTHER}
    rows = []
    for option in options:
        if option.id in discussion.options:
            continue
        reason = reasons.get(option.id, "")
        if reason or fits.is_usual(option.id):
            own = option.id in writing or (reason and reason not in keys)
            key = OTHER if own else keys.get(reason, "")
            words = reason if own else ""
            rows.append(LeftOutRow(id=option.id, name=option.name, key=key, words=words))
    return tuple(rows)
