import ast
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

import spinecounsel.document
from spinecounsel.document import DocumentKind, compose, passages
from spinecounsel.document.shown import shown, told
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line, RecordedQuestion
from tests.helpers import copies, documents, records
from tests.helpers.reading import grade, sentences
from tests.helpers.record_parts import RADIOTHERAPY, SURGERY
from tests.helpers.said_to_patients import HIGHEST

COPIES = [DocumentKind.COPY, DocumentKind.LARGE_PRINT]
ARABIC = "محمد عبد الله الأنصاري"
HEADINGS = {"H1", "H2", "H3", "H4"}


@cache
def given(kind):
    return compose(records.given(), kind)


def words(record, kind=DocumentKind.COPY):
    return documents.words(compose(record, kind))


def heard(document):
    """All that a listener hears: heads and feet of pages left out."""
    return " ".join(each.text for each in passages(document))


def listed(record, kind):
    """What is heard of the list of numbers."""
    return copies.parts(compose(record, kind))[1]


def alone(make, **changes):
    """A record where the patient decides."""
    return make(representative=None, **changes)


def sizes(document):
    """The size of each letter, with where it stands."""
    with pypdfium2.PdfDocument(document) as pdf:
        for number, page in enumerate(pdf, 1):
            text = page.get_textpage()
            letters = text.get_text_range()
            for place, letter in enumerate(letters):
                if not letter.isspace():
                    yield pypdfium2.raw.FPDFText_GetFontSize(text, place), number, letter


@pytest.mark.parametrize("kind", COPIES)
def test_numbers_stand_in_order_each_with_sentence_people_time_and_certainty(kind):
    record, text = records.given(), listed(records.given(), kind)
    here = 0
    for row, each in enumerate(shown(record, kind), 1):
        here = text.index(f"[{row}] ", here)
        said = text[here:]
        assert said.index(each.sentence) < said.find(f"[{row + 1}] ") or row == len(
            shown(record, kind)
        )
        for part in (each.framing, each.horizon.rstrip("."), f"How sure: {each.certainty}"):
            assert part in said
        assert all(part in said for part in each.population.split("; "))


@pytest.mark.parametrize("kind", COPIES)
def test_a_number_and_its_sentence_are_on_one_page(kind):
    pages = [re.sub(r"\s+", " ", page) for page in documents.pages(given(kind))]
    for each in shown(records.given(), kind):
        near = re.compile(f"{re.escape(each.number)}.{{0,90}}{re.escape(each.sentence)}")
        assert any(near.search(page) for page in pages)


@pytest.mark.parametrize("kind", COPIES)
def test_the_group_that_had_something_else_is_named_as_such(kind):
    text = listed(records.given(), kind)
    row = text.index("[3] ")
    other = text.index(f"Other group, to compare: {RADIOTHERAPY}")
    assert row < other < text.index("About 57 in 100 people could walk after radiation alone.")


@pytest.mark.parametrize("kind", COPIES)
def test_every_row_that_a_page_leads_to_is_there_and_is_of_that_outcome(kind):
    record, text = records.given(), listed(records.given(), kind)
    before, _ = copies.parts(given(kind))
    named = {int(each) for each in re.findall(r"\[(\d+)\]", before)} - {1}
    assert named <= set(range(1, len(shown(record, kind)) + 1))
    rows = {each.id: row for row, each in enumerate(shown(record, kind), 1)}
    for option in record.options:
        for topic in option.topics:
            numbers = [rows[each.id] for each in topic.estimates if each.id in rows]
            if len(numbers) == 1 and topic.kind in {"benefit", "risk"} and told(topic):
                assert f"{topic.title} [{numbers[0]}]" in before.replace("\N{NO-BREAK SPACE}", " ")
    assert f"[{max(rows.values())}] " in text


def test_no_number_stands_on_the_first_pages_but_of_what_matters_to_the_patient():
    """Nobody picks: all outcomes are named, and only those with a star are told with numbers."""
    record = records.given()
    before, _ = copies.parts(given(DocumentKind.COPY))
    topics = [topic for option in record.options for topic in option.topics if told(topic)]
    starred = {each.id for topic in topics if topic.material for each in topic.estimates}
    assert 0 < len(starred) < len(shown(record, DocumentKind.COPY))
    for topic in topics:
        assert topic.kind not in {"benefit", "risk"} or topic.title in before
        for each in topic.estimates:
            assert (each.sentence in before) == (each.id in starred)
            if each.id in starred:
                assert each.number in before
                assert each.population in before


