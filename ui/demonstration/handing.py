"""The documents leave the program: saved, given, and checked as a stranger would."""

from pathlib import Path

from spinecounsel.record.kinds import DocumentKind
from spinecounsel.viewing.finished import asks_first
from ui.demonstration.hands import Hands
from ui.wiring.program import Program


class Handing:
    """The finished record: its documents, what is added to it; then the page that checks files."""

    def __init__(self, hands: Hands, program: Program) -> None:
        self._hands, self._program = hands, program

    def record(self, document: Path) -> None:
        """Save the consent record."""
        self._hands.seen("finished.export")
        self._save(document)

    def copies(self, folder: Path) -> None:
        """Have the other documents made and saved, and give the patient's copy on paper."""
        for kind in (DocumentKind.LARGE_PRINT, DocumentKind.LETTER, DocumentKind.COPY):
            self._turn_to(kind)
            self._save(folder / f"{kind}.pdf", asked=asks_first(kind))
        self._hands.click("finished.given.paper")

    def text(self) -> None:
        """See the copy as text."""
        self._hands.click("finished.show.words")
        told = self._program.desk.finished.shelf.told
        self._hands.wait(lambda: bool(told.toPlainText()), "the document as text")

    def add(self, words: str, passphrase: str) -> None:
        """Add something to the finished record, signed by the passphrase."""
        hands = self._hands
        hands.click("finished.later.add")
        hands.type("addendum.text", words)
        hands.type("addendum.passphrase", passphrase)
        hands.click("addendum.use")
        hands.wait(lambda: not hands.has("addendum.use"), "what was added")
        hands.seen("finished.added")

    def check(self, document: Path) -> None:
        """Check the saved record from the first page."""
        hands = self._hands
        hands.click("finished.close")
        hands.click("library.verify")
        hands.click("verify.choose")
        hands.name_file("verify.files", document)
        hands.seen("verify.row.1")

    def _turn_to(self, kind: DocumentKind) -> None:
        self._hands.click(f"finished.kind.{kind}")
        preview = self._program.desk.finished.shelf.preview
        self._hands.wait(lambda: preview.pages > 0, f"the document {kind}")

    def _save(self, path: Path, *, asked: bool = False) -> None:
        """Save what is in sight, saying yes where it is ``asked`` whether the record may go too."""
        hands = self._hands
        hands.click("finished.export")
        if asked:
            hands.click("messages.yes")
        hands.save_as("finished.file", path)
        hands.wait(path.exists, path.name)
