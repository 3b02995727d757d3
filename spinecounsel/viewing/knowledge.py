"""The knowledge check on the screen: no score, only what is explained again."""

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.knowledge import KnowledgeQuestion, knowledge_questions
from spinecounsel.discussion.understanding import KnowledgeAnswer
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say, say_count


class KnowledgeRow(Frozen, frozen=True, kw_only=True):
    """One question; ``mark`` is ``to_do``, ``done`` or ``part`` (explained again).

    ``explanation`` and ``topic`` (the card that explains it) are empty where that is not needed.
    """

    key: str
    question: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    mark: str
    remark: str
    explanation: str
    topic: str


def knowledge_rows(
    pack: ContentPack, discussion: Discussion, agenda: Agenda
) -> tuple[KnowledgeRow, ...]:
    """Give the questions with what was answered."""
    answers = {each.question: each for each in discussion.knowledge}
    return tuple(
        _row(question, answers.get(question.key))
        for question in knowledge_questions(pack, discussion, agenda)
    )


def is_right(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, key: str, choice: str
) -> bool:
    """Say whether ``choice`` answers the question ``key``; "not sure" never does."""
    return any(
        each.key == key and each.right == choice
        for each in knowledge_questions(pack, discussion, agenda)
    )


def _row(question: KnowledgeQuestion, answer: KnowledgeAnswer | None) -> KnowledgeRow:
    again = answer is not None and not answer.right
    return KnowledgeRow(
        key=question.key,
        question=question.text,
        choices=question.choices,
        chosen=answer.choice if answer else "",
        mark="to_do" if answer is None else "part" if again else "done",
        remark=_remark(question, answer) if answer else "",
        explanation=question.explanation if again else "",
        topic=question.topic if again else "",
    )


def _remark(question: KnowledgeQuestion, answer: KnowledgeAnswer) -> str:
    if not answer.right:
        return say("We explain this again.")
    said = say("You said: {words}", words=dict(question.choices)[answer.choice])
    if answer.times == 1:
        return said
    return f"{said}. {say_count('Asked {n} time', 'Asked {n} times', answer.times)}"
