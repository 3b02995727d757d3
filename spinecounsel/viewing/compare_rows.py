"""The rows of the comparison: which numbers share one, what stands in a cell, how rows are named.

Two estimates share a row only where the pack joins them (``pair`` or ``comparable_with``); all else
has a row of its own, with its own people and time span.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile

from spinecounsel.content.citation import citation
from spinecounsel.content.frequency import Frequency, frequency, spoken
from spinecounsel.content.model import ContentPack, Estimate, Role
from spinecounsel.frozen import replaced
from spinecounsel.viewing.compare_cells import CompareCell, CompareGroup, CompareRow, Link, Whose
from spinecounsel.viewing.compare_standing import Gatherer, Standing, column_of
from spinecounsel.viewing.compare_words import span_words
from spinecounsel.wording import say

_DANGLING = {
    "after",
    "at",
    "by",
    "from",
    "in",
    "of",
    "on",
    "or",
    "and",
    "to",
    "the",
    "when",
    "with",
}
_LEAST_WORDS = 2  # of a title that several estimates have in common


class RowMaker:
    """Makes the rows of one comparison."""

    def __init__(self, pack: ContentPack, gatherer: Gatherer, found: Standing) -> None:
        self._pack, self._gatherer, self._found = pack, gatherer, found
        self._firsts: dict[str, list[Estimate]] = {}  # by concept: those that have a cell
        for each in self._ordered():
            if not self._is_partner(each):
                self._firsts.setdefault(each.concept, []).append(each)

    def rows(self, concept: str) -> tuple[CompareRow, ...]:
        """Give the rows on one concept, those without a column last."""
        bunches, without = self._split(concept)
        return (
            *(self._row(bunch) for bunch in bunches),
            *(self._across(each) for each in without),
        )

    def count(self, concept: str) -> int:
        """Give how many rows there are on one concept, without making them."""
        bunches, without = self._split(concept)
        return len(bunches) + len(without)

    def _split(self, concept: str) -> tuple[list[list[Estimate]], list[Estimate]]:
        """Give what stands together in the rows on one concept, and what has no column."""
        firsts = self._firsts.get(concept, [])
        with_column = [each for each in firsts if self._column(each)]
        return self.bunches(with_column), [each for each in firsts if not self._column(each)]

    def bunches(self, estimates: Iterable[Estimate]) -> list[list[Estimate]]:
        """Split into rows: estimates of different options that the pack joins, all others alone.

        A row holds one estimate an option and every two of it are joined with each other, so no
        number stands beside one that it may not be compared with.
        """
        rows: list[list[Estimate]] = []
        for each in estimates:
            for row in rows:
                if all(self._joined(each, other) for other in row):
                    row.append(each)
                    break
            else:
                rows.append([each])
        return rows

    def _ordered(self) -> list[Estimate]:
        places = {option: place for place, option in enumerate(self._found.options)}
        return sorted(
            self._found.shown.values(),
            key=lambda each: (places.get(self._column(each), len(places)), each.id),
        )

    def _column(self, estimate: Estimate) -> str:
        return column_of(estimate, self._found.columns)

    def _partner(self, estimate: Estimate) -> Estimate | None:
        """Give the other arm of its study, where that stands in the same cell."""
        other = self._found.shown.get(estimate.pair)
        if other is None:
            return None
        columns = {self._column(estimate), self._column(other)}
        return other if len(columns) == 1 or "" in columns else None

    def _is_partner(self, estimate: Estimate) -> bool:
        """Whether it stands in the cell of its pair: as the arm without a column, or the second."""
        other = self._partner(estimate)
        if other is None:
            return False
        arms = [
            (not self._column(each), each.role is Role.COMPARATOR, each.id)
            for each in (estimate, other)
        ]
        return arms[0] > arms[1]

    def _joined(self, one: Estimate, other: Estimate) -> bool:
        names_other = one.pair == other.id or other.id in one.comparable_with
        named_back = other.pair == one.id or one.id in other.comparable_with
        return self._column(one) != self._column(other) and names_other and named_back

    def _row(self, bunch: list[Estimate]) -> CompareRow:
        arms = self._arms(bunch)
        first, spans = bunch[0], {each.horizon for each in arms}
        out_of = max((each.denominator or 100) for each in arms)
        by_option = {self._column(each): each for each in bunch}
        title, beside = self._title(arms), self._beside(arms)
        cells = (
            replaced(
                self._cell(by_option[option], out_of, title), link=_link(by_option[option], bunch)
            )
            if option in by_option
            else self._empty(option, first.concept, beside)
            for option in self._found.options
        )
        joined = len(bunch) > 1
        return CompareRow(
            key=first.id,
            title=title,
            span=span_words(first.horizon) if len(spans) == 1 else "",
            kind=str(first.kind),
            joined=joined,
            cells=tuple(replaced(cell, joined=joined and bool(cell.estimate)) for cell in cells),
        )

    def _beside(self, arms: list[Estimate]) -> set[str]:
        """Give the columns of what the other groups of a study had."""
        columns = self._found.columns
        others = [each for each in arms if each.role is Role.COMPARATOR]
        return {columns[had] for each in others for had in each.also_had if had in columns}

    def _empty(self, option: str, concept: str, beside: set[str]) -> CompareCell:
        """Say why an option has nothing here: what is in another row is not unknown."""
        if option in beside:
            said = say("In this study the “other group” had it: see the number in this row.")
            return CompareCell(kind="elsewhere", option=option, sentence=said)
        cell = self._gatherer.empty(option, concept)
        told = any(self._column(each) == option for each in self._firsts.get(concept, ()))
        if cell.kind in {"not known", "no number"} and told:
            return CompareCell(
                kind="elsewhere", option=option, sentence=say("Not in this study: see another row.")
            )
        return cell

    def _across(self, estimate: Estimate) -> CompareRow:
        """Give a row over all columns, for what belongs with another number."""
        arms = self._arms([estimate])
        spans = {each.horizon for each in arms}
        out_of = max((each.denominator or 100) for each in arms)
        title = self._title(arms)
        return CompareRow(
            key=estimate.id,
            title=title,
            span=span_words(estimate.horizon) if len(spans) == 1 else "",
            kind=str(estimate.kind),
            joined=False,
            cells=(),
            across=self._cell(estimate, out_of, title),
        )

    def _arms(self, bunch: list[Estimate]) -> list[Estimate]:
        partners = (self._partner(each) for each in bunch)
        return [*bunch, *(each for each in partners if each is not None)]

    def _title(self, arms: list[Estimate]) -> str:
        """Give what the titles of all arms begin with, else what they are about."""
        titles = list(dict.fromkeys(each.title for each in arms))
        if len(titles) == 1:
            return titles[0]
        shared = _shared_words(titles)
        return shared or self._pack.concept(arms[0].concept).label

    def _cell(self, estimate: Estimate, out_of: int, title: str) -> CompareCell:
        """Give a cell; of the titles of two arms, what the row's own ``title`` does not say."""
        cell = self._alone(estimate, out_of)
        other = self._partner(estimate)
        if other is None:
            return replaced(cell, title=_rest(cell.title, title))
        arm = self._alone(other, out_of, self._column(estimate))
        apart = other.role is Role.COMPARATOR or arm.owner != cell.owner
        return replaced(
            cell,
            title=_rest(cell.title, title),
            whose=Whose.OWN if apart else Whose.EITHER,
            partner=replaced(
                arm,
                title=_rest(arm.title, title),
                whose=Whose.OTHER if apart else Whose.EITHER,
            ),
        )

    def _alone(self, estimate: Estimate, out_of: int, beside: str = "") -> CompareCell:
        """Give one arm; ``beside`` is the column that it stands in as a partner."""
        column = self._column(estimate)
        words = CompareCell(
            kind="words",
            option=column,
            text=estimate.plain,
            certainty=str(estimate.certainty),
            people=estimate.population,
            span=span_words(estimate.horizon),
            source=citation(self._pack.sources[estimate.source]),
            estimate=estimate.id,
            title=estimate.title,
            company=self._company(estimate, column or beside),
            owner=self._owner(estimate, column),
            sentence=estimate.plain,
            framing=estimate.framing,
        )
        number = frequency(estimate, out_of)
        return words if number is None else _counted(words, estimate, number)

    def _company(self, estimate: Estimate, column: str) -> str:
        """Say what these people had that neither option nor column says; a comparator's is said."""
        had = [each for each in estimate.also_had if self._found.columns.get(each, "") != column]
        if not had or estimate.role is Role.COMPARATOR:
            return ""
        names = ", ".join(self._gatherer.name(each) for each in had)
        return say("These people also had: {options}", options=names)

    def _owner(self, estimate: Estimate, column: str) -> str:
        """Name the option of an arm that is not the column's; a comparator stands for none."""
        if column == estimate.option or estimate.role is Role.COMPARATOR:
            return ""
        return self._gatherer.name(estimate.option)


