from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed, Topic, TopicKind
from spinecounsel.discussion.discussion import MarkState, QuestionAsked
from spinecounsel.discussion.people import PrognosisWish
from spinecounsel.discussion.understanding import Said
from spinecounsel.discussion.values import Expectation, Importance, ValueAnswer
from spinecounsel.frozen import replaced
from tests.helpers.clock import START
from tests.helpers.talks import PATIENT, begun

EMPTY = begun().discussion


def test_describing_leaves_alone_what_is_not_given():
    named = moves.describing(EMPTY, patient=PATIENT)
    assert moves.describing(named, representative=None).patient == PATIENT


def test_an_option_that_is_taken_in_again_loses_its_reason():
    left = moves.leaving_out(EMPTY, "ablation", "Not here")
    assert left.left_out[0].reason == "Not here"
    assert moves.leaving_out(left, "ablation", "  ").left_out == ()
    chosen = moves.choosing(left, "ablation", chosen=True)
    assert (chosen.options, chosen.left_out) == (("ablation",), ())
    assert moves.choosing(chosen, "ablation", chosen=False).options == ()


def test_options_stay_in_the_order_they_were_chosen_in():
    said = EMPTY
    for option in ("c", "a", "b", "a"):
        said = moves.choosing(said, option, chosen=True)
    assert said.options == ("c", "b", "a")


def test_a_mark_may_change_its_mind():
    said = moves.marking(EMPTY, "t", MarkState.DISCUSSED, when=START)
    said = moves.marking(said, "t", MarkState.SET_ASIDE, when=START, wish="no")
    assert [(each.state, each.wish) for each in said.marks] == [("set aside", "no")]
    assert moves.unmarking(said, "t").marks == ()


def test_an_expectation_and_the_wish_not_to_say_exclude_each_other():
    skipped = moves.skipping_expect(EMPTY, skipped=True)
    said = moves.expecting(skipped, Expectation(theme="pain", score=0))
    assert (said.expect_skipped, said.expectations[0].score) == (False, 0)
    assert moves.expecting(said, Expectation(theme="pain", words=" ")).expectations == ()


def test_a_question_keeps_its_place_when_its_answer_comes():
    first = QuestionAsked(id="1", text="How long?", when=START)
    second = QuestionAsked(id="2", text="Who?", when=START)
    said = moves.asking(moves.asking(EMPTY, first), second)
    answered = QuestionAsked(id="1", text="How long?", answer="A week", when=START)
    assert [each.id for each in moves.asking(said, answered).questions] == ["1", "2"]
    assert moves.asking(said, answered).questions[0].answer == "A week"
    emptied = QuestionAsked(id="1", text=" ", when=START)
    assert [each.id for each in moves.asking(said, emptied).questions] == ["2"]


def test_the_same_value_is_weighed_once():
    own = ValueAnswer(text="My garden", importance=Importance.VERY)
    other = ValueAnswer(statement="walk", text="I want to walk", importance=Importance.NOT)
    said = moves.weighing(moves.weighing(EMPTY, own, when=START), other, when=START)
    less = ValueAnswer(text="My garden", importance=Importance.SOMEWHAT)
    again = moves.weighing(said, less, when=START)
    assert [each.importance for each in again.values] == ["somewhat", "not"]
    gone = moves.unweighing(again, "", "My garden", when=START)
    assert gone.values == (other,)
    told = [(each.text, each.importance) for each in gone.value_history]
    assert told[0] == ("My garden", own.importance)
    assert told[2:] == [("My garden", Importance.SOMEWHAT), ("My garden", None)]


def test_saying_back_counts_how_often_it_was_asked():
    said = moves.saying_back(EMPTY, "bad", Said.NOT_YET, when=START)
    said = moves.saying_back(said, "bad", Said.NOT_YET, when=START, words="infection?")
    assert said.teach_back[0].times == 1
    said = moves.saying_back(said, "bad", Said.SAID, when=START)
    assert (said.teach_back[0].times, len(said.teach_back)) == (2, 1)


def test_what_matters_is_flagged_once():
    said = moves.flagging(moves.flagging(EMPTY, "t", material=True), "t", material=True)
    assert said.material == ("t",)
    assert moves.flagging(said, "t", material=False).material == ()


def test_who_declines_to_hear_more_is_shown_no_more():
    shut = Topic(
        key="a/risk/treatment-death/1",
        option="a",
        kind=TopicKind.RISK,
        title="Dying",
        closed=Closed.SENSITIVE,
        opens="treatment-death",
    )
    differs = replaced(shut, key="a/risk/x/2", closed=Closed.MAY_NOT_FIT, opens="a/risk/x/2")
    said = moves.wishing(EMPTY, PrognosisWish.WANTS, when=START)
    said = moves.opening(moves.opening(said, shut, when=START), differs, when=START)
    assert [each.topic for each in said.opened] == [shut.opens, differs.opens]
    said = moves.wishing(said, PrognosisWish.DECLINES, when=START)
    assert [each.topic for each in said.opened] == [differs.opens]
    assert [each.wish for each in said.wish_history] == [
        PrognosisWish.WANTS,
        PrognosisWish.DECLINES,
    ]
    assert moves.wishing(said, PrognosisWish.DECLINES, when=START) == said
