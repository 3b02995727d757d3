from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Mark, MarkState
from spinecounsel.discussion.planning import plan
from spinecounsel.discussion.values import THEMES, Importance, ValueAnswer
from spinecounsel.frozen import replaced
from spinecounsel.viewing.expect_found import found_on
from spinecounsel.viewing.values_fit import fit_columns
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.talks import described, gone_through, mark
from ui.demonstration.script import load_script

EXAMPLES = Path(__file__).parents[3] / "resources" / "examples"
CASES = sorted(path.stem for path in EXAMPLES.glob("*.toml"))
STATES = st.lists(
    st.sampled_from([None, MarkState.DISCUSSED, MarkState.SET_ASIDE]), min_size=300, max_size=300
)


@cache
def example(name):
    """A consultation on the case, with everything weighed as what matters a lot."""
    script = load_script(EXAMPLES / f"{name}.toml", shipped_pack(), START.date())
    sitting = described(case=script.case, options=())
    usual = [each for each in sitting.applicable.options if sitting.applicable.is_usual(each)]
    for option in (*(script.options or usual), "no-treatment"):
        sitting.change(moves.choosing, option, chosen=True)
    for each in shipped_pack().value_statements:
        answer = ValueAnswer(statement=each.id, text=each.text, importance=Importance.VERY)
        sitting.change(moves.weighing, answer, when=START)
    return sitting


def found(pack, discussion, agenda):
    """Give all lines of all themes."""
    every = (found_on(pack, discussion, agenda, theme)[0] for theme in THEMES)
    return [line for options in every for option in options for line in option.lines]


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=25, deadline=None)
@given(states=STATES, opened=st.lists(st.booleans(), min_size=300, max_size=300))
def test_nothing_closed_set_aside_or_not_gone_through_is_shown(name, states, opened):
    sitting = example(name)
    pack, discussion = sitting.pack, sitting.discussion
    for topic, wanted in zip(sitting.agenda.topics, opened, strict=False):
        if wanted and topic.closed:
            discussion = moves.opening(discussion, topic, when=START)
    agenda = plan(pack, discussion, sitting.applicable)
    marked = zip(agenda.topics, states, strict=False)
    discussion = replaced(
        discussion,
        marks=tuple(
            Mark(topic=topic.key, state=state, when=START) for topic, state in marked if state
        ),
    )
    state = {each.topic: each.state for each in discussion.marks}
    told = [
        topic.shown
        for topic in agenda.topics
        if topic.closed is None and state.get(topic.key) is MarkState.DISCUSSED
    ]
    shown = {line.estimate for line in found(pack, discussion, agenda)}
    for ident in shown:
        assert any(ident in bunch and set(bunch) <= shown for bunch in told), ident
        assert not pack.concept(pack.estimates[ident].concept).sensitive
    for column in fit_columns(pack, discussion, agenda):
        for line in (line for cell in column.cells for line in cell.lines):
            topic = agenda.topic(line.topic)
            assert topic.closed is None
            assert state.get(topic.key) is not MarkState.SET_ASIDE


def test_what_was_gone_through_is_said_in_the_words_of_the_walk():
    sitting = gone_through()
    options, nothing = found_on(sitting.pack, sitting.discussion, sitting.agenda, "walking")
    assert nothing == ""
    radiotherapy = next(each for each in options if each.option == "Radiotherapy")
    line = next(each for each in radiotherapy.lines if each.estimate == "rt-conv-walk-no-steroid")
    estimate = sitting.pack.estimates[line.estimate]
    assert line.sentence == f"{estimate.plain} {estimate.framing}"
    assert estimate.population in line.people
    assert estimate.horizon in line.span
    beside = {each.estimate: each.owner for each in radiotherapy.lines if each.owner}
    assert beside["steroid-serious-harm-high-dose"] == "Steroids (corticosteroids)"


def test_an_option_of_which_nothing_is_known_says_so():
    sitting = gone_through()
    options, _ = found_on(sitting.pack, sitting.discussion, sitting.agenda, "walking")
    assert next(each for each in options if each.option == "No treatment").lines == ()


def test_why_nothing_is_there_is_said_in_plain_words():
    sitting = described()
    not_yet = found_on(sitting.pack, sitting.discussion, sitting.agenda, "walking")
    assert not_yet == ((), "Nothing on this has been gone through yet.")
    alone = described(options=("no-treatment",))
    mark(alone, alone.agenda.topics[0])
    not_known = found_on(alone.pack, alone.discussion, alone.agenda, "hospital")
    assert not_known == ((), "Not known. No number on this was found.")
    assert all(grade(said) <= 8 for _, said in (not_yet, not_known))