def test_benefits_and_risks_that_matter_stand_there_alike_with_all_of_their_study():
    first, second, *rest = records.given().options
    topics = tuple(replaced(topic, material=True) for topic in second.topics)
    record = records.given(options=(first, replaced(second, topics=topics), *rest))
    before, _ = copies.parts(compose(record, DocumentKind.COPY))
    estimates = [
        each
        for topic in topics
        if told(topic) and topic.kind in {"benefit", "risk", "course"}
        for each in topic.estimates
    ]
    assert {each.option for each in estimates} == {SURGERY, RADIOTHERAPY}
    assert [each.id for each in estimates if each.sentence not in before] == []


@pytest.mark.parametrize(("kind", "most", "whole"), [(COPIES[0], 4, 8), (COPIES[1], 9, 19)])
def test_what_is_read_is_short_and_what_is_looked_up_stands_behind(kind, most, whole):
    document = given(kind)
    assert copies.page_of_the_list(document) <= most
    assert len(documents.pages(document)) <= whole


@pytest.mark.parametrize("kind", COPIES)
def test_every_picture_says_what_it_shows(kind):
    drawn = [each for each in shown(records.given(), kind) if each.drawn]
    with documents.opened(given(kind)) as pdf:
        alts = [str(e.get("/Alt")) for _, tag, e in documents.elements(pdf) if tag == "Figure"]
    for each, alt in zip(drawn, alts, strict=False):
        assert alt.startswith(f"Picture of {each.out_of:,} people: {each.count} are filled in")
    assert len(alts) == len(drawn) + 1  # and the code


@pytest.mark.parametrize("kind", COPIES)
def test_nothing_set_aside_or_never_opened_appears(kind):
    text = documents.words(given(kind))
    for hidden in ("Wound infection", "wounds", "Length of life", "how long people live"):
        assert hidden not in text
    assert "You did not want to hear about them, or they were not opened in the talk." in text


@pytest.mark.parametrize("kind", COPIES)
def test_what_was_not_talked_about_yet_is_named_without_its_number(kind):
    text = documents.words(given(kind))
    assert "Not talked about yet: Days in hospital." in text
    assert "Half of the people stayed 7 days" not in text


def test_what_was_ticked_off_without_being_opened_is_not_named():
    first, second, *rest = records.given().options
    closed = replaced(second.topics[1], sentences=(), estimates=(), title="How long people live")
    second = replaced(second, topics=(*second.topics[:1], closed))
    text = words(records.given(options=(first, second, *rest)))
    assert "How long people live" not in text


def test_two_arms_of_two_studies_name_both_sources():
    first, second, *rest = records.given().options
    walk = second.topics[1]
    arms = (walk.estimates[0], replaced(walk.estimates[1], source="Another study."))
    second = replaced(second, topics=(replaced(walk, estimates=arms),))
    text = words(records.given(options=(first, second, *rest)))
    assert "How sure: moderate." in text
    assert "Source: [2] 2, [3] 3." in text


def test_sources_are_notes_at_the_end_each_once():
    record, text = records.given(), heard(given(DocumentKind.COPY))
    notes = text.index("Where the numbers come from")
    for source in {each.source for each in shown(record, DocumentKind.COPY)}:
        assert text.count(source) == 1
        assert text.index(source) > notes


@pytest.mark.parametrize(
    ("record", "said", "unsaid"),
    [
        (
            alone(records.given),
            ["You agreed to Surgery to free the spinal cord", "In your own words “I want to walk"],
            ["You do not want", "not decided"],
        ),
        (
            alone(records.refused),
            ["You said no to all the treatments", "Your reason Wants no operation"],
            ["You agreed to", "not decided"],
        ),
        (
            alone(records.postponed),
            ["You have not decided yet.", "Why it waits A second opinion"],
            ["You agreed to", "You do not want"],
        ),
        (
            records.given(),
            ["Lea Łukasiewicz decided for you.", "Agreed to for you Surgery"],
            ["You agreed to"],
        ),
    ],
    ids=["given", "refused", "postponed", "by somebody else"],
)
def test_the_decision_is_said_to_the_patient(record, said, unsaid):
    text = words(record)
    assert [each for each in said if each not in text] == []
    assert [each for each in unsaid if each in text] == []


def test_what_is_refused_by_name_is_named():
    lines = (Line(label="Outcome", text="Refused"), Line(label="Not wanted", text="Surgery"))
    record = replaced(alone(records.refused), decision_lines=lines)
    assert "You do not want Surgery" in words(records.sealed(record))


