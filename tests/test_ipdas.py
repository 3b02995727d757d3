"""IPDAS 4.0: each item that the program claims is shown here, over the shipped pack and its pages.

The items that need people are not claimed, and the program says so.
"""

import inspect
from functools import cache
from importlib import import_module
from statistics import median

import pytest

from spinecounsel.case.case import Case
from spinecounsel.case.relevance import applicable, speaks_of
from spinecounsel.content.citation import citation
from spinecounsel.content.model import SEEN, TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import ILLNESS, TopicKind
from spinecounsel.discussion.discussion import QuestionAsked
from spinecounsel.discussion.people import NumberView
from spinecounsel.discussion.planning import plan
from spinecounsel.discussion.steps import ORDER
from spinecounsel.discussion.understanding import TEACH_BACK
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.viewing.about import ItemState, about_view, checklist, state_word
from spinecounsel.viewing.ahead import Looking, ahead_view
from spinecounsel.viewing.compare import compare_view
from spinecounsel.viewing.options import options_view
from spinecounsel.viewing.values import values_view
from spinecounsel.viewing.walk_blocks import blocks_of
from spinecounsel.viewing.walk_card import card_view
from tests.helpers.clock import START
from tests.helpers.examples import METASTASIS, PATHS, played
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade, sentences
from tests.helpers.said_to_patients import HIGHEST, passages
from tests.helpers.views import strings_of

CLAIMED = (
    *(f"Q{n}" for n in range(1, 7)),
    *(f"C{n}" for n in range(1, 7)),
    *map(str, (1, 2, *range(8, 17), *range(23, 27))),
)
OF_PEOPLE = tuple(map(str, (*range(17, 23), 27, 28)))
OF_TESTS = (*(f"C{n}" for n in range(7, 11)), *map(str, range(3, 8)))
LIFE = {"daily-life", "hospital-and-recovery", "visits-and-time", "follow-up", "what-happens"}
NO_GOOD_KNOWN = "What good may come of it?"
NO_LIFE_KNOWN = "What is it like to live with?"
"""The questions of the card that says aloud what is not known for a class of tumour."""
SHOWS = {
    "2": ("tests.ui.wiring.test_compare",),
    "13": ("tests.ui.widgets.test_pictograph", "tests.ui.widgets.test_bar"),
    "14": ("tests.ui.wiring.test_values",),
    "15": ("tests.ui.wiring.test_tour", "tests.ui.wiring.test_understanding"),
    "16": ("tests.ui.wiring.walk.test_walk_ideas",),
}
"""For what is seen and pressed: the tests of the pages that show it."""


@cache
def talk():
    """Give the first example, with all opened."""
    return played(METASTASIS, all_opened=True)


@cache
def about():
    return "\n".join(strings_of(about_view(shipped_pack(), "SpineCounsel")))


def each_chapter():
    """Give every option of the pack, planned for each tumour class."""
    pack = shipped_pack()
    every = tuple(option.id for option in pack.options)
    for tumour_class in TumourClass:
        case = Case(tumour_class=tumour_class, levels=("T10",))
        said = moves.describing(talk().discussion, case=case)
        for option in every:
            said = moves.choosing(said, option, chosen=True)
        for chapter in plan(pack, said, applicable(pack, case)).chapters:
            yield tumour_class, chapter


def chapters_of_options():
    return [(own, each) for own, each in each_chapter() if each.option != ILLNESS]


def kinds(chapter):
    return {topic.kind for topic in chapter.topics}


def facts(chapter):
    return {sentence.label for topic in chapter.topics for sentence in topic.sentences}


def open_blocks():
    """Give every block of numbers on the cards of the example."""
    return [block for topic in talk().agenda.topics for block in blocks_of(shipped_pack(), topic)]


def seen_estimates():
    return [each for each in shipped_pack().estimates.values() if each.patient_view in SEEN]


def comparison():
    said = talk()
    return compare_view(said.pack, said.discussion, said.agenda)


