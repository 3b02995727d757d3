import pytest

from spinecounsel.case.case import Side
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision, Postponement
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.record.statements import decided_on, statements
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.talks import decided, described, mark

DECISIONS = [
    Decision(consent=Consent.PROVIDED, options=("radiosurgery",), levels=("T10",)),
    Decision(consent=Consent.REFUSED),
    Decision(consent=Consent.REFUSED, options=("radiosurgery",)),
    Decision(consent=Consent.POSTPONED, postponement=Postponement.TESTS),
]


@pytest.mark.parametrize("decision", DECISIONS)
def test_the_statements_name_the_decision_in_plain_words(decision):
    sitting = decided(decision)
    words = statements(shipped_pack(), sitting.discussion)
    assert len(words) >= 2
    assert all(grade(each) <= 8 for each in words[1:])
    if decision.options:
        assert shipped_pack().option("radiosurgery").name in words[0]


def test_only_consent_says_that_everything_was_explained():
    told = [" ".join(statements(shipped_pack(), decided(each).discussion)) for each in DECISIONS]
    assert ["benefits and the risks" in each for each in told] == [True, False, False, False]
    assert ["agrees to no treatment" in each for each in told] == [False, False, False, True]


def test_what_was_set_aside_is_said():
    sitting = decided()
    mark(sitting, sitting.agenda.topics[3], MarkState.SET_ASIDE)
    assert any("At my own wish, 1 thing" in s for s in statements(sitting.pack, sitting.discussion))


def test_a_combination_with_place_is_one_line():
    decision = Decision(
        consent=Consent.PROVIDED,
        options=("radiosurgery", "bracing"),
        levels=("T9", "T10"),
        side=Side.LEFT,
    )
    assert decided_on(shipped_pack(), decision).endswith(", at T9, T10, left side")
    assert " and " in decided_on(shipped_pack(), decision)


def test_without_a_decision_there_is_nothing_to_sign():
    sitting = described()
    sitting.change(moves.deciding, None)
    assert statements(sitting.pack, sitting.discussion) == ()


def test_it_is_said_that_only_options_that_were_gone_through_were_told():
    told = statements(shipped_pack(), decided().discussion)
    assert any("of each option that we went through, as marked in this paper" in s for s in told)
