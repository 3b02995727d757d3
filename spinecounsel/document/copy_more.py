"""More about the options in a patient's copy: what was told of them without a number."""

from spinecounsel.document.copy_facts import is_in_record_only, more_facts
from spinecounsel.document.plain import CHAPTER, SAID, Plain
from spinecounsel.document.shown import gathered, merged, told
from spinecounsel.record.record import ConsentRecord, Line, RecordedOption, RecordedTopic
from spinecounsel.wording import say

_ASKED = {"benefit", "risk", "course", "not known"}


def write_others(plain: Plain, record: ConsentRecord) -> None:
    """Write the usual options that were not gone through, and why."""
    if not record.left_out:
        return
    plain.sheet.section(say("Usual here, but not gone through"), CHAPTER)
    plain.named(
        Line(label=each.name, text=f"{each.why_usual} {_why_not(record, each.reason)}")
        for each in record.left_out
    )


def _why_not(record: ConsentRecord, reason: str) -> str:
    """Give the reason as it is said to the patient."""
    if reason == say("Not wanted by the patient") and not record.representative:
        reason = say("You did not want it")
    return say("Why not now: {reason}.", reason=reason.rstrip("."))


def write_more(plain: Plain, record: ConsentRecord) -> None:
    """Write what else is of use at home: of each option, what is not known, what goes together."""
    options = [(each, more_facts(each), _not_known(each)) for each in record.options]
    together = _together(record)
    if not (together or any(facts or unknown for _, facts, unknown in options)):
        return
    plain.sheet.section(say("More about the options"), CHAPTER)
    if any(is_in_record_only(each) for each in record.options):
        words = say("The consent record also says how each one works and when it is used.")
        plain.sheet.paragraph(words, SAID)
    for option, facts, unknown in options:
        if facts or unknown:
            plain.sheet.heading(3, option.name)
        plain.named(facts)
        if unknown:
            plain.sheet.heading(4, say("What is not known"), mark="not_known")
            plain.named(_by_answer(unknown))
    if together:
        plain.sheet.heading(3, say("What may go together"))
        plain.named(together)


def _not_known(option: RecordedOption) -> list[Line]:
    return [line for topic in option.topics if told(topic) for line in _unknown(topic)]


def _unknown(topic: RecordedTopic) -> list[Line]:
    """Give the questions without a number under a topic; what is said of numbers stands there."""
    asked = topic.kind in _ASKED and not topic.estimates
    return gathered(topic.sentences) if asked else []


def _by_answer(questions: list[Line]) -> list[Line]:
    """Put questions with the same answer together."""
    asked: dict[str, list[str]] = {}
    for each in questions:
        asked.setdefault(each.text, []).append(each.label)
    return [Line(label=" ".join(labels), text=answer) for answer, labels in asked.items()]


def _together(record: ConsentRecord) -> list[Line]:
    """Give what was said of other options, once, without the names that stand elsewhere."""
    names = {each.name for each in record.options} | {each.name for each in record.left_out}
    said: dict[tuple[str, str], None] = {}
    for option in record.options:
        for topic in option.topics:
            if topic.kind == "alternatives" and topic.state == "discussed":
                label = ""
                for line in topic.sentences:
                    label = line.label or label
                    if line.text not in names:
                        said.setdefault((label, line.text))
    return merged(Line(label=label, text=text) for label, text in said)
