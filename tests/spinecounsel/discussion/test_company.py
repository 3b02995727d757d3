import pytest

from spinecounsel.content.model import Role
from spinecounsel.discussion import moves
from spinecounsel.discussion.company import companies, company
from spinecounsel.frozen import replaced
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.said_to_patients import full_sentences
from tests.helpers.talks import METASTASIS, described, mark

SURGERY, AFTER = "surgery-stabilisation", "radiotherapy-after-surgery"
WOUND, FAILED = "wound-problem-after-stabilisation", "fixation-failure-pooled"
ALL = "These people also had: Radiotherapy after surgery. It is not part of this talk."


@pytest.fixture(scope="module")
def pack():
    """The shipped pack, with one number whose people had radiation as well."""
    shipped = shipped_pack()
    bare = {ident: replaced(each, also_had=()) for ident, each in shipped.estimates.items()}
    with_it = replaced(bare[WOUND], also_had=(AFTER,))
    return replaced(shipped, estimates=bare | {WOUND: with_it})


def rows(pack, *idents):
    return [pack.estimates[ident] for ident in idents]


def test_it_is_said_of_all_or_of_some_numbers_and_not_of_what_is_gone_through(pack):
    assert company(pack, (SURGERY,), SURGERY, rows(pack, WOUND)) == (ALL,)
    (some,) = company(pack, (SURGERY,), SURGERY, rows(pack, WOUND, FAILED))
    assert some == ALL.replace("These", "Some of these")
    assert company(pack, (SURGERY, AFTER), SURGERY, rows(pack, WOUND)) == ()
    assert company(pack, (SURGERY,), SURGERY, rows(pack, FAILED)) == ()
    assert all(grade(each) <= 8 for told in (ALL, some) for each in full_sentences(told))


def test_a_number_of_another_option_that_stands_there_to_compare_does_not_count(pack):
    assert company(pack, ("no-treatment",), "no-treatment", rows(pack, WOUND)) == ()


def test_what_another_group_had_is_not_what_people_with_the_option_had(pack):
    other = replaced(pack.estimates[WOUND], role=Role.COMPARATOR)
    assert company(pack, (SURGERY,), SURGERY, [other]) == ()


def test_a_form_of_an_option_says_whose_numbers_it_speaks_by(pack):
    own = rows(pack, "wound-infection-metastases")
    (said,) = company(pack, ("separation-surgery",), "separation-surgery", own)
    assert said.startswith("There are no numbers for just this option.")
    assert said.endswith("one that is not part of this talk: Freeing the cord")
    both = ("separation-surgery", "surgery-decompression")
    assert company(pack, both, "separation-surgery", own) == ()


def test_the_card_says_it_and_is_new_once_the_company_changes(pack):
    sitting = described(case=METASTASIS, options=(SURGERY,), pack=pack)
    topic = about(sitting, WOUND)
    assert [each.text for each in topic.sentences] == [ALL]
    mark(sitting, topic)
    assert companies(pack, sitting.agenda, sitting.discussion.options)[SURGERY].startswith("Some")
    sitting.change(moves.choosing, AFTER, chosen=True)
    assert about(sitting, WOUND).sentences == ()
    assert about(sitting, WOUND).key != topic.key
    assert companies(pack, sitting.agenda, sitting.discussion.options)[SURGERY] == ""


def about(sitting, estimate):
    return next(each for each in sitting.agenda.topics if estimate in each.estimates)