def _counted(words: CompareCell, estimate: Estimate, number: Frequency) -> CompareCell:
    """Give the cell of a share; one that is above none and below one is drawn as perhaps one."""
    told = spoken(estimate, number.out_of)
    first, between, rest = told.partition(say(" of "))
    return replaced(
        words,
        kind="number",
        text=told,
        number=first,
        rest=between.strip() + " " + rest if rest else "",
        count=0 if number.fewer else number.count,
        maybe=int(number.fewer),
        low=number.low,
        high=number.high,
        out_of=number.out_of,
        drawn=estimate.unit == "people" and estimate.percent != 0,
    )


def _link(estimate: Estimate, bunch: list[Estimate]) -> Link:
    """Say what joins an estimate to the others of its row."""
    others = [each for each in bunch if each is not estimate]
    if not others:
        return Link.NONE
    if any(each.id != estimate.pair and each.source != estimate.source for each in others):
        return Link.OTHER_PEOPLE
    alike = all(each.population == estimate.population for each in others)
    return Link.SAME_STUDY if alike else Link.TWO_GROUPS


def _shared_words(titles: list[str]) -> str:
    """Give the words that all titles begin with; empty where they are too few to mean anything."""
    parted = (title.replace(",", " ,").split() for title in titles)
    alike = takewhile(lambda words: len(set(words)) == 1, zip(*parted, strict=False))
    shared = [words[0] for words in alike]
    while shared and (shared[-1] in _DANGLING or not shared[-1][-1].isalnum()):
        shared.pop()
    joined = " ".join(shared).replace(" ,", ",")
    return joined if len(shared) >= _LEAST_WORDS and joined.count("(") == joined.count(")") else ""


