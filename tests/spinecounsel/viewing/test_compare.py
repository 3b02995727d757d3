import random

import pytest

from spinecounsel.case.case import Case
from spinecounsel.content.model import SEEN, TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed
from spinecounsel.discussion.discussion import Comparison, MarkState
from spinecounsel.frozen import replaced
from spinecounsel.viewing.compare import compare_view
from spinecounsel.viewing.compare_cells import Link, Whose
from spinecounsel.viewing.compare_choice import picking_everything
from spinecounsel.viewing.compare_words import arm_title
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack, tiny_pack
from tests.helpers.talks import METASTASIS, OPTIONS, begun, described, mark

PACK = shipped_pack()
EVERY = tuple(concept.id for concept in PACK.concepts)
SETS = 40  # random talks for each tumour class


def opened(options=OPTIONS, **more):
    """A consultation in which every topic of people who may differ was opened."""
    sitting = described(options=options, **more)
    for topic in sitting.agenda.topics:
        if topic.closed is Closed.MAY_NOT_FIT:
            sitting.change(moves.opening, topic, when=START)
    return sitting


def view_of(sitting, *, everything=True, **chosen):
    said = sitting.discussion
    if everything and not chosen:
        chosen = {"concepts": picking_everything(sitting.pack, said, on=True).concepts}
    said = moves.selecting(said, Comparison(**chosen))
    return compare_view(sitting.pack, said, sitting.agenda)


def rows_of(view):
    return [row for group in view.groups for row in group.rows]


def row_with(view, estimate):
    (row,) = [row for row in rows_of(view) if estimate in {arm.estimate for arm in row.arms}]
    return row


def joined(one, other):
    first, second = PACK.estimates[one], PACK.estimates[other]
    return second.id in (first.pair, *first.comparable_with)


def random_talk(chance, own):
    """A talk about one to six options, some topics of it opened, some set aside."""
    options = tuple(chance.sample([each.id for each in PACK.options], chance.randint(1, 6)))
    case = replaced(METASTASIS, tumour_class=own) if chance.random() < 0.7 else Case()
    sitting = begun()
    sitting.change(moves.describing, case=replaced(case, tumour_class=own))
    for option in options:
        sitting.change(moves.choosing, option, chosen=True)
    for topic in sitting.agenda.topics:
        if topic.closed is not None and chance.random() < 0.4:
            sitting.change(moves.opening, topic, when=START)
    for topic in sitting.agenda.topics:
        if chance.random() < 0.1:
            mark(sitting, topic, MarkState.SET_ASIDE)
    return sitting


def assert_rules(sitting, view):
    """Every rule of what may stand where."""
    options = [ident for ident, _ in view.options]
    shut = [
        topic
        for topic in sitting.agenda.topics
        if topic.closed is not None
        or any(each.topic == topic.key and each.state == "set aside" for each in said(sitting))
    ]
    shown = {arm.estimate for row in rows_of(view) for arm in row.arms}
    assert not shown & {ident for topic in shut for ident in topic.estimates}
    whole = [set(topic.shown) for topic in sitting.agenda.topics]
    for ident in shown:
        assert any(ident in each and each <= shown for each in whole), ident
        assert sitting.applicable.estimates[ident].fit != "does not fit"
        assert PACK.estimates[ident].patient_view in SEEN
    titles = [row.title for row in rows_of(view)]
    assert len(titles) == len(set(titles))
    for row in rows_of(view):
        assert_row(row, options)


def said(sitting):
    return sitting.discussion.marks


def assert_row(row, options):
    assert bool(row.across) != bool(row.cells)
    if row.cells:
        assert [cell.option for cell in row.cells] == options
    numbers = [cell for cell in row.cells if cell.estimate]
    for one in numbers:
        for other in numbers:
            assert one is other or joined(one.estimate, other.estimate)
        assert one.joined is (len(numbers) > 1)
        assert (one.link is not Link.NONE) is one.joined
    assert len({arm.out_of for arm in row.arms if arm.kind == "number"}) <= 1
    assert row.span or len({arm.span for arm in row.arms}) > 1 or not row.arms[0].span
    assert all(arm.span and arm.people and arm.sentence and arm.text for arm in row.arms)
    for cell in row.cells:
        kinds = {"number", "words", "not known", "no number", "elsewhere", "set aside"}
        assert cell.kind in kinds
        if cell.kind == "not known":
            assert cell.sentence.startswith("Not known"), "only what the content says"
        assert cell.sentence


@pytest.mark.parametrize("own", [*TumourClass, None])
def test_whatever_is_chosen_only_what_may_stand_together_does(own):
    chance = random.Random(str(own))  # noqa: S311 - the same talks each time
    rows = 0
    for _ in range(SETS):
        sitting = random_talk(chance, own)
        discussed = sitting.discussion.options
        for concepts in ((), EVERY, tuple(chance.sample(EVERY, 3))):
            some = tuple(chance.sample(discussed, chance.randint(0, len(discussed))))
            view = view_of(sitting, options=some, concepts=concepts)
            assert_rules(sitting, view)
            rows += len(rows_of(view))
    assert rows > SETS


