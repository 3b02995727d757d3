"""Sentences that read as advice are refused, those that tell whose advice it is are not."""

import re

import pytest

from spinecounsel.content.checks import advice
from spinecounsel.content.checks.places import Place
from spinecounsel.errors import ContentProblem
from tests.helpers.packs import shipped_pack

HERE = Place("options/beam.toml", "fact 1")


def refused(text):
    try:
        advice.check_text(HERE, "text", text)
    except ContentProblem:
        return True
    return False


@pytest.mark.parametrize(
    "text",
    [
        "When the cord is badly squeezed, the operation comes first.",
        "A spine that is clearly not stable calls for open surgery.",
        "Time matters when the cord is squeezed.",
        "The sooner treatment starts, the better it tends to work.",
        "Then it may be best just to watch it.",
        "It may be the first choice when the tumour can be taken out.",
        "A haemangioma needs no treatment as long as it has no symptoms.",
        "A tumour close to nerves needs special care.",
        "A spine surgeon should look at the scans.",
        "It can be a big operation, and the person has to be well enough for it.",
        "People need to hear this before the operation.",
        "Check-ups and scans afterwards are part of safe care.",
        "Taking it out is the usual choice.",
        "Surgery is advised in most cases.",
        "Radiation alone is not enough when the spine is not stable.",
        "Then that may be enough.",
        "It helps to take them with a snack.",
        "A guideline says that you must have it.",
    ],
)
def test_advice_is_refused(text):
    assert refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is a guideline on chordoma. It mostly advises this as well as surgery.",
        "A textbook says that just radiation is not enough when the spine is not stable.",
        "It is discussed when cancer in a spine bone causes pain and medicines are not enough.",
        "If you get weaker, call for help at once.",
        "Aspirin and other blood thinners may have to be stopped.",
    ],
)
def test_what_informs_is_let_through(text):
    assert not refused(text)


def test_no_sentence_is_allowed_in_vain():
    """Each exception is still in the pack, and would be refused without its place in the list."""
    pack = shipped_pack()
    texts = [
        *advice._outcomes(pack),
        *advice._facts(pack),
        *advice._small_files(pack),
        *(each for score in pack.scores.values() for each in advice._of_score(score)),
    ]
    said = {each for *_, text in texts for each in re.split(r"(?<=[.?!])\s+", text)}
    for sentence in advice.ALLOWED:
        assert sentence in said
        assert advice.URGES.search(sentence)
