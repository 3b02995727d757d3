"""What the pages say to a patient, read off the pages: plain, and honest about how often."""

from statistics import median

import pytest

from tests.helpers.examples import MENINGIOMA, METASTASIS, played
from tests.helpers.reading import grade
from tests.helpers.rendered import Shown, collected
from tests.helpers.said_to_patients import (
    HIGHEST,
    for_patients,
    full_sentences,
    says_a_bare_risk,
    says_one_in,
)

HIGHEST_MEDIAN = 6.0
LEAST_FOUND = 150  # sentences: with fewer, the pages were not gone through
# What was decided on, as the consent names it: the name of the treatment and the place, no more;
# and what else people had, as those treatments are named.
NAMED = (
    "Surgery to free the spinal cord (decompression), at T10, right side.",
    "Radiotherapy after surgery, Steroids.",
)


@pytest.mark.parametrize(
    ("path", "all_opened"),
    [(METASTASIS, False), (METASTASIS, True), (MENINGIOMA, True)],
    ids=["as played", "all opened", "meningioma, all opened"],
)
def test_what_a_patient_reads_is_plain_and_says_how_often_in_numbers(qapp, path, all_opened):
    shown = collected(played(path, all_opened=all_opened).discussion)
    said = for_patients(shown)
    assert len(said) > LEAST_FOUND
    assert places(said, says_one_in) == []
    hard = places(said, lambda each: grade(each) > HIGHEST and each not in NAMED)
    assert hard == [], "\n".join(hard)
    assert median(map(grade, said)) <= HIGHEST_MEDIAN
    assert places(said, says_a_bare_risk) == []


def places(said, wrong):
    """Give the sentences that are wrong, each with a place where it is shown."""
    return [
        f"{grade(sentence)} {sentence!r} in {shown.step}: {shown.kind} {shown.name}"
        for sentence, shown in said.items()
        if wrong(sentence)
    ]


# ---- that what is wrong is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Can walk: About 84 in 100 people could walk.", ["About 84 in 100 people could walk."]),
        ("Surgery: 84 of 100 people.", []),
        ("A title without an end", []),
        ("It is not so. Is it known to us?", ["It is not so.", "Is it known to us?"]),
    ],
)
def test_full_sentences_are_found(text, found):
    assert list(full_sentences(text)) == found


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("It happens to 1 in 20 people.", True),
        ("One person in five had it.", True),
        ("It happens to one of every ten people.", True),
        ("Fewer than 1 in 100 people had it.", False),
        ("About 1 in 100 people had it.", False),
        ("About 11 in 100 people had it.", False),
        ("One of two ways is chosen here.", True),
    ],
)
def test_one_in_so_many_is_found(sentence, wrong):
    assert says_one_in(sentence) is wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("This is a rare harm of it.", True),
        ("This is rare: 2 in 100 people had it.", False),
        ("How often does it come back?", False),
        ("It may come back after years.", False),
    ],
)
def test_a_bare_word_for_a_risk_is_found(sentence, wrong):
    assert says_a_bare_risk(sentence) is wrong


def test_a_sentence_of_a_clinicians_source_is_none_for_patients():
    shown = [Shown("case", "Text", "", (), "Spinal Instability Neoplastic Score (SINS).")]
    assert for_patients(shown) == {}
