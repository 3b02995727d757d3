"""No order of actions shows what may not be shown: on no page, in no view, by no text or id."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecounsel.case.relevance import speaks_of
from spinecounsel.consultation.looked_at import looked_at
from spinecounsel.content.closing import SURVIVAL
from spinecounsel.content.model import SEEN, TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison, Glance, MarkState
from spinecounsel.discussion.people import NumberView, PrognosisWish
from spinecounsel.discussion.steps import ORDER
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.frozen import replaced
from spinecounsel.record.recording import recorded_options
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import sentences
from tests.helpers.talks import begun, described, mark
from tests.helpers.views import OTHERS, PARTS, strings_of, view_functions, views_of

EXAMPLES = 100
LEAST_LETTERS = 25  # a shorter sentence may well be said of something else
CLASSES = (*TumourClass, None)
HISTOLOGIES = ("prostate", "meningioma", "breast", "")
SHUT_OUT = "not seen again"


def at(things, number):
    """Give one of ``things``, whatever the number."""
    return things[number % len(things)]


def choose(sitting, number):
    option = at(sitting.pack.options, number).id
    sitting.change(moves.choosing, option, chosen=True)


def unchoose(sitting, number):
    if sitting.discussion.options:
        sitting.change(moves.choosing, at(sitting.discussion.options, number), chosen=False)


def tumour_class(sitting, number):
    case = replaced(sitting.discussion.case, tumour_class=at(CLASSES, number))
    sitting.change(moves.describing, case=case)


def histology(sitting, number):
    case = replaced(sitting.discussion.case, histology=at(HISTOLOGIES, number))
    sitting.change(moves.describing, case=case)


def discuss(sitting, number):
    if sitting.agenda.topics:
        mark(sitting, at(sitting.agenda.topics, number))


def set_aside(sitting, number):
    if sitting.agenda.topics:
        mark(sitting, at(sitting.agenda.topics, number), MarkState.SET_ASIDE)


def unmark(sitting, number):
    if sitting.discussion.marks:
        sitting.change(moves.unmarking, at(sitting.discussion.marks, number).topic)


def open_together(sitting, number):
    shut = [topic for topic in sitting.agenda.topics if topic.closed]
    if shut:
        sitting.change(moves.opening, at(shut, number), when=START)


def wish(sitting, number):
    sitting.change(moves.wishing, at((*PrognosisWish, None), number), when=START)


def see_numbers(sitting, number):
    sitting.change(moves.preferring, at(tuple(NumberView), number))


def compare(sitting, number):
    concepts = tuple(each.id for each in sitting.pack.concepts)
    start = number % len(concepts)
    some = Comparison(options=sitting.discussion.options[:6], concepts=concepts[start:])
    sitting.change(moves.selecting, some)


def weigh(sitting, number):
    statement = at(sitting.pack.value_statements, number)
    importance = at(tuple(Importance), number)
    answer = ValueAnswer(statement=statement.id, text=statement.text, importance=importance)
    sitting.change(moves.weighing, answer, when=START)


def undo(sitting, _number):
    sitting.undo()


def turn(sitting, number):
    sitting.go_to(at(ORDER, number))


ACTIONS = (
    *(choose, choose, unchoose, tumour_class, histology, discuss, set_aside, set_aside, unmark),
    *(open_together, open_together, wish, see_numbers, compare, weigh, undo, turn),
)
talks = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 500)), max_size=14)


def played(actions, *, from_anew):
    """Give the consultation after ``actions``; else it begins with a case and four options."""
    sitting = begun() if from_anew else described()
    for action, number in actions:
        action(sitting, number)
    return sitting


def seen(sitting):
    """Give the ids of the estimates that are open: on the agenda, neither shut nor set aside."""
    marks = sitting.discussion.marks
    aside = {each.topic for each in marks if each.state is MarkState.SET_ASIDE}
    topics = [each for each in sitting.agenda.topics if not each.closed and each.key not in aside]
    return {ident for topic in topics for ident in topic.shown}


@cache
def words():
    """Give for each estimate its sentences that nothing but estimates says."""
    pack = shipped_pack()
    facts = [fact.text for option in pack.options for fact in option.fact]
    facts += [each.text for each in (*pack.general, *pack.pathways)]
    facts += [each.plain for each in pack.gaps]
    said = {sentence for text in facts for sentence in sentences(text)}
    return {
        ident: {
            sentence
            for text in (each.plain, each.framing)
            for sentence in sentences(text)
            if len(sentence) >= LEAST_LETTERS and sentence not in said
        }
        for ident, each in pack.estimates.items()
    }


@cache
def owners():
    """Give for each sentence the estimates that say it."""
    found = {}
    for ident, said in words().items():
        for sentence in said:
            found.setdefault(sentence, set()).add(ident)
    return found


@cache
def of_survival():
    """Give the sentences that go on about length of life where a number may be open already."""
    more = [each.sensitive_plain for each in shipped_pack().estimates.values()]
    return {sentence for text in more for sentence in sentences(text)} - set(owners())


def kept(sitting):
    """Give what the record would keep of the pages that were looked at, were all of them."""
    source = sitting._material()
    glances = tuple(
        Glance(option=option, view=view)
        for option in source.discussion.options
        for view in ("cases", "days")
    )
    said = replaced(source.discussion, compared=True, glances=glances)
    return looked_at(replaced(source, discussion=said))


def shown_though_hidden(sitting):
    """Give what a view shows of estimates that are not open: their ids and their sentences."""
    open_ones = seen(sitting)
    hidden = {sentence for sentence, of in owners().items() if not of & open_ones}
    if all(each.topic != SURVIVAL for each in sitting.discussion.opened):
        hidden |= of_survival()
    wrong = []
    for name, view in (*views_of(sitting), ("record", kept(sitting))):
        texts = set(strings_of(view))
        ids = (texts & sitting.pack.estimates.keys()) - open_ones
        whole = "\n".join(texts)
        found = [sentence for sentence in hidden if sentence in whole]
        wrong += [(name, each) for each in (*ids, *found)]
    return wrong


@settings(max_examples=EXAMPLES, deadline=None)
@given(actions=talks, from_anew=st.booleans())
def test_no_order_of_actions_shows_what_is_not_open(actions, from_anew):
    assert shown_though_hidden(played(actions, from_anew=from_anew)) == []


@settings(max_examples=EXAMPLES, deadline=None)
@given(actions=talks, from_anew=st.booleans())
def test_every_number_kept_of_what_was_looked_at_is_kept_with_its_option_too(actions, from_anew):
    sitting = played(actions, from_anew=from_anew)
    ids = set(strings_of(kept(sitting))) & sitting.pack.estimates.keys()
    assert ids <= {
        each.id
        for option in recorded_options(sitting._material())
        for topic in option.topics
        for each in topic.estimates
    }


@settings(max_examples=EXAMPLES, deadline=None)
@given(actions=talks, from_anew=st.booleans())
def test_nothing_is_open_that_may_not_be(actions, from_anew):
    sitting = played(actions, from_anew=from_anew)
    own = sitting.discussion.case.tumour_class
    opened = {each.topic for each in sitting.discussion.opened}
    for ident in seen(sitting):
        estimate = sitting.pack.estimates[ident]
        assert speaks_of(estimate.tumour_class, own), ident
        assert estimate.patient_view in SEEN, ident
        assert estimate.checked != SHUT_OUT, ident
        assert not sitting.pack.concept(estimate.concept).sensitive or estimate.concept in opened


def test_every_view_is_looked_at_or_known_to_hold_no_number():
    made = {name for name, _view in views_of(described())}
    assert made | PARTS | OTHERS == set(view_functions())
    assert {"walk_view", "compare_view", "values_view", "ahead_view", "patient_view"} <= made


@pytest.mark.parametrize("of", ["id", "sentence"])
def test_what_is_hidden_is_found(monkeypatch, of):
    """A view that shows an estimate of another class is told."""
    sitting = described()
    ident = next(
        ident
        for ident, each in sitting.pack.estimates.items()
        if ident not in seen(sitting) and words()[ident] and "metastatic" not in each.tumour_class
    )
    leak = ident if of == "id" else sorted(words()[ident])[0]
    case = replaced(sitting.discussion.case, histology=leak)
    monkeypatch.setattr("tests.properties.test_nothing_hidden_is_shown.views_of", lambda _: [])
    assert shown_though_hidden(sitting) == []
    monkeypatch.setattr(
        "tests.properties.test_nothing_hidden_is_shown.views_of", lambda _: [("leak", case)]
    )
    assert shown_though_hidden(sitting)
