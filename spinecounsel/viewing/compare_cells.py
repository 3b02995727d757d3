"""What stands side by side, as values: cells, rows, and the rows under one question."""

from enum import StrEnum

from spinecounsel.frozen import Frozen


class Link(StrEnum):
    """What joins a cell to the others of its row."""

    NONE = ""
    SAME_STUDY = "same study"
    TWO_GROUPS = "two groups"
    OTHER_PEOPLE = "other people"


class Whose(StrEnum):
    """Whose number an arm is, where a cell holds two."""

    EITHER = ""
    OWN = "this option"
    OTHER = "other group"


class CompareCell(Frozen, frozen=True, kw_only=True):
    """What one option has to say in a row.

    ``kind`` is ``number`` (``count`` of ``out_of``, drawn when ``drawn``), ``words`` (a fact that
    the source prints without a share), ``not known`` (the content says so), ``no number`` (it says
    nothing; the question may not even apply), ``elsewhere`` (``sentence`` says where) or ``set
    aside``.  ``number`` is the count as printed large ("84", "4 or 5"), ``rest`` what it is counted
    out of; ``maybe`` people are drawn where the number is above none and below one.  ``joined``
    cells may be compared, ``link`` says why.  ``partner`` is the other arm of the same study where
    it has no column of its own (one dose against another, a comparison group, an option that stands
    elsewhere): both arms are shown, or neither.  ``owner`` names the option of an arm that is not
    the column's; ``whose`` says which of two arms are people who had something else.  ``title`` is
    what the row's own does not say; ``company`` says what else these people had.
    """

    kind: str
    option: str
    text: str = ""
    number: str = ""
    rest: str = ""
    count: int = 0
    maybe: int = 0
    low: int | None = None
    high: int | None = None
    out_of: int = 100
    drawn: bool = False
    joined: bool = False
    link: Link = Link.NONE
    certainty: str = ""
    people: str = ""
    span: str = ""
    source: str = ""
    estimate: str = ""
    title: str = ""
    company: str = ""
    owner: str = ""
    whose: Whose = Whose.EITHER
    sentence: str = ""
    framing: str = ""
    partner: "CompareCell | None" = None

    @property
    def arms(self) -> tuple["CompareCell", ...]:
        """Give the cell and its partner, if it has one."""
        return (self,) if self.partner is None else (self, self.partner)


class CompareRow(Frozen, frozen=True, kw_only=True):
    """One outcome; ``cells`` in the order of the options.

    ``span`` is the time span of all cells, empty where each cell says its own.  ``across`` stands
    over all columns instead: what belongs with another number and has no column here.
    """

    key: str
    title: str
    span: str
    kind: str
    joined: bool
    cells: tuple[CompareCell, ...]
    across: CompareCell | None = None

    @property
    def arms(self) -> tuple[CompareCell, ...]:
        """Give all that says something, from left to right."""
        cells = (*self.cells, self.across) if self.across else self.cells
        return tuple(arm for cell in cells for arm in cell.arms if arm.estimate)


class CompareGroup(Frozen, frozen=True, kw_only=True):
    """The rows under one question that a patient asks.

    ``closed``: some of it is not shown yet.  ``why`` says why it is there though nobody chose it.
    """

    concept: str
    title: str
    question: str
    closed: bool
    rows: tuple[CompareRow, ...]
    why: str = ""