def _rest(title: str, of_row: str) -> str:
    """Give what ``title`` says beyond the row's; all of it where it does not begin with that."""
    if not title.startswith(of_row):
        return title
    rest = title[len(of_row) :].strip(" ,:")
    return rest[1:-1] if rest.startswith("(") and rest.endswith(")") else rest


def told_apart(pack: ContentPack, groups: tuple[CompareGroup, ...]) -> tuple[CompareGroup, ...]:
    """Where rows have the same title, say of each what study it is from."""
    for way in (_year, _authors):
        counted = Counter(row.title for group in groups for row in group.rows)
        groups = tuple(
            replaced(
                group,
                rows=tuple(
                    replaced(row, title=f"{row.title} ({way(pack, row)})")
                    if counted[row.title] > 1
                    else row
                    for row in group.rows
                ),
            )
            for group in groups
        )
    return groups


def _year(pack: ContentPack, row: CompareRow) -> str:
    year = next(_sources_of(pack, row))[1]
    return say("study of {year}", year=year) if year else say("one study")


def _authors(pack: ContentPack, row: CompareRow) -> str:
    return next(_sources_of(pack, row))[0].split(",")[0]


def _sources_of(pack: ContentPack, row: CompareRow) -> Iterator[tuple[str, int]]:
    for arm in row.arms:
        source = pack.sources[pack.estimates[arm.estimate].source]
        yield source.authors, source.year
