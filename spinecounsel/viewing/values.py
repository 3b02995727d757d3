"""What matters to the patient, and what is known of each option on just that: no total, no rank."""

from spinecounsel.content.model import Concept, ContentPack
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.discussion.words import importance_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.red_flags import warning_beside
from spinecounsel.viewing.values_fit import COUNTED, FitColumn, fit_columns
from spinecounsel.viewing.values_history import ChangeLine, change_lines
from spinecounsel.viewing.values_words import quoted, shortened

UNASKED = "background"  # the group of concepts that nobody asks a question about


class Words(Frozen, frozen=True, kw_only=True):
    """What a person wrote: all of it, and its beginning where it is long."""

    whole: str
    short: str


class StatementRow(Frozen, frozen=True, kw_only=True):
    """Something that may matter; ``id`` is empty for the patient's own words.

    ``about`` are the questions that the patient's own words are tied to, each with the id of its
    concept.
    """

    id: str
    text: str
    words: Words
    importance: str
    about: tuple[tuple[str, str], ...] = ()


class ValuesView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows; ``options`` are the names of the rows.

    ``questions`` are what own words can be tied to (id of the concept, question); ``untied`` are
    own words that matter but are tied to nothing, so nothing is known of just them.
    """

    statements: tuple[StatementRow, ...]
    own: tuple[StatementRow, ...]
    importances: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, str], ...]
    changes: tuple[ChangeLine, ...]
    options: tuple[str, ...]
    columns: tuple[FitColumn, ...]
    untied: tuple[Words, ...]
    red_flag: str


def values_view(pack: ContentPack, discussion: Discussion, agenda: Agenda) -> ValuesView:
    """Give the view of the values step."""
    said = {each.statement: each.importance for each in discussion.values if each.statement}
    own = tuple(each for each in discussion.values if not each.statement)
    asked = _questions(pack, discussion)
    return ValuesView(
        statements=tuple(
            StatementRow(
                id=each.id,
                text=each.text,
                words=Words(whole=each.text, short=shortened(each.text)),
                importance=str(said.get(each.id, "")),
            )
            for each in pack.value_statements
        ),
        own=tuple(_own_row(pack, each) for each in own),
        importances=tuple((str(each), importance_name(each)) for each in Importance),
        questions=tuple((each.id, each.question) for each in asked),
        changes=change_lines(pack, discussion),
        options=tuple(pack.option(ident).short_name for ident in discussion.options),
        columns=fit_columns(pack, discussion, agenda),
        untied=tuple(
            _words(each) for each in own if each.importance in COUNTED and not each.concepts
        ),
        red_flag=warning_beside(pack, discussion.options),
    )


def _own_row(pack: ContentPack, answer: ValueAnswer) -> StatementRow:
    return StatementRow(
        id="",
        text=answer.text,
        words=_words(answer),
        importance=str(answer.importance),
        about=tuple(
            (each.id, each.question) for each in pack.concepts if each.id in answer.concepts
        ),
    )


def _words(answer: ValueAnswer) -> Words:
    whole = quoted(answer)
    return Words(whole=whole, short=shortened(whole))


def _questions(pack: ContentPack, discussion: Discussion) -> tuple[Concept, ...]:
    """Give what may be asked about; dying is not brought up unless it was opened."""
    opened = {each.topic for each in discussion.opened}
    return tuple(
        each
        for each in pack.concepts
        if each.group != UNASKED and (not each.sensitive or each.id in opened)
    )
