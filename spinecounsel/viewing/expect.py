"""What the patient expects: asked before the first number, later shown beside what was found."""

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import Agenda, TopicKind
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.values import THEMES, Expectation
from spinecounsel.discussion.words import scale_ends, theme_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.expect_found import Found, found_on
from spinecounsel.wording import say

NOT_YET = "none"
NUMBERED = (TopicKind.BENEFIT, TopicKind.RISK, TopicKind.COURSE)


class ExpectQuestion(Frozen, frozen=True, kw_only=True):
    """A question, what was said, and the words at the ends of the scale (0 and 100).

    100 is always what people hope for.
    """

    theme: str
    question: str
    words: str
    score: int | None
    low: str
    high: str


class LeaningRow(Frozen, frozen=True, kw_only=True):
    """An option (its id), or ``NOT_YET``, and whether the patient leans to it."""

    key: str
    title: str
    chosen: bool


class Beside(Frozen, frozen=True, kw_only=True):
    """What was said on a theme before the first number, and what was found on it.

    ``nothing`` says why nothing was found.
    """

    theme: str
    title: str
    said: tuple[str, ...]
    found: tuple[Found, ...]
    nothing: str


class ExpectView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows.

    One may skip as long as nothing was said.  Once numbers were looked at, what was said is
    ``settled``: it is shown beside what was found, and ``leant`` says what was leant to.
    """

    questions: tuple[ExpectQuestion, ...]
    leaning: tuple[LeaningRow, ...]
    skipped: bool
    may_skip: bool
    settled: bool
    beside: tuple[Beside, ...]
    leant: str


def expect_view(pack: ContentPack, discussion: Discussion, agenda: Agenda) -> ExpectView:
    """Give the view of the step that asks what the patient expects."""
    said = {each.theme: each for each in discussion.expectations}
    answers = tuple(said.get(theme, Expectation(theme=theme)) for theme in THEMES)
    settled = numbers_seen(discussion)
    wished = settled and not discussion.expect_skipped
    return ExpectView(
        questions=tuple(_question(each) for each in answers),
        leaning=_leaning(pack, discussion),
        skipped=discussion.expect_skipped,
        may_skip=not discussion.expectations,
        settled=settled,
        beside=tuple(_beside(pack, discussion, agenda, each) for each in answers) if wished else (),
        leant=_leant(pack, discussion),
    )


def numbers_seen(discussion: Discussion) -> bool:
    """Whether a page with numbers was shown: what is expected is settled from then on."""
    kinds = {each.topic.partition("/")[2].partition("/")[0] for each in discussion.marks}
    marked = bool(kinds & set(NUMBERED))
    looked = discussion.numbers_seen or discussion.looked_ahead or discussion.compared
    return marked or looked


def _question(said: Expectation) -> ExpectQuestion:
    low, high = scale_ends(said.theme)
    return ExpectQuestion(
        theme=said.theme,
        question=expect_question(said.theme),
        words=said.words,
        score=said.score,
        low=low,
        high=high,
    )


def expect_question(theme: str) -> str:
    """Ask what the patient expects of a theme."""
    return {
        "walking": say("What do you expect for your walking?"),
        "pain": say("What do you expect for your pain?"),
        "hospital": say("How long do you think you will be in hospital?"),
        "recovery": say("How soon do you think you will be well again?"),
    }[theme]


def _leaning(pack: ContentPack, discussion: Discussion) -> tuple[LeaningRow, ...]:
    leaning = discussion.leaning_before
    leant = leaning.options if leaning else ()
    rows = tuple(
        LeaningRow(key=ident, title=pack.option(ident).name, chosen=ident in leant)
        for ident in discussion.options
    )
    none = leaning is not None and not leant
    return (*rows, LeaningRow(key=NOT_YET, title=say("Not yet"), chosen=none)) if rows else ()


def _leant(pack: ContentPack, discussion: Discussion) -> str:
    leaning = discussion.leaning_before
    if leaning is None:
        return ""
    if not leaning.options:
        return say("You did not lean to one of the options yet.")
    names = [each.name for each in pack.options if each.id in leaning.options]
    return say("You leaned to: **{options}.**", options=", ".join(names))


def _beside(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, answer: Expectation
) -> Beside:
    found, nothing = found_on(pack, discussion, agenda, answer.theme)
    return Beside(
        theme=answer.theme,
        title=theme_name(answer.theme),
        said=_said(answer),
        found=found,
        nothing=nothing,
    )


def _said(answer: Expectation) -> tuple[str, ...]:
    words = (f"“{answer.words.strip()}”",) if answer.words.strip() else ()
    if answer.score is None:
        return words or (say("You did not say."),)
    low, high = scale_ends(answer.theme)
    return (
        *words,
        say(
            "{score}, where 0 is “{low}” and 100 is “{high}”",
            score=answer.score,
            low=low,
            high=high,
        ),
    )
