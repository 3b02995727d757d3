"""What the patient said becomes lines on paper: expected, weighed, said back, leaned to."""

from spinecounsel.content.model import ContentPack
from spinecounsel.dates import clock
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion, QuestionAsked
from spinecounsel.discussion.knowledge import KnowledgeQuestion, knowledge_questions
from spinecounsel.discussion.understanding import SURE, TEACH_BACK, KnowledgeAnswer, TeachBack
from spinecounsel.discussion.values import THEMES, Leaning, ValueAnswer
from spinecounsel.discussion.words import (
    importance_name,
    said_name,
    scale_ends,
    sure_name,
    teach_back_name,
    theme_name,
)
from spinecounsel.record.lines import filled, yes_no
from spinecounsel.record.record import Line, RecordedQuestion
from spinecounsel.wording import say, say_count


def expectations(said: Discussion) -> tuple[Line, ...]:
    """Give what the patient expected before the first number."""
    if said.expect_skipped and not said.expectations:
        return (Line(label=say("What I expect"), text=say("The patient would rather not say.")),)
    by_theme = {each.theme: each for each in said.expectations}
    found = [by_theme[theme] for theme in THEMES if theme in by_theme]
    return tuple(
        Line(
            label=theme_name(each.theme),
            text=" ".join(
                part
                # The number first: behind words from right to left it would stand among them.
                for part in (
                    _scored(each.theme, each.score),
                    each.words and f"“{each.words}”",
                )
                if part
            ),
        )
        for each in found
    )


def _scored(theme: str, score: int | None) -> str:
    if score is None:
        return ""
    low, high = scale_ends(theme)
    return say("{score}, where 0 is “{low}” and 100 is “{high}”.", score=score, low=low, high=high)


def questions(said: Discussion, agenda: Agenda) -> tuple[RecordedQuestion, ...]:
    """Give what was asked, and the answers."""
    return tuple(
        RecordedQuestion(
            text=each.text, answer=each.answer, about=_about(each, agenda), when=each.when
        )
        for each in said.questions
    )


def _about(question: QuestionAsked, agenda: Agenda) -> str:
    topic = agenda.topic(question.topic)
    return topic.title if topic else ""


def values(said: Discussion) -> tuple[Line, ...]:
    """Give what matters to the patient, and how much it mattered before where that changed."""
    now = {each.text: each for each in said.values}
    taken_back = [each.text for each in said.value_history if each.text not in now]
    return (
        *(Line(label=_quoted(each), text=_weighed(said, each)) for each in said.values),
        *(
            Line(label=f"“{text}”", text=_earlier(said, text, say("Taken back")))
            for text in dict.fromkeys(taken_back)
        ),
    )


def _quoted(value: ValueAnswer) -> str:
    return value.text if value.statement else f"“{value.text}”"


def _weighed(said: Discussion, value: ValueAnswer) -> str:
    return _earlier(said, value.text, importance_name(value.importance))


def _earlier(said: Discussion, text: str, now: str) -> str:
    """Say ``now``, and what was said before of the same words."""
    changes = [each for each in said.value_history if each.text == text][:-1]
    before = ", ".join(
        say(
            "{importance} at {time}",
            importance=importance_name(each.importance) if each.importance else say("taken back"),
            time=clock(each.when),
        )
        for each in changes
    )
    return say("{now} (before: {earlier})", now=now, earlier=before) if before else now


def understanding(said: Discussion) -> tuple[Line, ...]:
    """Give what was said back, and how often it was asked."""
    back = {each.item: each for each in said.teach_back}
    return filled(
        *((teach_back_name(item), _said_back(back[item])) for item in TEACH_BACK if item in back)
    )


def _said_back(back: TeachBack) -> str:
    asked = say_count("(asked {n} time)", "(asked {n} times)", back.times) if back.times > 1 else ""
    words = back.words and f"“{back.words}”"
    return " ".join(part for part in (said_name(back.said), asked, words) if part)


def knowledge(pack: ContentPack, said: Discussion, agenda: Agenda) -> tuple[Line, ...]:
    """Give the answers in the knowledge check; it checks the explaining, not the patient."""
    asked = {each.key: each for each in knowledge_questions(pack, said, agenda)}
    return tuple(
        Line(label=asked[each.question].text, text=_answered(asked[each.question], each))
        for each in said.knowledge
        if each.question in asked
    )


def _answered(question: KnowledgeQuestion, answer: KnowledgeAnswer) -> str:
    words = dict(question.choices).get(answer.choice, "")
    if answer.right:
        return say("{words}. That was so.", words=words)
    return say("{words}. It was explained again.", words=words)


def sure(said: Discussion) -> tuple[Line, ...]:
    """Give the four plain questions, asked on deciding and again before signing."""
    rows = (
        (sure_name(field), getattr(said.sure, field), getattr(said.sure_again, field))
        for field in SURE
    )
    return filled(*((question, _both(first, again)) for question, first, again in rows))


def _both(first: bool | None, again: bool | None) -> str:  # noqa: FBT001 - answers
    told = (
        say("{answer} before deciding", answer=yes_no(first)) if first is not None else "",
        say("{answer} before signing", answer=yes_no(again)) if again is not None else "",
    )
    return ", ".join(filter(None, told))


def leanings(pack: ContentPack, said: Discussion) -> tuple[Line, ...]:
    """Give what the patient leaned to before the first number and after all was said."""
    return filled(
        (say("Leaned to before the numbers"), _leaned(pack, said.leaning_before)),
        (say("Leaned to before deciding"), _leaned(pack, said.leaning_after)),
    )


def _leaned(pack: ContentPack, leaning: Leaning | None) -> str:
    if leaning is None:
        return ""
    names = {option.id: option.name for option in pack.options}
    told = ", ".join(names.get(each, each) for each in leaning.options)
    return told or say("None of them yet")
