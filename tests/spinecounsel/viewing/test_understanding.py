from spinecounsel.discussion import moves
from spinecounsel.discussion.understanding import TEACH_BACK, Said
from spinecounsel.record.lines import red_flag
from spinecounsel.viewing.understanding import open_items, said_of, understanding_view
from tests.helpers.clock import START
from tests.helpers.reading import grade
from tests.helpers.talks import begun, described, gone_through


def view(sitting, again=()):
    return understanding_view(sitting.pack, sitting.discussion, sitting.agenda, again)


def items(sitting, again=()):
    return {each.item: each for each in view(sitting, again).items}


def test_everything_is_asked_and_nothing_is_answered_beforehand():
    found = view(begun())
    assert tuple(each.item for each in found.items) == TEACH_BACK
    assert {each.said for each in found.items} == {""}
    assert found.knowledge == ()
    assert grade(found.nothing) <= 8


def test_the_check_is_made_once_something_was_discussed():
    found = view(gone_through())
    assert found.knowledge
    assert found.nothing == ""


def test_what_was_not_said_back_leads_to_the_card_that_explains_it_and_counts_again():
    sitting = described()
    sitting.change(moves.saying_back, "options", said_of("not-yet"), when=START, words="Two.")
    sitting.change(moves.saying_back, "bad", Said.PARTLY, when=START)
    found = items(sitting)
    assert (found["options"].step, found["options"].words) == ("options", "Two.")
    assert found["options"].topic == ""
    assert (found["bad"].step, found["bad"].asked) == ("walk", "")
    assert str(sitting.agenda.topic(found["bad"].topic).kind) == "risk"
    sitting.change(moves.saying_back, "bad", Said.SAID, when=START)
    bad = items(sitting)["bad"]
    assert (bad.step, bad.topic, bad.asked) == ("", "", "Asked 2 times")


def test_when_to_call_for_help_is_said_in_place():
    sitting = described()
    sitting.change(moves.saying_back, "help", Said.NOT_YET, when=START)
    found = items(sitting)["help"]
    assert (found.shown, found.step) == (red_flag(sitting.pack), "")
    sitting.change(moves.saying_back, "help", Said.SAID, when=START)
    assert items(sitting)["help"].shown == ""


def test_what_was_not_said_back_comes_again_first_until_it_is():
    sitting = described()
    sitting.change(moves.saying_back, "bad", Said.NOT_YET, when=START)
    sitting.change(moves.saying_back, "options", Said.PARTLY, when=START)
    again = open_items(sitting.discussion)
    assert again == ("bad",)
    found = view(sitting, again).items
    assert [each.item for each in found] == ["bad", "options", "good", "nothing", "help"]
    assert [each.again for each in found] == ["We said we would ask this again.", "", "", "", ""]
    sitting.change(moves.saying_back, "bad", Said.SAID, when=START)
    found = view(sitting, again).items
    assert (found[0].item, found[0].again) == ("bad", "")
