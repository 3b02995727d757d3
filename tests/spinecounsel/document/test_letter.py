from collections import Counter
from functools import cache

import pytest

from spinecounsel.document import DocumentKind, compose
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line, RecordedQuestion
from tests.helpers import documents, records

LETTER = DocumentKind.LETTER


@cache
def given():
    return compose(records.given(), LETTER)


@pytest.mark.parametrize("make", [records.given, records.refused, records.postponed])
def test_it_has_two_pages_at_most(make):
    assert len(documents.pages(compose(make(), LETTER))) <= 2


def test_it_tells_who_what_was_found_decided_and_asked():
    record, text = records.given(), documents.words(given())
    said = ["To the referring doctor", "Born 14 March 1958", "Hospital number TEST-0001"]
    said += ["Dr Ada Beispiel Spine surgeon", "Registration T-1234567", record.patient.name]
    said += ["Consent given", "Not known New trouble with bladder or bowel"]
    said += [each.text for each in record.decision_lines + record.capacity]
    said += [each.text for each in record.case if each.text != "Not known"]
    said += [part for each in record.scores for part in (each.name, each.result, each.limits)]
    said += [each.name for each in (*record.options[1:], *record.left_out)]
    said += ["Decided by Lea Łukasiewicz, daughter", "Jan Przykład, interpreter (Polish), by video"]
    said += [
        "Yes: Blood or blood products, if needed",
        f"Get help at once The patient was told: {record.red_flag}",
    ]
    said += [f"Record number: {record.id}", record.sha256]
    assert [each for each in said if each not in text] == []
    counts = Counter(line.text for line in record.understanding)
    assert "Said back " + "; ".join(f"{each}: {n}" for each, n in counts.items()) in text


def test_open_questions_are_those_without_an_answer():
    text = documents.words(given())
    assert "Open questions Czy będzie bolało?" in text
    assert "wheelchair" not in text
    answered = RecordedQuestion(text="Why?", answer="So.", about="", when=records.minutes(1))
    all_answered = compose(records.given(questions=(answered,)), LETTER)
    assert "Open questions None" in documents.words(all_answered)


def test_it_carries_no_number_and_no_name_of_what_was_set_aside():
    text = documents.words(given())
    for each in records.estimates(records.given()):
        assert each.sentence not in text
    assert "Wound infection" not in text
    assert "Set aside 1 topic, by the patient’s wish: it was not gone through" in text


def test_refused_and_postponed_give_the_reason():
    refused = documents.words(compose(records.refused(), LETTER))
    assert "Treatment refused" in refused
    assert "Reason Wants no operation" in refused
    postponed = documents.words(compose(records.postponed(), LETTER))
    assert "Decision postponed" in postponed
    assert "Why it waits A second opinion" in postponed


def test_findings_answered_alike_stand_together():
    case = (
        Line(label="Symptoms", text="Yes"),
        Line(label="Pain from the tumour", text="Yes"),
        Line(label="Level", text="T10"),
    )
    text = documents.words(compose(records.given(case=case), LETTER))
    assert "Level T10 Yes Symptoms; Pain from the tumour" in text


def test_the_foot_keeps_name_and_record_in_order_in_any_script():
    patient = replaced(records.given().patient, name="محمد الأنصاري")
    document = compose(records.given(patient=patient), LETTER)
    assert "TEST-0001 · Record 01978f3c" in documents.words(document)
