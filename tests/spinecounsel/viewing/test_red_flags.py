"""The signs that need help at once: named wherever the tumour is left where it is."""

import pytest

from spinecounsel.record.lines import red_flag
from spinecounsel.viewing.red_flags import NO_TREATMENT, WATCHED, warning_beside
from tests.helpers.packs import shipped_pack

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
