"""What a listener hears of each document, in which order, and that it is what was shown."""

import re

import pytest

from spinecounsel.document import DocumentKind, compose, passages
from spinecounsel.document.shown import shown
from tests.helpers import copies, documents, records
from tests.helpers.odd_records import of_size

COPIES = (DocumentKind.COPY, DocumentKind.LARGE_PRINT)
AGAIN = "if this is as it should be: python -m tests.helpers.documents"


def expected(name):
    return (documents.EXPECTED / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_reading_order_is_as_expected(kind):
    assert documents.reading(kind) == expected(kind), AGAIN


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("outcome", documents.OUTCOMES)
def test_another_outcome_changes_what_it_should(kind, outcome):
    assert documents.changed_reading(kind, outcome) == expected(f"{kind}-{outcome}"), AGAIN


@pytest.mark.parametrize("kind", DocumentKind)
def test_poppler_reads_the_same(kind, tmp_path):
    said = documents.reading_by_poppler(kind, tmp_path)
    if said is None:
        pytest.skip("poppler (pdfinfo) is not installed")
    assert said == expected(f"{kind}.pdfinfo"), AGAIN


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("record", [records.given, lambda: of_size(9, 3)], ids=["given", "longer"])
def test_every_estimate_that_is_shown_is_heard_once_and_in_order(kind, record):
    record = record()
    document = compose(record, kind)
    assert heard_of(record, listed(document, kind)) == [e.sentence for e in shown(record, kind)]
    if kind is DocumentKind.RECORD:
        assert {e.id for e in shown(record, kind)} == {e.id for e in records.estimates(record)}


@pytest.mark.parametrize("kind", COPIES)
def test_no_page_of_a_copy_tells_a_number_that_is_not_in_its_list(kind):
    record = records.given()
    before, _ = copies.parts(compose(record, kind))
    assert set(heard_of(record, before)) <= {each.sentence for each in shown(record, kind)}


def listed(document, kind):
    """What is heard of a document, of a copy only its list of numbers."""
    return copies.parts(document)[1] if kind in COPIES else documents.heard(document)


def heard_of(record, said):
    """The sentences of a record's estimates as they are heard, one after the other."""
    sentences = {each.sentence for each in records.estimates(record)}
    longest_first = sorted(sentences, key=len, reverse=True)
    pattern = "|".join(re.escape(each) for each in longest_first)
    return re.findall(pattern, said)


@pytest.mark.parametrize("kind", DocumentKind)
def test_beside_each_sentence_stands_its_picture_or_its_number(kind):
    record = records.given()
    said = listed(compose(record, kind), kind)
    for each in shown(record, kind):
        before, _, behind = said.partition(each.sentence)
        around = before[-300:] + behind[:300]
        written = {f"{each.count} in {whole}" for whole in (each.out_of, f"{each.out_of or 0:,}")}
        assert any(number in around + each.sentence for number in (each.number, *written))
        if each.drawn:
            assert f"[Picture of {each.out_of:,} people: {each.count} are filled in" in around


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_program_reads_aloud_what_is_there(kind):
    document = compose(records.given(), kind)
    aloud = "".join(passage.text for passage in passages(document))
    heard = "".join(documents.spoken(document, without={"Form"}))
    beside = r"[\s\[\]]"  # only how they are told apart differs
    assert re.sub(beside, "", aloud) == re.sub(beside, "", heard)
