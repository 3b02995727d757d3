"""What a record says once: sources, what arms of a study share, other options."""

import pytest

from spinecounsel.document import compose
from spinecounsel.document.references import References, address_of
from spinecounsel.frozen import replaced
from tests.helpers import documents, records

PAPER = "Chin AL, Kumar KA. Update of Radiosurgery. Neurosurgery. 2019"


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("Jecko V. Spine. 2022. doi:10.31616/asj.2021.0201 (Abstract)", "10.31616/asj.2021.0201"),
        ("A. Neuro. doi:10.1007/s11060-007-9507-z. PMID 18084720", "10.1007/s11060-007-9507-z"),
        ("Gibbs IC. doi:10.1227/01.NEU.0000341628.98141.B6.", "10.1227/01.NEU.0000341628.98141.B6"),
        ('B. doi:10.1000/a"><b', "10.1000/a%22%3E%3Cb"),
    ],
)
def test_a_source_leads_to_its_paper(source, address):
    assert address_of(source) == f"https://doi.org/{address}"


def test_a_source_without_a_doi_leads_to_pubmed_or_nowhere():
    known = "World Neurosurgery. 2018. PMID 29902605 (Abstract)"
    assert address_of(known) == "https://pubmed.ncbi.nlm.nih.gov/29902605/"
    for source in ("NHS 111 Wales. 111.wales.nhs.uk", "javascript:alert(1)", "file:///etc/passwd"):
        assert address_of(source) == ""


def test_places_of_one_paper_share_its_number():
    references = References()
    sources = (f"{PAPER} (Abstract (10-year 12%))", f"{PAPER} (Conclusions)", "Another", PAPER)
    assert [references.mark(each) for each in sources] == ["[1]", "[1b]", "[2]", "[1c]"]
    assert [references.mark(each) for each in sources] == ["[1]", "[1b]", "[2]", "[1c]"]
    assert references.mark("") == ""


def test_each_source_stands_once_and_is_a_link_where_it_can_be():
    record = records.given()
    document = compose(record)
    words = documents.words(document)
    sources = {each.source for each in records.estimates(record)}
    assert [words.count(each) for each in sources] == [1] * len(sources)
    with documents.opened(document) as pdf:
        areas = [each for page in pdf.pages for each in page.get("/Annots", [])]
        linked = {str(each.A.URI) for each in areas if each.Subtype == "/Link"}
        links = [e for _, kind, e in documents.elements(pdf) if kind == "Link"]
    assert linked == {address_of(each) for each in sources} - {""}
    assert len(links) == len(linked)


def test_the_arms_of_a_study_tell_once_what_they_share():
    shared = "adults with cord compression at one place"
    pair = records.estimates(records.given())[1:3]
    apart = tuple(replaced(e, population=f"{shared}; {e.count} days of rays") for e in pair)
    first, *rest = records.given().options
    topics = (replaced(first.topics[0], estimates=apart),)
    words = documents.words(compose(records.given(options=(replaced(first, topics=topics), *rest))))
    assert (
        f"Who: {shared}; 84 of 100 people: 84 days of rays; 57 of 100 people: 57 days of rays."
    ) in words


def test_another_option_that_was_told_before_is_named_and_where_it_was_told():
    record = records.given()
    words = documents.words(compose(record))
    name = record.options[1].name
    assert words.count("You may choose another option, a combination, or none.") == 1
    again = len(record.options) - 2 + 1  # other options in each; a study in one of them
    assert words.count(f"As told under “{name}”:") == again