@pytest.mark.parametrize("kind", COPIES)
def test_people_questions_and_signed_words_are_there(kind):
    record, text = records.given(), documents.words(given(kind))
    said = [*record.statements, record.red_flag, "Dr Ada Beispiel, Spine surgeon"]
    said += [part for each in record.questions for part in (each.text, each.answer)]
    said += [part for each in record.values for part in (each.label, each.text)]
    said += [each.name for each in record.signatures]
    said += ["No answer yet.", "Room for new questions", "This matters to you"]
    said += [record.left_out[0].name, record.left_out[0].why_usual, record.left_out[0].reason]
    assert [each for each in said if each not in text] == []
    assert record.sha256 in text.replace(" ", "")


def test_a_question_does_not_name_what_was_set_aside():
    asked = RecordedQuestion(
        text="How long?", answer="", about="Wound infection", when=records.minutes(3)
    )
    text = words(records.given(questions=(asked,)))
    assert "How long?" in text
    assert "Wound infection" not in text


def test_change_of_mind_is_spoken_of_only_where_the_signed_words_do():
    assert "change my mind" in words(records.refused())
    assert "change my mind" not in words(alone(records.postponed))


def test_large_print_has_no_letter_under_18_points():
    small = [each for each in sizes(given(DocumentKind.LARGE_PRINT)) if each[0] < 17.99]
    assert small == []


def test_the_copy_is_set_in_12_points_and_only_its_edges_are_smaller():
    found = {round(size, 1) for size, _, _ in sizes(given(DocumentKind.COPY))}
    assert min(found - {10.5}) == 12


@pytest.mark.parametrize("kind", COPIES)
def test_no_heading_stands_at_the_foot_of_a_page(kind):
    with documents.opened(given(kind)) as pdf:
        leaves = [
            (tag, e.Pg.objgen, str(e.get("/T", "")))
            for _, tag, e in documents.elements(pdf)
            if "/Pg" in e
        ]
    lonely = [
        title
        for (tag, page, title), (_, after, _) in pairwise(leaves)
        if tag in HEADINGS and page != after
    ]
    assert lonely == []


@pytest.mark.parametrize("kind", COPIES)
def test_every_page_says_whose_it_is_and_which(kind):
    pages = documents.pages(given(kind))
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Zoë Łukasiewicz-Nguyễn" in page
        assert "Content not yet approved by this clinic" in page
    stamp = replaced(records.given().content, approved_by="Dr Ada Beispiel")
    assert "not yet approved" not in words(records.given(content=stamp), kind)


@pytest.mark.parametrize("kind", COPIES)
def test_a_long_answer_and_a_name_from_right_to_left_find_room(kind):
    answer = "It depends on what the scan shows. " * 600
    asked = RecordedQuestion(text="W" * 900, answer=answer, about="", when=records.minutes(2))
    patient = replaced(records.given().patient, name=ARABIC)
    document = compose(records.given(patient=patient, questions=(asked,)), kind)
    assert heard(document).count("It depends on what the scan shows.") == 600
    with documents.opened(document) as pdf:
        actual = [str(e.get("/ActualText", "")) for _, _, e in documents.elements(pdf)]
    assert ARABIC in actual


@pytest.mark.parametrize("kind", [*COPIES, DocumentKind.LETTER])
def test_a_record_with_nothing_in_it_still_gives_paper(kind):
    emptied = (
        *("options", "left_out", "values", "questions", "present", "preferences", "capacity"),
        *("case", "scores", "expectations", "understanding", "knowledge", "sure", "leanings"),
        *("permissions", "statements", "signatures", "decision_lines"),
    )
    bare = records.given(**dict.fromkeys(emptied, ()), red_flag="", representative=None)
    assert bare.sha256 in documents.words(compose(bare, kind)).replace(" ", "")


@pytest.mark.parametrize("kind", [*COPIES, DocumentKind.LETTER])
def test_the_same_record_gives_the_same_bytes(kind):
    compose(records.refused(), kind)
    assert compose(records.given(), kind) == given(kind)


def test_its_own_sentences_are_plain():
    folder = Path(spinecounsel.document.__file__).parent
    said = [
        node.args[0].value
        for file in folder.glob("copy*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"
    ]
    parts = [part for text in said for part in sentences(re.sub(r"\{\w+\}", "3", text))]
    hard = [each for each in parts if len(each.split()) > 3 and grade(each) > HIGHEST]
    assert len(parts) > 20
    assert hard == []
