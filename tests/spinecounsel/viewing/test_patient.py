"""The patient's screen shows what the clinician has opened, and nothing that names anybody."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.content.model import ANY_CLASS, SEEN, TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison, MarkState, QuestionAsked
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.knowledge import knowledge_questions
from spinecounsel.discussion.people import Attendee, AttendeeRole, Capacity, PrognosisWish
from spinecounsel.discussion.steps import ORDER
from spinecounsel.discussion.understanding import SURE, TEACH_BACK, Said, SureAnswers
from spinecounsel.discussion.values import THEMES, Importance, Leaning, ValueAnswer
from spinecounsel.discussion.words import sure_name, teach_back_name
from spinecounsel.frozen import replaced
from spinecounsel.record.lines import red_flag
from spinecounsel.viewing.ahead import Looking
from spinecounsel.viewing.compare import compare_view
from spinecounsel.viewing.expect import expect_question
from spinecounsel.viewing.knowledge import knowledge_rows
from spinecounsel.viewing.patient import Screen, Talk, blank_view, patient_view
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.talks import METASTASIS, OPTIONS, begun, described, gone_through

PRIVATE = ("Sample", "TEST-0001", "1958", "Beispiel", "Quiet", "scribbled", "Cousin")


def view_of(sitting, **looked_at):
    return patient_view(
        Talk(
            pack=sitting.pack,
            discussion=sitting.discussion,
            agenda=sitting.agenda,
            **looked_at,
        )
    )


def at(sitting, step):
    sitting.go_to(step)
    return view_of(sitting)


def texts(value):
    if isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str):
        yield value


def test_without_a_consultation_there_is_only_the_brand():
    blank = blank_view(shipped_pack().manifest)
    assert (blank.screen, blank.title, blank.points) == (Screen.CALM, "", ())


@pytest.mark.parametrize("step", ORDER)
def test_no_step_is_ever_empty_even_before_anything_is_said(step):
    view = at(begun(), step)
    assert view.title
    assert view.screen in {Screen.CALM, Screen.LIST}


def test_what_is_for_the_clinician_shows_a_calm_page():
    assert at(described(), "person") == at(begun(), "person")


@pytest.mark.parametrize(("step", "again"), [("decision", False), ("sign", True)])
def test_the_four_plain_questions_stand_there_without_answers_until_all_are_answered(step, again):
    sitting = described()
    asked = at(sitting, step)
    assert [point.title for point in asked.points] == [sure_name(field) for field in SURE]
    assert not [point for point in asked.points if point.text]
    three = SureAnswers(sure=True, know=False, matters=True)
    sitting.change(moves.answering_sure, three, again=again)
    assert view_of(sitting) == asked
    sitting.change(moves.answering_sure, replaced(three, support=False), again=again)
    assert view_of(sitting) == at(begun(), "person")


def test_the_options_come_with_their_aim_and_no_treatment_among_them():
    points = at(described(), "options").points
    assert [point.title for point in points] == [
        shipped_pack().option(ident).name for ident in OPTIONS
    ]
    assert points[0].text == "To take pressure off the spinal cord."


def test_an_aim_that_was_set_aside_is_not_told():
    sitting = described()
    about = next(t for t in sitting.agenda.topics if t.key.startswith(f"{OPTIONS[0]}/about"))
    sitting.change(moves.marking, about.key, MarkState.SET_ASIDE, when=START)
    assert at(sitting, "options").points[0].text == ""


def test_the_question_that_is_asked_stands_alone_until_it_is_settled():
    sitting = begun()
    every = at(sitting, "expect")
    shown = [view_of(sitting, theme=theme) for theme in THEMES]
    assert [each.title for each in shown] == [expect_question(theme) for theme in THEMES]
    assert not [point for each in shown for point in each.points]
    sitting.change(moves.comparing)
    assert view_of(sitting, theme=THEMES[0]).points == every.points


def test_what_matters_most_stands_first():
    sitting = described()
    for text, importance in (("Not so much", Importance.NOT), ("My dog", Importance.VERY)):
        answer = ValueAnswer(text=text, importance=importance)
        sitting.change(moves.weighing, answer, when=START)
    assert [point.title for point in at(sitting, "values").points] == ["My dog", "Not so much"]


def test_the_question_is_the_first_that_was_not_said_back():
    sitting = described()
    asked = [at(sitting, "understanding").title]
    for item in TEACH_BACK:
        sitting.change(moves.saying_back, item, Said.SAID, when=START)
        asked.append(view_of(sitting).title)
    assert len(set(asked)) == len(TEACH_BACK) + 1
    sitting.change(moves.saying_back, TEACH_BACK[1], Said.NOT_YET, when=START)
    assert view_of(sitting).title == asked[1]


def test_the_open_question_of_the_check_stands_below_and_alone_once_all_was_said_back():
    sitting = gone_through()
    back = at(sitting, "understanding")
    rows = knowledge_rows(sitting.pack, sitting.discussion, sitting.agenda)
    assert back.title == teach_back_name(TEACH_BACK[0])
    assert [point.title for point in back.points] == [rows[0].question]
    assert all(words in back.points[0].text for _, words in rows[0].choices)
    answer(sitting, rows[0].key)
    assert [point.title for point in view_of(sitting).points] == [rows[1].question]
    for item in TEACH_BACK:
        sitting.change(moves.saying_back, item, Said.SAID, when=START)
    alone = view_of(sitting)
    assert alone.title == rows[1].question
    assert [point.title for point in alone.points] == [words for _, words in rows[1].choices]
    for row in rows[1:]:
        answer(sitting, row.key)
    assert (view_of(sitting).screen, view_of(sitting).points) == (Screen.CALM, ())


def answer(sitting, key):
    questions = knowledge_questions(sitting.pack, sitting.discussion, sitting.agenda)
    right = next(each.right for each in questions if each.key == key)
    sitting.change(moves.answering, key, right, right=True, when=START)


def test_a_patient_can_read_the_program_s_own_words():
    for sitting in (begun(), described()):
        for step in ORDER:
            view = at(sitting, step)
            for text in (view.title, *(point.text for point in view.points)):
                assert grade(text) <= 8, text


def looked_at(sitting, option):
    """Give all screens that tell of an option: its cards, its stories and days, the comparison."""
    sitting.go_to("walk")
    keys = [topic.key for topic in sitting.agenda.topics if topic.option == option]
    yield from (view_of(sitting, shown=key) for key in keys)
    sitting.go_to("ahead")
    yield from (view_of(sitting, option=option, looking=how) for how in Looking)
    sitting.go_to("compare")
    yield view_of(sitting)
    shown = compare_view(sitting.pack, sitting.discussion, sitting.agenda)
    yield from (
        view_of(sitting, row=row.key) for group in shown.groups[:1] for row in group.rows[:1]
    )
    lean = Leaning(options=(option,), when=START)
    sitting.change(moves.leaning, lean, after=True)
    for step in ("decision", "sign"):
        yield at(sitting, step)


@pytest.mark.parametrize("option", ["no-treatment", "corticosteroids", "radiosurgery"])
def test_the_signs_that_need_help_stand_once_on_every_screen_of_an_option_that_asks(option):
    warning = red_flag(shipped_pack())
    asked = option != "radiosurgery"
    for view in looked_at(described(options=(option,)), option):
        parts = view.card.parts if view.card else ()
        said = [text for part in parts for text in part.sentences] + [view.red_flag]
        assert said.count(warning) == asked, view.title


def test_one_row_is_shown_at_a_time_and_before_that_the_options_by_name():
    sitting = described()
    listed = at(sitting, "compare")
    assert (listed.screen, listed.foot) == (Screen.LIST, "We look at one row at a time.")
    shown = compare_view(sitting.pack, sitting.discussion, sitting.agenda)
    row = shown.groups[0].rows[0]
    opened = view_of(sitting, row=row.key)
    assert (opened.screen, opened.row.question) == (Screen.ROW, shown.groups[0].question)
    assert view_of(sitting, row="") == listed


# ---- no order of moves shows what is not for this screen

METASTASIS_NOTED = replaced(METASTASIS, notes="scribbled by the clinician")
IN_CORD = replaced(
    METASTASIS_NOTED,
    tumour_class=TumourClass.INTRAMEDULLARY,
    histology="ependymoma",
    escc=None,
)
MOVES = st.lists(
    st.tuples(
        st.sampled_from(("open", "discuss", "aside", "ask", "choose", "wish", "class", "select")),
        st.integers(0, 200),
    ),
    max_size=8,
)


def private_talk():
    sitting = described(case=METASTASIS_NOTED)
    sitting.change(
        moves.describing,
        present=(Attendee(name="Cousin Quiet", role=AttendeeRole.RELATIVE),),
        capacity=Capacity(assessed=True, note="scribbled by the clinician"),
    )
    return sitting


def happen(sitting, what, n):
    topics = sitting.agenda.topics
    topic = topics[n % len(topics)]
    options = sitting.pack.options
    question = QuestionAsked(id=str(n), text="scribbled", topic=topic.key, when=START)
    wishes = list(PrognosisWish)
    chosen = options[n % len(options)].id
    concept = sitting.pack.concepts[n % len(sitting.pack.concepts)].id
    {
        "open": lambda: sitting.change(moves.opening, topic, when=START),
        "discuss": lambda: mark(sitting, topic, MarkState.DISCUSSED),
        "aside": lambda: mark(sitting, topic, MarkState.SET_ASIDE),
        "ask": lambda: sitting.change(moves.asking, question),
        "choose": lambda: sitting.change(moves.choosing, chosen, chosen=n % 3 > 0),
        "select": lambda: sitting.change(moves.selecting, Comparison(concepts=(concept,))),
        "wish": lambda: sitting.change(moves.wishing, wishes[n % 3], when=START),
        "class": lambda: sitting.change(
            moves.describing, case=IN_CORD if n % 2 else METASTASIS_NOTED
        ),
    }[what]()


def mark(sitting, topic, state):
    sitting.change(moves.marking, topic.key, state, when=START, wish="scribbled")


def only_shut(sitting):
    """What only shut topics hold: sentences, and estimates by their ids."""
    marked = marks_of(sitting.discussion)
    told, shut = set(), set()
    for topic in sitting.agenda.topics:
        key = marked.get(topic.key)
        hidden = topic.closed or (key and key.state is MarkState.SET_ASIDE)
        estimates = [sitting.pack.estimates[ident] for ident in topic.shown]
        said = {each.text for each in topic.sentences} | {each.plain for each in estimates}
        (shut if hidden else told).update(said | {each.id for each in estimates})
    # The signs that need help at once are named whatever was set aside, as on the console.
    return shut - told - {red_flag(sitting.pack)}


@given(MOVES)
def test_no_order_of_moves_shows_a_name_a_note_or_what_is_shut(happenings):
    sitting = private_talk()
    for what, n in happenings:
        happen(sitting, what, n)
    case_class = str(sitting.discussion.case.tumour_class)
    shut = only_shut(sitting)
    for step in ORDER:
        sitting.go_to(step)
        for looked_at in everything_on(sitting, step):
            view = view_of(sitting, **looked_at)
            shown = "\n".join(texts(msgspec.to_builtins(view)))
            assert not [word for word in PRIVATE if word in shown]
            assert not [text for text in shut if text in shown]
            for ident in estimates_of(view):
                estimate = sitting.pack.estimates[ident]
                assert {case_class, ANY_CLASS} & set(estimate.tumour_class)
                assert estimate.patient_view in SEEN


def estimates_of(view):
    for block in view.card.blocks if view.card else ():
        yield from (each.id for each in block.estimates)
    rows = view.table.rows if view.table else ((view.row.row,) if view.row else ())
    for row in rows:
        for cell in (*row.cells, *([row.across] if row.across else [])):
            yield from (arm.estimate for arm in cell.arms)


def everything_on(sitting, step):
    """All that the clinician can look at in a step."""
    if step == "walk":
        return [{"shown": topic.key} for topic in sitting.agenda.topics]
    if step == "ahead":
        options = sitting.discussion.options
        return [{"option": one, "looking": how} for one in options for how in Looking]
    if step == "compare":
        shown = compare_view(sitting.pack, sitting.discussion, sitting.agenda)
        keys = [row.key for group in shown.groups for row in group.rows]
        return [{"row": key} for key in ("", *keys)]
    return [{}]