def joined_rows():
    return [row for group in comparison().groups for row in group.rows if row.joined]


# ---- to be called a decision aid


def shows_q1():
    for own in TumourClass:
        illness = [each for cls, each in each_chapter() if cls is own and each.option == ILLNESS]
        assert illness
        assert any(topic.sentences for topic in illness[0].topics)


def shows_q2():
    assert "decision" in ORDER
    ways = [topic for topic in talk().agenda.topics if topic.kind is TopicKind.ALTERNATIVES]
    said = {sentence.text for topic in ways for sentence in topic.sentences}
    assert any("choose" in text and "or none" in text for text in said)


def shows_q3():
    said = talk()
    view = options_view(said.pack, said.discussion, said.applicable, said.agenda)
    rows = [row for group in view.groups for row in group.rows]
    assert {row.id for row in rows} == {option.id for option in said.pack.options}


def shows_q4():
    for own, chapter in chapters_of_options():
        told = {"aim", NO_GOOD_KNOWN} & facts(chapter)
        assert TopicKind.BENEFIT in kinds(chapter) or told, (own, chapter.option)


def shows_q5():
    bad = {TopicKind.RISK, TopicKind.NOT_KNOWN}
    for own, chapter in chapters_of_options():
        assert bad & kinds(chapter), (own, chapter.option)


def shows_q6():
    for own, chapter in chapters_of_options():
        assert {*LIFE, NO_LIFE_KNOWN} & facts(chapter), (own, chapter.option)
    groups = {each.group for each in shipped_pack().concepts}
    assert any("life" in group for group in groups)
    assert any(word in group for group in groups for word in ("mood", "mind", "daily"))


# ---- to keep from harmful bias


def shows_c1():
    """Benefit and risk are told by the same fields, and both sides of each number are said."""
    for block in open_blocks():
        for each in block.estimates:
            assert each.sentence
            assert each.framing or each.rest or not each.number, each.id
    said = talk().agenda.topics
    assert {TopicKind.BENEFIT, TopicKind.RISK} <= {topic.kind for topic in said}


def shows_c2():
    pack = shipped_pack()
    for each in pack.estimates.values():
        assert citation(pack.sources[each.source])
    assert all(block.sources for block in open_blocks())


def shows_c3():
    assert str(shipped_pack().manifest.written.year) in about()
    assert any(str(pack_source.year) in citation(pack_source) for pack_source in with_a_year())


def with_a_year():
    return [source for source in shipped_pack().sources.values() if source.year]


def shows_c4():
    manifest = shipped_pack().manifest
    assert manifest.updates in about()
    assert manifest.expires > manifest.written


def shows_c5():
    for block in open_blocks():
        levels = {said.level for fact in block.facts for said in fact.said if said.level}
        assert levels
    assert all(each.certainty_why for each in seen_estimates())


def shows_c6():
    assert shipped_pack().manifest.funding in about()


# ---- to be a strong one


def shows_1():
    assert "nothing" in TEACH_BACK
    chapters = [each for _own, each in chapters_of_options() if each.option == "no-treatment"]
    assert len(chapters) == len(TumourClass)
    assert all(kinds(each) >= {TopicKind.ABOUT, TopicKind.RISK} for each in chapters)


def shows_2():
    found = {row.kind for group in comparison().groups for row in group.rows}
    assert {"benefit", "risk"} <= found
    assert len(comparison().options) == 4


def shows_8():
    assert sum(bool(each.number) for block in open_blocks() for each in block.estimates) > 20


def shows_9():
    assert all(any(fact.label == "Who" for fact in block.facts) for block in open_blocks())


def shows_10():
    for block in open_blocks():
        for each in block.estimates:
            counted = each.beside.startswith(("out of 100 ", "out of 1,000 ", "of "))
            assert counted or not each.number, each


def shows_11():
    """A joined row has one time span, or each cell says its own."""
    rows = joined_rows()
    assert rows
    for row in rows:
        spans = {shipped_pack().estimates[arm.estimate].horizon for arm in row.arms}
        assert len(spans) == 1 or not row.span


