"""Options side by side as they were shown: rows, cells, and what stands behind each number."""

from spinecounsel.frozen import Frozen


class ComparedNote(Frozen, frozen=True, kw_only=True):
    """What stands behind a number: who was studied, how sure it is, the range, the source."""

    people: str
    certainty: str
    range: str
    source: str


class ComparedArm(Frozen, frozen=True, kw_only=True):
    """A ``number`` and the ``text`` that goes on behind it, or one sentence (``text`` alone).

    ``estimate`` is its id.  ``count`` of ``out_of`` people are drawn, if they are.  ``title`` tells
    it from the other numbers of its row; ``span`` is its time span; ``company`` says what else
    these people had.
    """

    estimate: str
    text: str
    number: str = ""
    span: str = ""
    note: ComparedNote
    title: str = ""
    company: str = ""
    count: int | None = None
    out_of: int = 100


class ComparedCell(Frozen, frozen=True, kw_only=True):
    """What one option says in a row: its numbers, else the ``words`` that say why there is none.

    ``link`` says in words what joins it to the other numbers of the row; it is tinted then.
    """

    arms: tuple[ComparedArm, ...] = ()
    words: str = ""
    link: str = ""


class ComparedRow(Frozen, frozen=True, kw_only=True):
    """One outcome in one time span; a row with a single cell stands over all columns."""

    title: str
    span: str
    kind: str
    cells: tuple[ComparedCell, ...]

    @property
    def link(self) -> str:
        """Give what joins its numbers, where that is the same for all of them; else nothing."""
        links = {cell.link for cell in self.cells if cell.link}
        return links.pop() if len(links) == 1 else ""


class SideBySide(Frozen, frozen=True, kw_only=True):
    """The names of the options that were chosen, and the rows."""

    options: tuple[str, ...]
    rows: tuple[ComparedRow, ...]
