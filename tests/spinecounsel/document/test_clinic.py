"""Whose paper it is stands at the top of each, and what the clinic asks for later."""

import pikepdf
import pytest

from spinecounsel.document import DocumentKind, compose, passages
from tests.helpers import documents, records, tagged
from tests.helpers.logos import clinic
from tests.helpers.reading import grade

AGAIN = (
    "This clinic asks to talk the decision through again when more than 60 days have passed. "
    "That is after 23 January 2027."
)


def made(kind, house=None, **changes):
    return compose(records.given(clinic=house or clinic(), **changes), kind)


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_each_document_begins_with_logo_and_name(kind):
    first, second, *_ = passages(made(kind))
    assert (first.kind, first.cells) == ("Figure", ("Logo of Klinik Süd, Łódź",))
    assert (second.kind, second.cells) == ("P", ("Klinik Süd, Łódź",))


@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize("house", [clinic(), clinic(name=""), clinic(logo=b"")])
def test_a_listener_meets_all_of_it(kind, house):
    assert tagged.faults(made(kind, house)) == []


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_the_logo_is_one_picture_without_a_mask(kind):
    with documents.opened(made(kind)) as pdf:
        pictures = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
        assert len(pictures) == 1
        assert "/SMask" not in pictures[0]
        assert "/Mask" not in pictures[0]


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_only_a_consent_says_when_it_is_talked_through_again(kind):
    assert AGAIN in documents.heard(made(kind))
    assert grade(AGAIN) <= 8
    refused = records.refused(clinic=clinic())
    assert "through again" not in documents.heard(compose(refused, kind))
    silent = made(kind, clinic(confirm_after=None))
    assert "through again" not in documents.heard(silent)


def test_the_law_that_the_clinic_names_stands_in_the_record_only():
    assert "Law of Example State" in documents.heard(made(DocumentKind.RECORD))
    for kind in (DocumentKind.COPY, DocumentKind.LARGE_PRINT, DocumentKind.LETTER):
        assert "Example State" not in documents.heard(made(kind))


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_a_paper_of_a_practice_says_so_before_all_else_and_no_other_does(kind):
    words = "Practice: this is not a real patient."
    first, second, *_ = passages(made(kind, clinic(practice=True)))
    assert (first.kind, first.cells) == ("P", (words,))
    assert second.kind == "Figure"
    assert tagged.faults(made(kind, clinic(practice=True))) == []
    assert words not in documents.heard(made(kind))


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_each_page_of_a_practice_says_so(kind):
    for page in documents.pages(made(kind, clinic(practice=True))):
        assert "Practice ·" in page
    assert "Practice ·" not in documents.words(made(kind))


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_without_a_clinic_the_paper_is_as_it_always_was(kind):
    """Its words are those that are kept for comparison; and its JSON has none of a clinic."""
    with documents.opened(compose(records.given(), kind)) as pdf:
        (inside,) = pdf.attachments.values()
        assert b'"clinic"' not in inside.get_file().read_bytes()
