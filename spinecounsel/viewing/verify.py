"""Files that were checked: whether each is as it was sealed, and what it is."""

from spinecounsel.frozen import Frozen
from spinecounsel.record.addition_words import addition_title
from spinecounsel.record.kinds import AdditionKind, DocumentKind
from spinecounsel.wording import say, say_count

SEALED, CHANGED, NOT_TRUSTED, NOT_READ = "as sealed", "changed", "not trusted", "not read"
_MARKS = {SEALED: "done", CHANGED: "warning", NOT_TRUSTED: "not_known"}


class Checked(Frozen, frozen=True, kw_only=True):
    """A file and what a check found; ``state`` is that of the verdict.

    ``kind`` is the kind of document, ``number`` that of the record; empty when not as sealed.
    ``is_vault_older`` says that the vault at hand has lost what the file knows of.
    """

    name: str
    state: str
    reason: str
    number: str = ""
    kind: str = ""
    is_vault_older: bool = False


class VerifyRow(Frozen, frozen=True, kw_only=True):
    """One file; ``mark`` names the mark, ``word`` says it; ``facts`` are labels with words."""

    name: str
    mark: str
    word: str
    reason: str
    facts: tuple[tuple[str, str], ...]


class VerifyView(Frozen, frozen=True, kw_only=True):
    """The files that were checked, in the order they were given; ``status`` says how far it is."""

    rows: tuple[VerifyRow, ...]
    status: str


def verify_view(checked: tuple[Checked, ...], *, waiting: int) -> VerifyView:
    """Give the view of files that were checked while ``waiting`` more are not yet."""
    return VerifyView(rows=tuple(_row(each) for each in checked), status=_status(checked, waiting))


def _row(checked: Checked) -> VerifyRow:
    return VerifyRow(
        name=checked.name,
        mark="warning" if checked.is_vault_older else _MARKS.get(checked.state, "does_not_apply"),
        word=_words().get(checked.state, say("No sealed document of SpineCounsel")),
        reason=checked.reason,
        facts=_facts(checked) if checked.state == SEALED else (),
    )


def _words() -> dict[str, str]:
    return {
        SEALED: say("As it was sealed"),
        CHANGED: say("Changed"),
        NOT_TRUSTED: say("Not to be relied on"),
        NOT_READ: say("Could not be read"),
    }


def _facts(checked: Checked) -> tuple[tuple[str, str], ...]:
    facts = (
        (say("Document"), _kinds().get(checked.kind, checked.kind)),
        (say("Record number"), checked.number),
    )
    return tuple((label, words) for label, words in facts if words)


def _kinds() -> dict[str, str]:
    return {
        DocumentKind.RECORD: say("Consent record"),
        DocumentKind.COPY: say("The patient’s copy"),
        DocumentKind.LARGE_PRINT: say("The patient’s copy in large print"),
        DocumentKind.LETTER: say("Letter to the referring doctor"),
    } | {kind: addition_title(kind) for kind in AdditionKind}


def _status(checked: tuple[Checked, ...], waiting: int) -> str:
    if waiting:
        return say_count("Checking {n} file ...", "Checking {n} files ...", waiting)
    if not checked:
        return ""
    good = sum(each.state == SEALED for each in checked)
    if good == len(checked):
        return say_count(
            "{n} file was checked: it is as it was sealed.",
            "{n} files were checked: all are as they were sealed.",
            good,
        )
    if all(each.state == NOT_READ for each in checked):
        return say_count(
            "{n} file could not be read.", "{n} files could not be read.", len(checked)
        )
    if not any(each.state in _MARKS for each in checked):
        return say_count(
            "{n} file was looked at: it is no sealed document of SpineCounsel.",
            "{n} files were looked at: none was found to be a sealed document of SpineCounsel.",
            len(checked),
        )
    return say_count(
        "{n} file was checked: it is not as it was sealed.",
        "{n} files were checked: {bad} not as sealed.",
        len(checked),
        bad=len(checked) - good,
    )
