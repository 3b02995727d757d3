"""The signs that need help at once: named wherever the tumour is left where it is."""

import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision
from spinecounsel.discussion.values import Leaning
from spinecounsel.record.lines import red_flag
from spinecounsel.viewing.red_flags import (
    NO_TREATMENT,
    WATCHED,
    warning_beside,
    warning_beside_decision,
)
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import described

PACK = shipped_pack()
ASKING = {
    option.id for option in PACK.options if option.group in WATCHED or option.id == NO_TREATMENT
}


def test_the_pack_has_the_sentence_and_options_that_ask_for_it():
    assert "medical help at once" in red_flag(PACK)
    assert {"observation", "corticosteroids", "no-treatment"} <= ASKING


@pytest.mark.parametrize("option", [each.id for each in PACK.options])
def test_it_stands_beside_watching_medicines_and_no_treatment_only(option):
    assert warning_beside(PACK, [option]) == (red_flag(PACK) if option in ASKING else "")


def test_one_such_option_among_others_is_enough():
    assert warning_beside(PACK, ["radiosurgery", "surgery-decompression", "observation"])
    assert not warning_beside(PACK, ["radiosurgery", "surgery-decompression"])
    assert not warning_beside(PACK, [])


LEANS, RADIOSURGERY = NO_TREATMENT, "radiosurgery"


@pytest.mark.parametrize(
    ("leaning", "decision", "warned"),
    [
        (None, None, False),
        (LEANS, None, True),
        (RADIOSURGERY, None, False),
        (LEANS, Decision(consent=Consent.PROVIDED), True),
        (LEANS, Decision(consent=Consent.PROVIDED, options=(RADIOSURGERY,)), False),
        (RADIOSURGERY, Decision(consent=Consent.PROVIDED, options=(LEANS,)), True),
        (RADIOSURGERY, Decision(consent=Consent.REFUSED), True),
        (RADIOSURGERY, Decision(consent=Consent.POSTPONED), True),
    ],
)
def test_a_decision_counts_more_than_a_leaning_and_who_is_without_treatment_is_warned(
    leaning, decision, warned
):
    sitting = described()
    if leaning:
        sitting.change(moves.leaning, Leaning(options=(leaning,), when=START), after=True)
    sitting.change(moves.deciding, decision)
    assert bool(warning_beside_decision(PACK, sitting.discussion)) is warned
