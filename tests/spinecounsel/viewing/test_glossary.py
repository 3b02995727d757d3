"""Words are found as they are written: one or many, in capitals or not, whole, longest first."""

from functools import cache

import pytest

from spinecounsel.viewing.glossary import NO_GLOSSARY, explained, glossary_of, words_in
from tests.helpers.packs import shipped_pack, tiny_pack


@cache
def shipped():
    return glossary_of(shipped_pack())


def found(text):
    return [(text[each.start : each.end], each.term) for each in words_in(text, shipped())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A tumour.", [("tumour", "Tumour")]),
        ("TUMOURS? Two Tumours, one tumour.", [("Tumours", "Tumour")]),
        ("The spinal cord is squeezed.", [("spinal cord", "Spinal cord")]),
        ("A spinal-cord injury", [("spinal-cord", "Spinal cord")]),
        ("spinal. Cord", []),
        ("Two vertebrae and three biopsies", [("vertebrae", "Vertebra"), ("biopsies", "Biopsy")]),
        ("metastases", [("metastases", "Metastasis (secondary)")]),
        ("a steroid", [("steroid", "Corticosteroids (steroids)")]),
        ("an opioid", [("opioid", "Opioids")]),
        ("An MRI, a CT scan", [("MRI", "MRI scan"), ("CT scan", "CT scan")]),
        ("NSAID or NSAIDs", [("NSAID", "NSAIDs")]),
        ("into the vein (IV)", [("IV", "Intravenous (IV)")]),
        ("part iv, ct", []),
        ("fractional, tumourless, undersized", []),
        (
            "Stereotactic radiotherapy, then radiotherapy",
            [
                ("Stereotactic radiotherapy", "Stereotactic radiotherapy (SBRT, SABR)"),
                ("radiotherapy", "Radiotherapy"),
            ],
        ),
        ("", []),
        ("🫀 tumour", [("tumour", "Tumour")]),
    ],
)
def test_a_word_is_found_once_and_whole(text, expected):
    assert found(text) == expected


def test_words_are_explained_once_in_the_order_they_come_in():
    words = explained(("A tumour near the spinal cord.", "The tumour grows. An MRI."), shipped())
    assert [each.term for each in words] == ["Tumour", "Spinal cord", "MRI scan"]
    assert words[0].plain == "A lump made by cells that grow in an abnormal way."


def test_each_says_where_it_comes_from(tmp_path):
    assert all(each.source for each in shipped().words.values())
    assert shipped().words["MRI scan"].source.startswith("Source: ")
    assert glossary_of(tiny_pack(tmp_path)).words["Beam"].source == "In our own words"


def test_without_a_glossary_nothing_is_found():
    assert words_in("A tumour", NO_GLOSSARY) == ()
