from spinecounsel.discussion import moves
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.viewing import compare_choice as choice
from spinecounsel.viewing.compare import compare_view
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import OPTIONS, described

PACK = shipped_pack()
SEVEN = (*OPTIONS, "observation", "corticosteroids", "surgery-stabilisation")


def view_of(sitting):
    return compare_view(PACK, sitting.discussion, sitting.agenda)


def select(sitting, comparison):
    sitting.change(moves.selecting, comparison)


def chosen(view):
    return [pick.id for group in view.choice.groups for pick in group.picks if pick.chosen]


def test_of_more_than_six_options_the_first_six_stand_side_by_side_until_others_are_picked():
    sitting = described(options=SEVEN)
    view = view_of(sitting)
    assert [ident for ident, _ in view.options] == list(SEVEN[:6])
    assert [pick.allowed for pick in view.choice.options] == [True] * 6 + [False]
    assert view.choice.full
    select(sitting, choice.picking_option(sitting.discussion, SEVEN[6], chosen=True))
    assert len(view_of(sitting).options) == 6
    select(sitting, choice.picking_option(sitting.discussion, SEVEN[0], chosen=False))
    select(sitting, choice.picking_option(sitting.discussion, SEVEN[6], chosen=True))
    view = view_of(sitting)
    assert [ident for ident, _ in view.options] == list(SEVEN[1:])
    assert all(len(row.cells) == 6 for group in view.groups for row in group.rows if row.cells)


def test_with_no_option_left_it_is_as_if_nobody_chose():
    sitting = described(options=OPTIONS[:1])
    select(sitting, choice.picking_option(sitting.discussion, OPTIONS[0], chosen=False))
    assert [ident for ident, _ in view_of(sitting).options] == [OPTIONS[0]]


def test_an_option_no_longer_discussed_leaves_the_comparison():
    sitting = described()
    for option in OPTIONS[2:]:
        select(sitting, choice.picking_option(sitting.discussion, option, chosen=False))
    sitting.change(moves.choosing, OPTIONS[0], chosen=False)
    assert [ident for ident, _ in view_of(sitting).options] == [OPTIONS[1]]


def test_questions_are_picked_one_by_one_from_the_main_ones():
    sitting = described()
    view = view_of(sitting)
    assert view.choice.main
    first, *rest = chosen(view)
    select(sitting, choice.picking_concept(PACK, sitting.discussion, first, chosen=False))
    view = view_of(sitting)
    assert chosen(view) == rest
    assert first not in {group.concept for group in view.groups if not group.why}
    select(sitting, choice.picking_concept(PACK, sitting.discussion, first, chosen=True))
    assert view_of(sitting).choice.main
    assert sitting.discussion.comparison.concepts == ()


def test_with_no_question_left_the_main_ones_are_shown():
    sitting = described()
    for concept in choice.main_concepts(PACK):
        picked = choice.picking_concept(PACK, sitting.discussion, concept, chosen=False)
        select(sitting, picked)
    assert view_of(sitting).choice.main


def test_only_what_matters_to_the_patient_is_shown_when_they_said_so():
    sitting = described()
    assert not view_of(sitting).choice.matters
    for statement, importance in (("pain", Importance.VERY), ("walk", Importance.NOT)):
        answer = ValueAnswer(statement=statement, text=statement, importance=importance)
        sitting.change(moves.weighing, answer, when=START)
    own = ValueAnswer(text="My dog", importance=Importance.SOMEWHAT, concepts=("time-needed",))
    sitting.change(moves.weighing, own, when=START)
    assert view_of(sitting).choice.matters
    select(sitting, choice.picking_what_matters(PACK, sitting.discussion))
    shown = {group.concept for group in view_of(sitting).groups if not group.why}
    assert {"pain-less", "time-needed"} <= shown
    assert "walk-after" not in shown


def test_every_question_offered_has_rows_or_says_that_it_is_closed():
    view = view_of(described())
    picks = [pick for group in view.choice.groups for pick in group.picks]
    assert all(pick.sentence for pick in picks)
    assert any(pick.sentence.startswith("Closed") for pick in picks)
