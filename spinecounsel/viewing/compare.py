"""Options side by side: one row an outcome, and only what may stand together in one row.

Two estimates share a row only where the pack joins them (``pair`` or ``comparable_with``); all else
has a row of its own, with its own people and time span.  A cell without a number says so.
"""

from collections.abc import Iterable, Mapping

from spinecounsel.content.frequency import frequency, spoken
from spinecounsel.content.model import SEEN, Concept, ContentPack, Estimate, Kind, Role
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.viewing.red_flags import warning_beside
from spinecounsel.wording import say


class CompareCell(Frozen, frozen=True, kw_only=True):
    """What one option has to say in a row.

    ``kind`` is ``number`` (``count`` of ``out_of``, drawn when ``drawn``), ``words`` (a fact that
    the source prints without a share) or ``not known``.  ``number`` is the count as printed large
    ("84", "4 or 5"), ``rest`` what it is counted out of.  ``joined`` cells may be compared.
    ``partner`` is the other arm of the same study where it belongs to the same option (one dose
    against another, or a comparison group): both arms are shown, or neither.
    """

    kind: str
    option: str
    text: str = ""
    number: str = ""
    rest: str = ""
    count: int = 0
    low: int | None = None
    high: int | None = None
    out_of: int = 100
    drawn: bool = False
    joined: bool = False
    certainty: str = ""
    people: str = ""
    estimate: str = ""
    title: str = ""
    sentence: str = ""
    framing: str = ""
    partner: "CompareCell | None" = None


class CompareRow(Frozen, frozen=True, kw_only=True):
    """One outcome in one time span; ``cells`` in the order of the options."""

    key: str
    title: str
    span: str
    kind: str
    joined: bool
    cells: tuple[CompareCell, ...]


class CompareGroup(Frozen, frozen=True, kw_only=True):
    """The rows under one question that a patient asks; ``closed`` rows are not shown yet."""

    concept: str
    title: str
    question: str
    closed: bool
    rows: tuple[CompareRow, ...]


class CompareView(Frozen, frozen=True, kw_only=True):
    """The whole comparison; ``more`` counts the rows that stand outside the main questions."""

    options: tuple[tuple[str, str], ...]
    groups: tuple[CompareGroup, ...]
    more: int
    all_shown: bool
    red_flag: str


def compare_view(
    pack: ContentPack,
    options: tuple[str, ...],
    fitting: frozenset[str],
    *,
    opened: frozenset[str] = frozenset(),
    everything: bool = False,
) -> CompareView:
    """Give the comparison of ``options`` from the estimates ``fitting`` the case.

    ``opened`` are sensitive concepts that were opened with the patient's agreement; ``everything``
    shows the questions beyond the main ones too.
    """
    shown = {
        ident: pack.estimates[ident]
        for ident in fitting
        if pack.estimates[ident].option in options and pack.estimates[ident].patient_view in SEEN
    }
    groups = tuple(
        group
        for concept in pack.concepts
        if (group := _group(pack, concept, options, shown, opened)).rows
    )
    core = {concept.id for concept in pack.concepts if concept.core}
    kept = tuple(group for group in groups if everything or group.concept in core)
    return CompareView(
        options=tuple((ident, pack.option(ident).short_name) for ident in options),
        groups=kept,
        more=sum(len(group.rows) for group in groups) - sum(len(group.rows) for group in kept),
        all_shown=everything,
        red_flag=warning_beside(pack, options),
    )


def _group(
    pack: ContentPack,
    concept: Concept,
    options: tuple[str, ...],
    shown: Mapping[str, Estimate],
    opened: frozenset[str],
) -> CompareGroup:
    closed = concept.sensitive and concept.id not in opened
    inside = [each for each in _ordered(shown, options) if each.concept == concept.id]
    first_arms = [each for each in inside if not _is_partner(each, shown)]
    rows = tuple(_row(pack, bunch, options, shown) for bunch in bunches(first_arms))
    return CompareGroup(
        concept=concept.id,
        title=concept.label,
        question=concept.question,
        closed=closed,
        rows=rows,
    )


def _ordered(shown: Mapping[str, Estimate], options: tuple[str, ...]) -> list[Estimate]:
    return sorted(shown.values(), key=lambda each: (options.index(each.option), each.id))


