"""How a record lies on its pages: few of them, nothing alone, nothing torn."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings

from spinecounsel.document import compose
from spinecounsel.document.page import RECORD
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line
from tests.helpers import documents, places, records
from tests.helpers.examples import MENINGIOMA, METASTASIS, recorded
from tests.helpers.odd_records import odd_records, of_size

MIDDLE = RECORD.margin + RECORD.width / 2 - 10
RECORDS = {
    "given": records.given,
    "metastasis": lambda: recorded(METASTASIS),
    "meningioma": lambda: recorded(MENINGIOMA),
    "longer": lambda: of_size(12, 9),
    "many questions": lambda: of_size(3, 60),
}


@cache
def document(name):
    return compose(RECORDS[name]())


@cache
def elements(name):
    return places.placed(document(name))


@pytest.mark.parametrize(("name", "most"), [("given", 6), ("meningioma", 6), ("metastasis", 11)])
def test_a_record_takes_few_pages(name, most):
    assert len(documents.pages(document(name))) <= most


@pytest.mark.parametrize("name", RECORDS)
def test_no_heading_stands_alone_at_the_foot_of_a_column(name):
    assert _check_headings(elements(name)) > 20


def _check_headings(every):
    checked = 0
    for heading, behind in pairwise(_without_times(every)):
        if heading.kind[0] == "H" and heading.kind != "H1":
            last, first = heading.parts[-1], behind.parts[0]
            assert last.page == first.page, heading.said
            if behind.kind[0] != "H" and not _is_wide(behind):
                assert (last.left < MIDDLE) == (first.left < MIDDLE), heading.said
            checked += 1
    return checked


def _is_wide(each):
    """Whether it stands in a row over the whole width."""
    return each.kind == "TH" or len({part.left < MIDDLE for part in each.parts}) > 1


def _without_times(every):
    """All but the times at the right of headings."""
    times = ("Discussed ", "Set aside ")
    return [each for each in every if not each.said.startswith(times)]


@pytest.mark.parametrize("name", RECORDS)
def test_no_line_of_a_text_is_alone(name):
    _check_lines(elements(name))


def _check_lines(every):
    for each in every:
        columns = {}
        for part in each.parts:
            here = columns.setdefault((part.page, part.left < MIDDLE), set())
            here.update(part.lines)
        if each.kind in {"P", "LBody", "Link"} and len(columns) > 1:
            assert all(len(lines) > 1 for lines in columns.values()), columns


@pytest.mark.parametrize("name", RECORDS)
def test_a_picture_stands_on_the_page_of_its_sentence_and_of_what_is_known_of_it(name):
    every = elements(name)
    pictures = 0
    for place, each in enumerate(every):
        if each.said.startswith("Picture of"):
            sentence, behind = every[place - 1], every[place + 1]
            beside = (*sentence.parts, *behind.parts)
            assert {part.page for part in beside} == {each.parts[0].page}
            pictures += 1
    assert pictures > 5


@pytest.mark.parametrize("name", RECORDS)
def test_statements_and_signatures_stay_on_one_page_and_so_does_the_seal(name):
    every = elements(name)
    titles = ("Statements and signatures", "The seal", "Sources")
    places = [next(at for at, e in enumerate(every) if e.said == title) for title in titles]
    for start, end in pairwise(places):
        assert len({part.page for each in every[start:end] for part in each.parts}) == 1


@pytest.mark.parametrize("name", RECORDS)
def test_a_column_ends_high_only_where_what_follows_stays_together(name):
    """Up to what is told over the whole width: there the columns end at about one height."""
    every = elements(name)
    end = next(at for at, e in enumerate(every) if e.said == "Where the content comes from")
    parts = [part for each in every[:end] for part in each.parts]
    last = parts[-1].page
    assert last > 0
    for page in range(last):
        for column in _columns(parts, page):
            assert min(column) < RECORD.bottom + 180, page
    left, right = _columns(parts, last)
    assert not right or abs(min(left) - min(right)) < 110


def _columns(parts, page):
    here = [part for part in parts if part.page == page]
    left = [part.lines[-1] for part in here if part.left < MIDDLE]
    return left, [part.lines[-1] for part in here if part.left >= MIDDLE]


@pytest.mark.parametrize("name", RECORDS)
def test_no_page_holds_a_few_lines_only(name):
    parts = [part for each in elements(name) for part in each.parts]
    for page in range(len(documents.pages(document(name)))):
        lines = {line for part in parts if part.page == page for line in part.lines}
        assert len(lines) > 8, page


@settings(max_examples=15, deadline=None, phases=[Phase.generate])
@given(odd_records())
def test_in_records_of_every_shape_no_line_is_alone_and_no_heading_is_parted(record):
    every = places.placed(compose(record))
    _check_headings(every)
    _check_lines(every)


def test_a_table_that_runs_on_has_its_title_again():
    lines = tuple(Line(label=f"Value {n}", text="A lot") for n in range(90))
    record = records.given(values=lines)
    words = documents.words(compose(record))
    assert words.count("What matters to the patient, continued What How much") >= 1
    few = documents.words(compose(records.given(values=lines[:4])))
    assert "What matters to the patient, continued" not in few


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
