"""The records that documents are made from: the first example case, and longer ones."""

from spinecounsel.frozen import replaced
from spinecounsel.record.codec import fingerprint
from spinecounsel.record.record import ConsentRecord, RecordedQuestion
from tests.helpers.examples import METASTASIS, played
from tests.helpers.talks import mark, signatures


def ordinary() -> ConsentRecord:
    """Give the record of the first example case, signed by patient and clinician."""
    sitting = played(METASTASIS)
    marked = {each.topic for each in sitting.discussion.marks}
    for topic in sitting.agenda.topics:
        if topic.required and topic.key not in marked:
            mark(sitting, topic)
    record: ConsentRecord = sitting.finish(signatures(sitting))
    return record


def of_size(options: int, questions: int) -> ConsentRecord:
    """Give the same record with so many options, and questions with their answers."""
    whole = ordinary()
    illness, *kinds = whole.options
    made = replaced(
        whole,
        options=(
            illness,
            *(
                replaced(kinds[number % len(kinds)], id=f"option-{number}")
                for number in range(options)
            ),
        ),
        questions=tuple(
            RecordedQuestion(
                text=f"Question {number}: shall I walk to my garden again?",
                answer=f"Answer {number}: most people who walk before go on walking. " * 3,
                about="Walking after treatment",
                when=whole.started,
            )
            for number in range(questions)
        ),
    )
    return replaced(made, sha256=fingerprint(made))