def bunches(estimates: Iterable[Estimate]) -> list[list[Estimate]]:
    """Split into rows: estimates of different options that the pack joins, all others alone.

    A row holds one estimate an option and every two of it are joined with each other, so no number
    stands beside one that it may not be compared with.
    """
    rows: list[list[Estimate]] = []
    for each in estimates:
        for row in rows:
            if all(_joined(each, other) for other in row):
                row.append(each)
                break
        else:
            rows.append([each])
    return rows


def _is_partner(estimate: Estimate, shown: Mapping[str, Estimate]) -> bool:
    """Whether it stands in the cell of its pair, the other arm of one study of the same option."""
    other = shown.get(estimate.pair)
    if other is None or other.option != estimate.option:
        return False
    arms = (
        (estimate.role is Role.COMPARATOR, estimate.id),
        (other.role is Role.COMPARATOR, other.id),
    )
    return arms[0] > arms[1]


def _joined(one: Estimate, other: Estimate) -> bool:
    names_other = one.pair == other.id or other.id in one.comparable_with
    named_back = other.pair == one.id or one.id in other.comparable_with
    return one.option != other.option and names_other and named_back


def _row(
    pack: ContentPack,
    bunch: list[Estimate],
    options: tuple[str, ...],
    shown: Mapping[str, Estimate],
) -> CompareRow:
    first = bunch[0]
    out_of = max((each.denominator or 100) for each in bunch)
    joined = len(bunch) > 1
    by_option = {each.option: each for each in bunch}
    return CompareRow(
        key=first.id,
        title=_title(pack, bunch, shown),
        span=first.horizon,
        kind=str(first.kind),
        joined=joined,
        cells=tuple(
            _cell(by_option[ident], out_of, shown, joined=joined)
            if ident in by_option
            else _empty(pack, ident, first)
            for ident in options
        ),
    )


def _title(pack: ContentPack, bunch: list[Estimate], shown: Mapping[str, Estimate]) -> str:
    """Give the estimates' own title where all of the row have it, else what they are about."""
    partners = (shown.get(each.pair) for each in bunch)
    titles = {each.title for each in (*bunch, *filter(None, partners))}
    return titles.pop() if len(titles) == 1 else pack.concept(bunch[0].concept).label


def _cell(
    estimate: Estimate, out_of: int, shown: Mapping[str, Estimate], *, joined: bool
) -> CompareCell:
    cell = _alone(estimate, out_of, joined=joined)
    other = shown.get(estimate.pair)
    if other is None or other.option != estimate.option:
        return cell
    return replaced(cell, partner=_alone(other, out_of, joined=True))


def _alone(estimate: Estimate, out_of: int, *, joined: bool) -> CompareCell:
    words = CompareCell(
        kind="words",
        option=estimate.option,
        text=estimate.plain,
        joined=joined,
        certainty=str(estimate.certainty),
        people=estimate.population,
        estimate=estimate.id,
        title=estimate.title,
        sentence=estimate.plain,
        framing=estimate.framing,
    )
    number = frequency(estimate, out_of)
    if number is None:
        return words
    told = spoken(estimate, out_of)
    first, between, rest = told.partition(say(" of "))
    return replaced(
        words,
        kind="number",
        text=told,
        number=first,
        rest=between.strip() + " " + rest if rest else "",
        count=number.count,
        low=number.low,
        high=number.high,
        out_of=number.out_of,
        drawn=estimate.unit == "people" and estimate.percent != 0,
    )


def _empty(pack: ContentPack, option: str, beside: Estimate) -> CompareCell:
    """Say why there is nothing to set beside ``beside``."""
    for gap in pack.gaps:
        if gap.option == option and gap.concept == beside.concept and not gap.scope:
            return CompareCell(kind="not known", option=option, sentence=gap.plain)
    return CompareCell(
        kind="not known",
        option=option,
        sentence=say("No number was found that may stand beside this one."),
    )


def kind_name(kind: Kind) -> str:
    """Give the word for a kind of outcome."""
    return {
        Kind.BENEFIT: say("Benefit"),
        Kind.RISK: say("Risk"),
        Kind.COURSE: say("Without choosing it"),
    }[kind]
