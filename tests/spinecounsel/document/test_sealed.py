"""The section on the seal, and its code."""

import io

import pytest
import zxingcpp
from PIL import Image

from spinecounsel.document import compose, pages_as_png
from spinecounsel.record.kinds import DocumentKind
from tests.helpers import documents, records


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_the_code_leads_back_to_the_record(kind):
    record = records.given()
    pictures = pages_as_png(compose(record, kind), dots_per_inch=72)
    codes = [
        code.text
        for picture in pictures
        for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    ]
    assert codes == [f"SPINECOUNSEL:{record.id}:{record.sha256}".upper()]


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_it_says_what_the_seal_proves_and_what_not(kind):
    record = records.given()
    words = documents.words(compose(record, kind))
    assert "not one character was changed since. It does not prove who signed" in words
    assert record.sha256 in words.replace(" ", "")
