"""The page says who stands behind the content, and what is not done yet."""

from collections import Counter

from spinecounsel.frozen import replaced
from spinecounsel.viewing.about import ItemKind, ItemState, about_view, checklist, state_word
from tests.helpers.packs import shipped_pack


def view(pack=None):
    return about_view(pack or shipped_pack(), "SpineCounsel 9.9")


def content(pack=None):
    return {line.label: line.text for line in view(pack).content}


def test_it_says_who_wrote_reviewed_and_paid_and_when_it_is_looked_at_again():
    manifest, lines = shipped_pack().manifest, content()
    assert lines["Who wrote it"] == manifest.authors
    assert lines["Who reviewed it"] == manifest.reviewers
    assert lines["Who paid"] == manifest.funding
    assert lines["How the evidence was chosen"] == manifest.selection
    assert lines["How hard it is to read"] == manifest.readability
    assert lines["When it is looked at again"] == manifest.updates
    assert lines["Certified"] == "No outside body has certified this content."
    assert (lines["Written on"], lines["Out of date from"]) == (
        "24 November 2026",
        "24 November 2027",
    )


def test_it_says_which_clinic_approved_the_content():
    pack = shipped_pack()
    assert content()["Approved by"] == "Not yet approved by this clinic."
    manifest = replaced(pack.manifest, approved_by="St Elsewhere")
    assert content(replaced(pack, manifest=manifest))["Approved by"] == "St Elsewhere"


def test_it_says_what_it_is_for_and_which_version_it_is():
    assert any("never says which option to take" in each for each in view().purpose)
    assert "SpineCounsel 9.9" in {line.text for line in view().program}


def test_the_checklist_is_whole_and_claims_no_more_than_is_done():
    items = {each.id: each for each in checklist()}
    quality = [str(number) for number in range(1, 29)]
    assert list(items) == [
        *(f"Q{n}" for n in range(1, 7)),
        *(f"C{n}" for n in range(1, 11)),
        *quality,
    ]
    people = {"17", "18", "19", "20", "21", "22", "27", "28"}
    tests = {"C7", "C8", "C9", "C10", "3", "4", "5", "6", "7"}
    assert {each.id for each in items.values() if each.state is ItemState.NEEDS_PEOPLE} == people
    assert {each.id for each in items.values() if each.state is ItemState.DOES_NOT_APPLY} == tests
    assert len({each.text for each in items.values()}) == len(items)


def test_each_group_counts_what_is_met_of_what_applies():
    assert [group.title for group in view().groups] == [
        "To be called a decision aid: 6 of 6 met",
        "To keep from harmful bias: 6 of 6 met",
        "To be a strong one: 15 of 23 met",
    ]
    shown = Counter(each.kind for group in view().groups for each in group.items)
    assert shown == {ItemKind.QUALIFYING: 6, ItemKind.CERTIFYING: 10, ItemKind.QUALITY: 28}
    assert state_word(ItemState.NEEDS_PEOPLE) == "Not done: needs people"
