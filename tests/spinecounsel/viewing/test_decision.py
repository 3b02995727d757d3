from spinecounsel.case.case import Side
from spinecounsel.content.model import NO_TREATMENT
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Answer, Consent, Decision, Permission, Postponement
from spinecounsel.discussion.values import Leaning
from spinecounsel.viewing.decision import decision_view
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.talks import OPTIONS, described


def view(decision=None, sitting=None):
    sitting = sitting or described()
    if decision is not None:
        sitting.change(moves.deciding, decision)
    return decision_view(shipped_pack(), sitting.discussion)


def test_nothing_is_chosen_or_allowed_beforehand():
    found = view()
    assert (found.kind, found.options, found.levels, found.whys) == ("", (), (), ())
    assert {each.answer for each in found.permissions} == {""}


def test_what_the_patient_leans_to_is_asked_and_what_it_was_before_is_told():
    sitting = described()
    found = view(sitting=sitting).leaning
    assert [each.key for each in found.options] == list(OPTIONS)
    assert not any(each.ticked for each in found.options)
    assert (found.none, found.before) == (False, "")
    sitting.change(moves.leaning, Leaning(options=OPTIONS[2:3], when=START), after=False)
    sitting.change(moves.leaning, Leaning(when=START), after=True)
    found = view(sitting=sitting).leaning
    assert (found.none, found.before) == (True, "Before the numbers you leaned to: Radiosurgery.")
    sitting.change(moves.leaning, Leaning(when=START), after=False)
    sitting.change(moves.leaning, Leaning(options=OPTIONS[:1], when=START), after=True)
    found = view(sitting=sitting).leaning
    assert [each.key for each in found.options if each.ticked] == [OPTIONS[0]]
    assert (found.none, found.before) == (False, "Before the numbers you leaned to none of them.")


def test_consent_asks_for_options_and_only_then_for_the_place():
    found = view(Decision(consent=Consent.PROVIDED))
    assert tuple(each.key for each in found.options) == OPTIONS
    assert not any(each.ticked for each in found.options)
    assert (found.levels, found.sides) == ((), ())
    placed = Decision(
        consent=Consent.PROVIDED, options=(OPTIONS[0],), levels=("T10",), side=Side.RIGHT
    )
    found = view(placed)
    assert [(each.key, each.ticked) for each in found.levels] == [("T10", True)]
    assert found.side == "right"


def test_an_option_that_was_taken_out_of_the_talk_stays_in_sight():
    sitting = described()
    sitting.change(moves.deciding, Decision(consent=Consent.PROVIDED, options=(OPTIONS[0],)))
    sitting.change(moves.choosing, OPTIONS[0], chosen=False)
    last = view(sitting=sitting).options[-1]
    assert (last.key, last.ticked) == (OPTIONS[0], True)
    assert last.remark == "We have not gone through this one."


def test_a_refusal_says_that_one_can_ask_again_and_asks_for_no_place():
    found = view(Decision(consent=Consent.REFUSED, options=(OPTIONS[0],), reason="Too tired"))
    assert "ask for it again at any time" in found.follows
    assert (found.reason, found.levels, found.sides, found.whys) == ("Too tired", (), (), ())


def test_no_treatment_is_offered_to_agree_to_and_not_to_refuse():
    offered = {
        consent: [each.key for each in view(Decision(consent=consent)).options]
        for consent in (Consent.PROVIDED, Consent.REFUSED)
    }
    assert NO_TREATMENT in offered[Consent.PROVIDED]
    assert NO_TREATMENT not in offered[Consent.REFUSED]
    ticked = view(Decision(consent=Consent.REFUSED, options=(NO_TREATMENT,))).options
    assert [each.key for each in ticked if each.ticked] == [NO_TREATMENT], "it can be taken out"


def test_waiting_asks_why_and_for_no_option():
    waits = Decision(consent=Consent.POSTPONED, postponement=Postponement.SECOND_OPINION)
    found = view(waits)
    assert (found.options, found.why) == ((), "second-opinion")
    assert [key for key, _ in found.whys] == ["more-time", "second-opinion", "tests"]


def test_a_permission_shows_its_answer():
    sitting = described()
    sitting.change(moves.permitting, Permission(id="images", answer=Answer.NOT_NOW))
    answers = {each.id: each.answer for each in view(sitting=sitting).permissions}
    assert answers == {
        "blood": "",
        "images": "not-now",
        "trainees": "",
        "tissue": "",
        "research": "",
    }


def test_the_words_are_plain():
    for consent in Consent:
        found = view(Decision(consent=consent))
        for words in (found.title, found.sentence, found.follows):
            assert grade(words) <= 8, words
