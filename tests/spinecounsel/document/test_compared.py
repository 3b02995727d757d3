"""The comparison and what may lie ahead as pages of the patient's copy."""

from functools import cache

import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison
from spinecounsel.document import DocumentKind, compose
from spinecounsel.frozen import replaced
from spinecounsel.record.side_by_side import (
    ComparedArm,
    ComparedCell,
    ComparedNote,
    ComparedRow,
    SideBySide,
)
from tests.helpers import documents, records
from tests.helpers.examples import look_ahead
from tests.helpers.talks import OPTIONS, decided, signatures

NOTE = ComparedNote(people="60 adults", certainty="low", range="", source="A and others 2019")
COPIES = (DocumentKind.COPY, DocumentKind.LARGE_PRINT)
CONCEPTS = ("bone-break", "complication-any", "wound-problem")


@cache
def record(options=OPTIONS):
    sitting = decided(options=options)
    sitting.change(moves.comparing)
    sitting.change(moves.selecting, Comparison(concepts=CONCEPTS))
    look_ahead(sitting)
    return sitting.finish(signatures(sitting))


@cache
def copy_of(kind):
    return compose(record(), kind)


def plain(text):
    return " ".join(text.split())


@pytest.mark.parametrize("kind", COPIES)
def test_each_number_that_stood_side_by_side_is_there_with_who_was_studied(kind):
    words = documents.words(copy_of(kind))
    assert "Options side by side" in words
    for row in record().comparison.rows:
        assert plain(row.title) in words
        for arm in (arm for cell in row.cells for arm in cell.arms):
            assert plain(arm.number + arm.text) in words
            assert all(part in words for part in plain(arm.note.people).split("; "))


@pytest.mark.parametrize("kind", COPIES)
def test_what_joins_numbers_is_said_in_words_and_what_is_not_known_too(kind):
    words = documents.words(copy_of(kind))
    links = {cell.link for row in record().comparison.rows for cell in row.cells if cell.link}
    assert links
    assert all(link in words for link in links)
    assert "Not known" in words


@pytest.mark.parametrize("kind", COPIES)
def test_the_words_that_stand_for_a_number_are_explained(kind):
    words = documents.words(copy_of(kind))
    assert "“No number”: none was found, or the question does not fit." in words
    assert "All others stand apart" not in words


@pytest.mark.parametrize("kind", COPIES)
def test_a_share_below_the_mark_of_a_risk_says_that_it_went_well(kind):
    words = documents.words(copy_of(kind))
    marks = [mark for each in record().ahead for row in each.cases.rows for mark in row.marks]
    assert marks
    for mark in marks:
        assert f"It went well for {mark.number}." in words


@pytest.mark.parametrize("kind", COPIES)
def test_of_a_group_that_is_in_no_story_the_stories_say_nothing(kind):
    others = {
        part.estimate
        for each in record().ahead
        for story in each.cases.stories
        for line in story.lines
        for part in line.parts
        if part.other
    }
    words = documents.words(copy_of(kind))
    assert words.count("This group is there to compare.") >= len(others) > 0


@pytest.mark.parametrize("kind", COPIES)
def test_every_story_and_every_part_of_the_days_is_told(kind):
    words = documents.words(copy_of(kind))
    told = [
        part.sentence
        for each in record().ahead
        for line in (
            *(line for story in each.cases.stories for line in story.lines),
            *each.cases.also,
            *(line for stop in each.days.stations for line in stop.lines),
        )
        for part in line.parts
    ]
    assert len(told) > 50
    assert [sentence for sentence in told if plain(sentence) not in words] == []
    for each in record().ahead:
        assert all(stop.title in words for stop in each.days.stations)


def test_each_sketch_says_in_words_what_it_draws():
    with documents.opened(copy_of(DocumentKind.COPY)) as pdf:
        alts = [
            str(e.get("/Alt", "")) for _, kind, e in documents.elements(pdf) if kind == "Figure"
        ]
    marks = [mark for each in record().ahead for row in each.cases.rows for mark in row.marks]
    assert marks
    for mark in marks:
        assert any(f"It went well for {mark.number}." in alt for alt in alts)


def test_in_large_print_the_comparison_is_a_list_as_its_columns_would_be_too_narrow():
    def heads(kind):
        with documents.opened(copy_of(kind)) as pdf:
            return [str(e.get("/ID", "")) for _, of, e in documents.elements(pdf) if of == "TH"]

    assert {"c1", "c2", "c3", "c4"} <= set(heads(DocumentKind.COPY))
    assert "c1" not in heads(DocumentKind.LARGE_PRINT)


def test_one_long_text_runs_over_all_columns_and_names_its_option():
    long = ComparedArm(estimate="x", text="Words " * 20 + "end.", note=NOTE)
    empty = ComparedCell(words="Not known")
    row = ComparedRow(
        title="Walking", span="", kind="benefit", cells=(empty, ComparedCell(arms=(long,)), empty)
    )
    table = SideBySide(options=("One", "Two", "Three"), rows=(row,))
    document = compose(
        records.sealed(replaced(record(), comparison=table, ahead=())), DocumentKind.COPY
    )
    words = documents.words(document)
    assert "Two Words Words" in words
    assert "One, Three: Not known" in words
    with documents.opened(document) as pdf:
        spans = [
            int(e.A[0].get("/ColSpan", 1))
            for _, of, e in documents.elements(pdf)
            if of == "TD" and "/A" in e
        ]
    assert 3 in spans


@pytest.mark.parametrize("kind", COPIES)
def test_nothing_of_it_is_there_where_nobody_looked(kind):
    bare = replaced(record(), comparison=None, ahead=())
    words = documents.words(compose(records.sealed(bare), kind))
    assert "Options side by side" not in words
    assert "What may lie ahead" not in words
