from functools import cache

import pytest

from spinecounsel.discussion.agenda import ILLNESS
from spinecounsel.discussion.people import Referrer
from spinecounsel.document import DocumentKind, compose
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line, RecordedQuestion, RecordedScore
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
    said = ["Dr Max Muster Sample Practice 1 Sample Street Zoë"]
    said += ["Born 14 March 1958", "Hospital number TEST-0001"]
    said += ["Dr Ada Beispiel Spine surgeon", "Registration T-1234567", record.patient.name]
    said += ["Consent given", "Not known New trouble with bladder or bowel"]
    said += [each.text for each in record.decision_lines + record.capacity]
    said += [each.text for each in record.case if each.text != "Not known"]
    said += [part for each in record.scores for part in (each.name, each.limits)]
    said += [each.name for each in (*record.options[1:], *record.left_out)]
    said += ["Decided by Lea Łukasiewicz, daughter", "Jan Przykład, interpreter (Polish), by video"]
    said += [
        "Given: Blood or blood products, if needed",
        "Wish: who decides “We decide together”",
        f"Get help at once The patient’s copy says: {record.red_flag}",
    ]
    said += [f"Record number: {record.id}", record.sha256]
    assert [each for each in said if each not in text] == []


def test_without_a_name_it_goes_to_the_referring_doctor():
    nobody = documents.words(compose(records.given(referrer=Referrer()), LETTER))
    assert "24 November 2026 To the referring doctor Zoë" in nobody
    place = Referrer(practice="Sample Practice\n\n 1 Sample Street ")
    placed = documents.words(compose(records.given(referrer=place), LETTER))
    assert "To the referring doctor Sample Practice 1 Sample Street Zoë" in placed


def test_it_says_how_far_each_option_was_gone_through():
    """A talk can end before it began: whoever reads the letter must not think otherwise."""
    first, second, third, *_ = [each for each in records.given().options if each.id != ILLNESS]
    told = tuple(replaced(each, state="discussed") for each in first.topics)
    left = replaced(first, topics=tuple(replaced(each, state="not discussed") for each in told))
    options = (
        replaced(first, topics=told),
        replaced(second, topics=(told[0], *left.topics[1:])),
        replaced(third, topics=left.topics),
    )
    text = documents.words(compose(records.postponed(options=options), LETTER))
    assert f"Discussed {first.name} Discussed in part {second.name}" in text
    assert f"Chosen, not discussed yet {third.name}" in text


def test_of_a_score_with_parts_it_gives_the_sum_its_band_and_the_points():
    items = (
        Line(label="Where in the spine", text="Half-stiff: T3-T10: 1 point"),
        Line(label="Back elements: facet joint or pedicle", text="One side: 3 points"),
    )
    score = RecordedScore(
        name="SINS",
        result="9 of 18 points: potentially unstable. A surgeon should look.",
        items=items,
        limits="It says nothing of children.",
        source="",
    )
    text = documents.words(compose(records.given(scores=(score,)), LETTER))
    assert (
        "SINS 9 of 18 points: potentially unstable. Where in the spine 1, Back elements 3. "
        "It says nothing of children."
    ) in text
    assert "A surgeon should look" not in text


def test_what_was_not_said_back_is_named():
    answers = ("Said", "Said (asked 2 times)", "Not yet")
    lines = tuple(Line(label=f"Question {n}?", text=text) for n, text in enumerate(answers))
    text = documents.words(compose(records.given(understanding=lines), LETTER))
    assert "Said back 2 of 3 asked Not yet: Question 2?" in text


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
    assert "Level T10 Present Symptoms; Pain from the tumour" in text


@pytest.mark.parametrize("kind", [LETTER, DocumentKind.RECORD])
def test_a_foot_with_long_names_keeps_the_page_and_the_number_of_the_record(kind):
    patient = replaced(records.given().patient, name="Name " * 40, number="N" * 60)
    pages = documents.pages(compose(records.given(patient=patient), kind))
    for number, page in enumerate(pages, 1):
        words = " ".join(page.split())
        assert f"Page {number} of {len(pages)}" in words
        assert f"… · Record {records.given().id[:13]}" in words


def test_the_foot_keeps_name_and_record_in_order_in_any_script():
    patient = replaced(records.given().patient, name="محمد الأنصاري")
    document = compose(records.given(patient=patient), LETTER)
    assert "TEST-0001 · Record 01978f3c" in documents.words(document)


def test_it_says_what_comes_next_where_the_record_is_and_that_nobody_signed_it():
    text = documents.words(compose(records.given(), LETTER))
    assert "What comes next Agreed to " in text
    assert "Next visit No date is in the record." in text
    assert "The whole record is inside this file (record.json)." in text
    assert "Sealed by the program, not signed by hand." in text