def test_the_trial_stands_side_by_side():
    (row,) = [
        row
        for row in rows_of(view_of(opened()))
        if any(cell.estimate == "rt-conv-patchell-walk" for cell in row.cells)
    ]
    assert [cell.number for cell in row.cells[:2]] == ["84", "57"]
    assert [cell.kind for cell in row.cells[2:]] == ["not known", "not known"]
    assert row.joined


def test_what_is_about_dying_is_closed_until_opened():
    sitting = opened()
    closed = {group.concept for group in view_of(sitting).groups if group.closed}
    assert "treatment-death" in closed
    topic = next(each for each in sitting.agenda.topics if each.concept == "treatment-death")
    sitting.change(moves.opening, topic, when=START)
    assert "treatment-death" not in {g.concept for g in view_of(sitting).groups if g.closed}


def test_what_was_set_aside_or_not_opened_is_not_there():
    sitting = described()
    risk = next(t for t in sitting.agenda.topics if t.kind == "risk" and t.estimates)
    mark(sitting, risk, MarkState.SET_ASIDE)
    shut = {i for t in sitting.agenda.topics if t.closed is Closed.MAY_NOT_FIT for i in t.shown}
    shown = {cell.estimate for row in rows_of(view_of(sitting)) for cell in row.cells}
    assert shown
    assert not shown & (set(risk.estimates) | shut)


def test_everything_only_adds_rows():
    few, all_rows = view_of(opened(), everything=False), view_of(opened())
    keys = [{row.key for row in rows_of(view)} for view in (few, all_rows)]
    assert keys[0] < keys[1]
    closed = [sum(group.closed for group in view.groups) for view in (few, all_rows)]
    assert few.more == len(keys[1]) - len(keys[0]) + closed[1] - closed[0]
    assert all_rows.more == 0


@pytest.mark.parametrize(
    ("options", "warned"),
    [(("surgery-decompression", "radiosurgery"), False), (("radiosurgery", "no-treatment"), True)],
)
def test_the_signs_of_danger_stand_beside_watching_and_medicines(options, warned):
    assert bool(view_of(opened(options)).red_flag) is warned


def test_a_number_whose_other_arm_has_no_column_has_it_in_its_cell():
    row = row_with(view_of(opened(("surgery-decompression",))), "rt-conv-patchell-walk")
    (cell,) = row.cells
    assert (cell.number, cell.partner.number) == ("84", "57")
    assert cell.partner.owner == "Radiotherapy"
    assert [each.whose for each in cell.arms] == [Whose.OWN, Whose.OTHER]
    titles = [arm_title(each) for each in cell.arms]
    assert titles[0].startswith("This option")
    assert titles[1].startswith("Other group, to compare – Radiotherapy")


def test_two_ways_to_give_an_option_are_both_its_own():
    row = row_with(view_of(opened(("radiotherapy-conventional",))), "rt-conv-walk-8wk-five")
    (cell,) = row.cells
    assert [each.whose for each in cell.arms] == [Whose.EITHER] * 2


def test_what_nobody_says_of_an_option_is_not_called_unknown():
    view = view_of(opened(("radiosurgery", "bracing")), concepts=("cord-injury",))
    bracing = {row.cells[1].kind for row in rows_of(view)}
    assert bracing == {"no number"}


def test_what_belongs_with_a_number_of_another_option_stands_across():
    view = view_of(opened(("radiotherapy-conventional",)), concepts=("walk-after",))
    row = row_with(view, "walk-matched-surgery-plus-radiotherapy")
    assert row.cells == ()
    assert row.across.owner == "Freeing the cord"
    assert row.across.partner.estimate == "walk-matched-radiotherapy-alone"


def test_what_belongs_with_a_chosen_number_comes_with_it_and_says_why():
    view = view_of(opened(("corticosteroids",)), concepts=("walk-after",))
    assert [group.concept for group in view.groups] == ["walk-after", "medicine-serious"]
    assert [group.why for group in view.groups] == [
        "",
        "Shown too, for it belongs with “Walking after treatment”.",
    ]


def test_a_form_of_an_option_speaks_by_its_numbers_unless_that_stands_beside_it():
    alone = row_with(view_of(opened(("separation-surgery",))), "rt-conv-patchell-walk")
    assert [cell.number for cell in alone.cells] == ["84"]
    both = view_of(opened(("separation-surgery", "surgery-decompression")))
    row = row_with(both, "rt-conv-patchell-walk")
    assert row.cells[0].sentence == "Counted together with “Freeing the cord”."
    assert row.cells[1].number == "84"


