"""How a record lies on its pages: few of them, nothing alone, nothing torn."""

from functools import cache
from itertools import pairwise

import pytest

from spinecounsel.document import compose
from spinecounsel.document.page import RECORD
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line
from tests.helpers import documents, places, records
from tests.helpers.odd_records import of_size

MIDDLE = RECORD.margin + RECORD.width / 2 - 10
RECORDS = {
    "given": records.given,
    "longer": lambda: of_size(12, 9),
    "many questions": lambda: of_size(3, 60),
}


@cache
def document(name):
    return compose(RECORDS[name]())


@cache
def elements(name):
    return places.placed(document(name))


def test_an_ordinary_record_takes_six_pages_at_most():
    assert len(documents.pages(document("given"))) <= 6


@pytest.mark.parametrize("name", RECORDS)
def test_no_heading_stands_alone_at_the_foot_of_a_column(name):
    checked = 0
    for heading, behind in pairwise(_without_times(elements(name))):
        if heading.kind[0] == "H" and heading.kind != "H1":
            last, first = heading.parts[-1], behind.parts[0]
            assert last.page == first.page, heading.said
            if behind.kind[0] != "H" and heading.kind != "H2":
                assert (last.left < MIDDLE) == (first.left < MIDDLE), heading.said
            checked += 1
    assert checked > 20


def _without_times(every):
    """All but the times at the right of headings."""
    return [each for each in every if not each.said.startswith("Discussed ")]


@pytest.mark.parametrize("name", RECORDS)
def test_no_line_of_a_text_is_alone(name):
    for each in elements(name):
        beside = len({part.top for part in each.parts}) == 1  # a label and its value
        if each.kind in {"P", "LBody", "Link"} and len(each.parts) > 1 and not beside:
            for part in each.parts:
                assert len(part.lines) > 1, part


@pytest.mark.parametrize("name", RECORDS)
def test_a_picture_stands_on_the_page_of_its_sentence_and_of_what_is_known_of_it(name):
    every = elements(name)
    pictures = 0
    for place, each in enumerate(every):
        if each.said.startswith("Picture of"):
            sentence, behind = every[place - 1], every[place + 1]
            assert {part.page for part in (*sentence.parts, *behind.parts)} == {each.parts[0].page}
            pictures += 1
    assert pictures > 5


def test_statements_and_signatures_stay_on_one_page():
    for name in RECORDS:
        every = elements(name)
        start = next(at for at, e in enumerate(every) if e.said == "Statements and signatures")
        end = next(at for at, e in enumerate(every) if e.said == "Sources")
        assert len({part.page for each in every[start:end] for part in each.parts}) == 1


@pytest.mark.parametrize("name", RECORDS)
def test_the_columns_of_an_option_end_at_about_the_same_height(name):
    every = elements(name)
    heads = [at for at, each in enumerate(every) if each.kind == "H2"]
    options = {each.name for each in RECORDS[name]().options}
    for start, end in pairwise(heads):
        if every[start].said in options:
            inside = [part for each in every[start + 1 : end] for part in each.parts]
            last = [part for part in inside if part.page == inside[-1].page]
            left = [part.lines[-1] for part in last if part.left < MIDDLE]
            right = [part.lines[-1] for part in last if part.left >= MIDDLE]
            if right:
                assert abs(min(left) - min(right)) < 110, every[start].said


def test_pages_grow_no_faster_than_the_record():
    few, many = (len(documents.pages(compose(of_size(count, count)))) for count in (5, 20))
    assert many < 4 * few


LONG = "word " * 900


def _topic(**changes):
    """The record with one topic that is not like others."""
    first, *rest = records.given().options
    topic = replaced(first.topics[1], **changes)
    return records.given(options=(replaced(first, topics=(topic,)), *rest))


def _estimate(**changes):
    return replaced(records.estimates(records.given())[1], **changes)


@pytest.mark.parametrize(
    "record",
    [
        lambda: _topic(estimates=(_estimate(sentence=LONG),)),
        lambda: _topic(estimates=(_estimate(certainty_why=LONG),)),
        lambda: _topic(estimates=tuple(_estimate(id=f"e{n}", pair="e0") for n in range(30))),
        lambda: _topic(title=LONG),
        lambda: records.given(options=(replaced(records.given().options[0], name=LONG),)),
        lambda: records.given(red_flag=LONG, statements=(LONG, LONG)),
        lambda: records.given(permissions=(Line(label=LONG, text=LONG),)),
        lambda: records.given(options=(), signatures=(), statements=(), permissions=()),
    ],
)
def test_what_is_higher_than_a_page_runs_over_pages_and_what_is_empty_is_left_out(record):
    record = record()
    words = documents.words(compose(record))
    assert words.count("word") >= 900 * str(record).count(LONG) / 2
