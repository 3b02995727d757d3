"""Errors by blame: what a person can cause or cure is a ``UserError``; all else is our bug."""


class UserError(Exception):
    """Something in the user's world went wrong; ``str(error)`` may be shown to them as it is.

    The sentence says what happened, that nothing was lost, and what to do next.
    """


class ContentProblem(UserError):
    """A content pack or a case file breaks its rules.

    Args:
        file: name of the file, without its folder.
        table: table in it, for instance ``option observation``; empty for the whole file.
        field: field of that table; empty for the whole table.
        expected: what should have stood there.
    """

    def __init__(self, file: str, table: str, field: str, expected: str) -> None:
        self.file, self.table, self.field, self.expected = file, table, field, expected
        where = ", ".join(part for part in (file, table, field and f"field {field}") if part)
        super().__init__(f"{where}: {expected}")


class NotYet(UserError):
    """A step was asked for before what it needs is done.

    Args:
        step: the id of the step that cures it (``discussion.steps``).
        what: one sentence naming what is missing.
    """

    def __init__(self, step: str, what: str) -> None:
        self.step, self.what = step, what
        super().__init__(what)


class SignatureMissing(NotYet):
    """A record was to be sealed without a signature that it needs."""

    def __init__(self, what: str) -> None:
        super().__init__("sign", what)


class LetterMissing(NotYet):
    """Something was written with a letter that no bundled font can draw."""


class CharacterMissing(UserError):
    """No bundled font can draw some characters of a document.

    Args:
        characters: the characters, each once, in order of first appearance.
        sentence: what to show.
    """

    def __init__(self, characters: tuple[str, ...], sentence: str) -> None:
        self.characters = characters
        super().__init__(sentence)