def shows_12():
    for row in joined_rows():
        assert len({arm.out_of for arm in row.arms if arm.kind == "number"}) <= 1


def shows_13():
    assert set(NumberView) == {"words", "number", "people", "bar"}


def shows_14():
    view = values_view(talk().pack, talk().discussion, talk().agenda)
    directions = {
        shipped_pack().concept(concept).direction
        for value in shipped_pack().value_statements
        for concept in value.concepts
    }
    assert {"higher is better", "lower is better"} <= directions
    assert len(view.statements) == len(shipped_pack().value_statements)
    own = ValueAnswer(text="To see the sea", importance=Importance.VERY)
    said = moves.weighing(talk().discussion, own, when=START)
    assert any(row.text for row in values_view(talk().pack, said, talk().agenda).own)


def shows_15():
    steps = ("options", "walk", "compare", "values", "understanding", "decision")
    assert [step for step in ORDER if step in steps] == list(steps)


def shows_16():
    """Each question of the list stands on every card of the walk; one that was asked says so."""
    said, pack = talk(), shipped_pack()
    assert len(pack.questions) > 40
    topic = said.agenda.topics[0]
    asking = QuestionAsked(id="q", text=pack.questions[0].text, topic=topic.key, when=START)
    asked = moves.asking(said.discussion, asking)
    for each in said.agenda.topics:
        ideas = [idea for group in card_view(pack, asked, each).ideas for idea in group.ideas]
        assert {idea.text for idea in ideas} == {question.text for question in pack.questions}
        assert pack.questions[0].text in {idea.text for idea in ideas if idea.asked}


def shows_23():
    assert shipped_pack().manifest.selection in about()


def shows_24():
    levels = {each.certainty for each in seen_estimates()}
    assert len(levels) > 2


def shows_25():
    assert shipped_pack().manifest.authors in about()


def shows_26():
    manifest = shipped_pack().manifest
    assert manifest.readability in about()
    assert "Flesch-Kincaid" in manifest.readability
    grades = [grade(sentence) for text in passages() for sentence in sentences(text)]
    assert median(grades) <= 6.0
    assert max(grades) <= HIGHEST


# ---- the checklist


@pytest.mark.parametrize("item", CLAIMED)
def test_a_claimed_item_is_shown(item):
    globals()[f"shows_{item.lower()}"]()


@pytest.mark.parametrize(("item", "modules"), SHOWS.items())
def test_the_tests_of_the_pages_that_show_it_are_there(item, modules):
    assert item in CLAIMED
    for name in modules:
        tests = inspect.getmembers(import_module(name), inspect.isfunction)
        assert [each for each, _function in tests if each.startswith("test_")]


def test_the_program_claims_exactly_these():
    states = {each.id: each.state for each in checklist()}
    assert states == {
        **dict.fromkeys(CLAIMED, ItemState.MET),
        **dict.fromkeys(OF_PEOPLE, ItemState.NEEDS_PEOPLE),
        **dict.fromkeys(OF_TESTS, ItemState.DOES_NOT_APPLY),
    }


def test_the_program_says_which_items_need_people():
    groups = about_view(shipped_pack(), "SpineCounsel").groups
    listed = {each.id for group in groups for each in group.items}
    assert {*CLAIMED, *OF_PEOPLE, *OF_TESTS} == listed
    assert state_word(ItemState.NEEDS_PEOPLE) != state_word(ItemState.MET)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_living_with_it_is_told_for_each_option_of_an_example(path):
    said = played(path)
    for option in said.discussion.options:
        view = ahead_view(said.pack, said.discussion, said.agenda, option, Looking.DAYS)
        assert view.days is not None
        assert view.days.stations


def test_no_number_speaks_for_another_class():
    for own, chapter in chapters_of_options():
        for topic in chapter.topics:
            for ident in topic.shown:
                assert speaks_of(shipped_pack().estimates[ident].tumour_class, own)