def test_what_the_patient_set_aside_is_said_so_and_no_more():
    sitting = opened(("surgery-decompression", "radiosurgery"))
    aside = next(t for t in sitting.agenda.topics if t.title == "Wound infection")
    mark(sitting, aside, MarkState.SET_ASIDE)
    view = view_of(sitting)
    assert "wound-problem" not in {group.concept for group in view.groups}


def test_cells_say_what_joins_them():
    row = row_with(view_of(opened()), "rt-conv-patchell-walk")
    assert [cell.link for cell in row.cells[:2]] == [Link.TWO_GROUPS] * 2
    row = row_with(view_of(opened()), "srs-local-control-cord-compression")
    assert {cell.link for cell in row.cells} == {Link.SAME_STUDY, Link.NONE}


def test_numbers_of_two_studies_are_flagged_as_of_different_people():
    one, other = (
        PACK.estimates[f"{start}-local-control-cord-compression"] for start in ("srs", "rt-conv")
    )
    source = next(ident for ident in PACK.sources if ident != one.source)
    changed = {
        one.id: replaced(one, pair="", comparable_with=(other.id,), source=source),
        other.id: replaced(other, pair="", comparable_with=(one.id,)),
    }
    sitting = opened(pack=replaced(PACK, estimates=PACK.estimates | changed))
    row = row_with(view_of(sitting), one.id)
    assert {cell.link for cell in row.cells if cell.estimate} == {Link.OTHER_PEOPLE}


def test_one_option_alone_a_range_and_less_than_one(tmp_path):
    """A pack in which a row is there for one option only, and the other is not known."""
    sitting = described(
        options=("watch", "beam"),
        case=Case(tumour_class=TumourClass.METASTATIC),
        pack=replaced(tiny_pack(tmp_path), scores=PACK.scores),
    )
    view = view_of(sitting)
    walk, harm = rows_of(view)
    assert [cell.number for cell in walk.cells] == ["57", "84"]
    assert (walk.cells[1].low, walk.cells[1].high) == (71, 93)
    assert harm.cells[0].kind == "not known"
    assert harm.cells[0].sentence == "Not known for your type of tumour."
    assert harm.cells[1].text == "6 of 1,000 people"


@pytest.mark.parametrize(
    ("percent", "denominator", "text", "drawn"),
    [
        (0.4, 100, "fewer than 1 of 100 people", (0, 1)),
        (0.0, 100, "none of the people studied", (0, 0)),
        (100.0, 100, "100 of 100 people", (100, 0)),
    ],
)
def test_the_least_and_the_most_are_said_as_they_are(percent, denominator, text, drawn):
    estimate = replaced(
        PACK.estimates["rt-conv-fatigue"],
        percent=percent,
        denominator=denominator,
        events=None,
        total=None,
        ci95=(-5.0, 130.0),
    )
    sitting = opened(("radiotherapy-conventional",))
    pack = replaced(PACK, estimates=PACK.estimates | {estimate.id: estimate})
    cell = row_with(compare_view(pack, sitting.discussion, sitting.agenda), estimate.id).cells[0]
    assert cell.text == text
    assert (cell.count, cell.maybe) == drawn
    assert (cell.low, cell.high) == (0, 100)


def test_rows_of_one_title_say_which_study_they_are_from():
    titles = [row.title for row in rows_of(view_of(opened(), concepts=("walk-after",)))]
    assert titles[:2] == ["Can walk (study of 2005)", "Can walk (study of 2011)"]
    assert "Can walk at 8 weeks" in titles


def test_an_empty_table_says_why():
    sitting = opened()
    assert view_of(sitting).nothing == ""
    answered = {group.concept for group in view_of(sitting).groups}
    other = next(each.id for each in sitting.pack.concepts if each.id not in answered)
    assert view_of(sitting, concepts=(other,)).nothing.startswith("No number here answers that.")
    assert "No option is chosen yet" in view_of(opened(options=())).nothing


def test_people_who_had_an_option_in_the_other_group_are_not_called_another_study():
    row = row_with(view_of(opened()), "walk-matched-surgery-plus-radiotherapy")
    place = OPTIONS.index("radiotherapy-conventional")
    assert row.cells[place].sentence.startswith("In this study the “other group” had it")


def test_a_number_says_what_these_people_had_beside_the_option():
    row = row_with(view_of(opened()), "walk-after-decompression-plus-radiotherapy")
    cells = {cell.estimate: cell for cell in row.cells if cell.estimate}
    surgery = cells["walk-after-decompression-plus-radiotherapy"]
    assert arm_title(surgery) == "surgery, then radiation"
    assert surgery.company == "These people also had: Radiotherapy after surgery, Steroids"
    assert cells["rt-conv-patchell-walk"].company == "These people also had: Steroids"


def test_what_a_column_says_is_not_said_again_of_the_other_group_in_it():
    row = row_with(view_of(opened()), "steroid-walk-after-treatment")
    (cell,) = [cell for cell in row.cells if cell.estimate]
    assert [arm.company for arm in cell.arms] == ["", ""]
