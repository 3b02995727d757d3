"""What a listener hears of a document, piece by piece."""

from spinecounsel.frozen import Frozen


class Passage(Frozen, frozen=True, kw_only=True):
    """A heading, paragraph, list item, figure or row of a table, and its words.

    ``kind`` is ``H1`` to ``H4``, ``P``, ``LI``, ``Figure`` (with the words that stand for it) or
    ``TR``; only a row has several ``cells``, and ``head`` says that they name the columns.
    """

    kind: str
    cells: tuple[str, ...]
    head: bool = False

    @property
    def text(self) -> str:
        """Give all words."""
        return "  ".join(self.cells)
