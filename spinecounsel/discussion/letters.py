"""What was written that the paper cannot show, found before anybody signs."""

from collections.abc import Iterable, Iterator

from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import AttendeeRole
from spinecounsel.errors import LetterMissing
from spinecounsel.letters import cannot_show, undrawn


def letters_missing(said: Discussion, agenda: Agenda) -> tuple[LetterMissing, ...]:
    """Name each text that goes on paper and holds letters that no bundled font has.

    Each with the step where it was written.
    """
    found = {}
    for step, texts in _written(said, agenda):
        for text in texts:
            if text not in found and (letters := undrawn(text)):
                found[text] = LetterMissing(step, cannot_show(letters, text))
    return tuple(found.values())


def _written(said: Discussion, agenda: Agenda) -> Iterator[tuple[str, Iterable[str]]]:
    """Give what people wrote in their own words at each step."""
    topics = {topic.key for topic in agenda.topics}
    yield "person", _people(said)
    yield "case", (said.case.histology, said.case.illnesses, said.case.notes)
    yield "options", (each.reason for each in said.left_out)
    yield "expect", (each.words for each in said.expectations)
    yield "walk", (each.wish for each in said.marks if each.topic in topics)
    yield "walk", (text for each in said.questions for text in (each.text, each.answer))
    yield "values", (each.text for each in said.values)
    yield "values", (each.text for each in said.value_history)
    yield "understanding", (each.words for each in said.teach_back)
    if said.decision is not None:
        yield "decision", (said.decision.reason, said.decision.words)


def _people(said: Discussion) -> Iterator[str]:
    patient, clinician, decides = said.patient, said.clinician, said.representative
    yield from (patient.name, patient.number, patient.language)
    yield from (clinician.name, clinician.role, clinician.registration)
    yield from (said.referrer.name, said.referrer.practice)
    for each in said.present:
        yield each.name
        if each.role is AttendeeRole.INTERPRETER:
            yield each.language
    if said.capacity.assessed:
        yield said.capacity.note
    if decides is not None:
        yield from (decides.name, decides.relation, decides.authority)
