"""Whatever people type comes out of the document as they typed it, and does nothing else."""

import re

import msgspec
import pytest

from spinecounsel.discussion.people import Clinician
from spinecounsel.document import DocumentKind, compose
from spinecounsel.document.characters import cleaned
from spinecounsel.errors import CharacterMissing
from spinecounsel.frozen import Frozen, replaced
from tests.helpers import documents, odd_records, records, tagged
from tests.helpers.odd_records import MARKUP, NAMES, WITHOUT_A_FONT, asked

# What is not text that people read or type, but decides what is drawn, or is drawn only in part.
_NOT_TEXT = {"id", "key", "kind", "state", "certainty", "language", "sha256", "device", "estimate"}
_NOT_TEXT |= {"pair", "mark", "sure", "number", "unit"}
_NOT_TEXT |= {"comparison", "ahead", "decision"}  # of which all that is shown stands elsewhere too
_EMPTY = {"statements", "strokes"}  # of a signature: the record's own are printed


def known_by(name):
    """The made-up record with this name for everybody in it."""
    given = records.given()
    return records.given(
        patient=replaced(given.patient, name=name),
        clinician=Clinician(name=name),
        signatures=tuple(replaced(each, name=name) for each in given.signatures),
    )


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_heard_as_it_is_written(kind, script):
    name = cleaned(NAMES[script])
    document = compose(known_by(NAMES[script]), kind)
    assert documents.heard(document).count(name) >= 2
    assert tagged.faults(document) == []


def test_signs_that_a_font_has_are_read_as_what_they_are():
    """Beyond the first 65,536 characters too."""
    said = "Group \U0001d53b ☑ 𐌙"
    document = compose(records.given(questions=(asked("Why?", said),)))
    assert said in documents.heard(document)
    assert said in documents.words(document)


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("text", WITHOUT_A_FONT)
def test_what_no_font_has_is_named_and_never_drawn_as_a_box(kind, text):
    with pytest.raises(CharacterMissing) as refused:
        compose(known_by(f"Lea {text}"), kind)
    assert refused.value.characters
    assert set(refused.value.characters) <= set(text)


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_every_text_is_text(kind, markup):
    """Each text stands between its own number twice: between these the markup is heard."""
    record, count = filled(records.given(), markup)
    document = compose(record, kind)
    said = documents.heard(document)
    markup = re.sub(r"\s+", " ", markup)
    heard = {int(number) for number in re.findall(r"⟨(\d+)⟩", said)}
    whole = {int(number) for number in re.findall(rf"⟨(\d+)⟩{re.escape(markup)}⟨\1⟩", said)}
    assert heard == whole
    assert len(heard) > count * {"record": 0.8, "letter": 0.1}.get(kind, 0.3)
    assert tagged.faults(document) == []
    with documents.opened(document) as pdf:
        addresses = [
            str(each.A.get("/URI"))
            for page in pdf.pages
            for each in page.get("/Annots", [])
            if "/A" in each
        ]
        assert len(pdf.attachments) == 1
    assert [each for each in addresses if not each.startswith("https://")] == []


def filled(record, markup):
    """The record with ``markup`` and a number of its own in every text, and how many there are."""
    count = 0

    def fill(value, name=""):
        nonlocal count
        if name in _NOT_TEXT:
            return value
        if isinstance(value, Frozen):
            fields = {
                each.name: ()
                if each.name in _EMPTY and hasattr(value, "method")
                else fill(getattr(value, each.name), each.name)
                for each in msgspec.structs.fields(value)
            }
            return type(value)(**fields)
        if isinstance(value, tuple):
            return tuple(fill(each, name) for each in value)
        if type(value) is str and value:
            count += 1
            return f"⟨{count}⟩{markup}⟨{count}⟩"
        return value

    return records.sealed(fill(record)), count


@pytest.mark.parametrize("what", odd_records.long_records())
def test_long_parts_are_heard_to_the_end(what):
    record = odd_records.long_records()[what]()
    document = compose(record)
    said = documents.heard(document)
    for each in record.questions:
        assert said.count(each.answer) == 1
    for option in record.options:
        assert option.name in said
    with documents.opened(document) as pdf:
        assert pdf.check_pdf_syntax() == []
