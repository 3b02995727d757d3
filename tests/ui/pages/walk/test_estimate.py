"""Estimates on the card, painted: in layers, in each way of seeing, also those that are odd."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget

from spinecounsel.discussion.people import NumberView
from tests.helpers.estimates import BASE, ODD, blocks_with, odd_block
from tests.helpers.layout import cuts
from ui.pages.walk.estimate import BlockPanel
from ui.theme.theme import theme
from ui.widgets.bar import Bar, BarPair
from ui.widgets.pair import Pair
from ui.widgets.pictograph import Pictograph
from ui.widgets.text import Text

PAIR = ("srs-pain-3mo-overall", "rt-conv-pain-3mo-overall")


@pytest.fixture
def show(qtbot):
    def shown(block, numbers, width=720):
        scroll = QScrollArea()
        qtbot.addWidget(scroll)
        scroll.setWidgetResizable(True)
        scroll.setWidget(BlockPanel(block, numbers, titled=False))
        scroll.resize(width, 700)
        with qtbot.waitExposed(scroll):
            scroll.show()
        assert not scroll.grab().isNull()
        return scroll

    return shown


def texts(screen):
    return [each.text() for each in screen.findChildren(Text) if each.isVisible()]


def pictures(screen):
    kinds = (Pictograph, Pair, Bar, BarPair)
    return [type(each) for each in screen.findChildren(QWidget) if type(each) in kinds]


def heard(widget):
    """Give all names from the first that is read aloud to the last."""
    face = QAccessible.queryAccessibleInterface(widget)
    names, stack = [], [face]
    while stack:
        here = stack.pop()
        names.append(here.text(QAccessible.Text.Name))
        stack += [here.child(place) for place in reversed(range(here.childCount()))]
    return [name for name in names if name]


@pytest.mark.parametrize("numbers", list(NumberView))
@pytest.mark.parametrize("case", list(ODD))
def test_an_odd_estimate_is_painted_whole_and_says_its_sentence(qtbot, show, case, numbers):
    block = odd_block(case)
    screen = show(block, numbers)
    (view,) = block.estimates
    assert view.sentence in texts(screen)
    qtbot.waitUntil(lambda: not list(cuts(screen)))
    drawn = {
        NumberView.PEOPLE: [Pictograph] * view.drawn,
        NumberView.BAR: [Bar] * view.barred,
    }
    assert pictures(screen) == drawn.get(numbers, [])
    if numbers is not NumberView.WORDS:
        assert (view.number or view.missing) in texts(screen)


@pytest.mark.parametrize(
    ("numbers", "figures"),
    [
        (NumberView.WORDS, []),
        (NumberView.NUMBER, ["43", "out of 100 people", "57", "the others, out of 100 people"]),
        (NumberView.PEOPLE, ["43", "out of 100 people", "43 of 100 people. The other side"]),
        (NumberView.BAR, ["43", "out of 100 people", "43 of 100 people. The other side"]),
    ],
)
def test_first_the_sentence_then_the_number_then_what_it_rests_on_is_heard(show, numbers, figures):
    changes = {"percent": 43.0, "framing": "The other side.", "events": None, "total": None}
    (block,) = blocks_with({BASE: changes}, BASE)
    (view,) = block.estimates
    screen = show(block, numbers)
    names = heard(screen.widget())
    facts = [name for fact in block.facts for name in (fact.label, *(s.text for s in fact.said))]
    order = [view.sentence, view.framing, *figures, *facts, "Where this comes from"]
    assert [name for name in names if name in order] == order


def test_one_arm_of_a_pair_is_heard_to_its_end_before_the_other(show):
    changes = {each: {"framing": f"The other side of {each}."} for each in PAIR}
    (block,) = blocks_with(changes, *PAIR)
    screen = show(block, NumberView.NUMBER)
    names = heard(screen.widget())
    order = [
        word
        for each in block.estimates
        for word in (each.name, each.framing, each.number, each.rest)
    ]
    assert [name for name in names if name in order][: len(order)] == order


def test_what_counts_operations_is_a_bar_of_operations(show):
    screen = show(odd_block("operations"), NumberView.BAR)
    assert "the true number may be here: 30 to 52" in texts(screen)
    (bar,) = screen.findChildren(Bar)
    assert bar.accessibleName().startswith("43 of 100 operations")


def test_two_arms_of_operations_are_bars_on_one_scale_and_never_people(show):
    operations = {"unit": "operations", "denominator": 100}
    (block,) = blocks_with(dict.fromkeys(PAIR, operations), *PAIR)
    assert pictures(show(block, NumberView.PEOPLE)) == []
    assert pictures(show(block, NumberView.BAR)) == [BarPair]


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("numbers", list(NumberView))
def test_large_text_cuts_nothing_of_a_pair(qapp, qtbot, show, numbers, scheme):
    theme().apply(qapp, scheme=scheme, text_scale=2.0)
    (block,) = blocks_with({PAIR[0]: {"ci95": (30.0, 70.0)}}, *PAIR)
    screen = show(block, numbers, width=1200)
    qtbot.waitUntil(lambda: not list(cuts(screen)))
