"""Files that were checked: whether each is as it was sealed, and what it is."""

from spinecounsel.frozen import Frozen
from spinecounsel.record.addition_words import addition_title
from spinecounsel.record.codec import RecordChanged, Unreadable, decode_record
from spinecounsel.record.kinds import AdditionKind, DocumentKind
from spinecounsel.wording import say, say_count

SEALED, CHANGED, NOT_TRUSTED = "as sealed", "changed", "not trusted"
NOT_OURS, NOT_READ = "not ours", "not read"
_MARKS = {SEALED: "done", CHANGED: "warning", NOT_TRUSTED: "not_known"}


class Checked(Frozen, frozen=True, kw_only=True):
    """A file and what a check found; ``state`` is that of the verdict.

    ``kind`` is the kind of document, ``number`` that of the record, ``decided`` what it says was
    decided; empty when not as sealed.
    ``is_vault_older`` says that the vault at hand has lost what the file knows of.
    """

    name: str
    state: str
    reason: str
    number: str = ""
    kind: str = ""
    decided: str = ""
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


def decided_in(inside: bytes | None) -> str:
    """Give what the sealed record in a file says was decided, in its own words.

    Empty where there is no record, or one that this version cannot read.
    """
    try:
        record = decode_record(inside or b"")
    except (Unreadable, RecordChanged):
        return ""
    return record.decision_lines[0].text if record.decision_lines else ""


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
    document = _kinds().get(checked.kind, checked.kind)
    if document and checked.decided:
        document = say("{document}: {outcome}", document=document, outcome=checked.decided)
    facts = (
        (say("Document"), document),
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
    states = [each.state for each in checked]
    if len(checked) == 1:
        return _one()[states[0]]
    if set(states) == {SEALED}:
        return say("{n} files were checked: all are as they were sealed.", n=len(states))
    counts = [f"{states.count(state)} {words}" for state, words in _each().items()]
    found = [words for words in counts if not words.startswith("0 ")]
    return say("{n} files: {found}.", n=len(states), found=", ".join(found))


def _one() -> dict[str, str]:
    """Give what is said of a single file."""
    return {
        SEALED: say("1 file was checked: it is as it was sealed."),
        CHANGED: say("1 file was checked: it is not as it was sealed."),
        NOT_TRUSTED: say("1 file was checked: this computer does not rely on who sealed it."),
        NOT_OURS: say("1 file was looked at: it is no sealed document of SpineCounsel."),
        NOT_READ: say("1 file could not be read."),
    }


def _each() -> dict[str, str]:
    """Give what is counted of several files, the worst first."""
    return {
        CHANGED: say("changed"),
        NOT_TRUSTED: say("not to be relied on"),
        NOT_OURS: say("no sealed document of SpineCounsel"),
        NOT_READ: say("could not be read"),
        SEALED: say("as sealed"),
    }
