"""What may lie ahead: only of what is open, only in the pack's own words and numbers."""

import re

import pytest

from spinecounsel.case.case import Case
from spinecounsel.content.frequency import frequency
from spinecounsel.content.model import TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.viewing.ahead import Looking, ahead_view
from tests.helpers import examples
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.talks import METASTASIS, OPTIONS, described, mark

PACK = shipped_pack()
HARDEST = 8.0
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def view(sitting, option, looking):
    return ahead_view(PACK, sitting.discussion, sitting.agenda, option, looking)


def lines_of(sitting, option):
    """Give every line of both views."""
    cases = view(sitting, option, Looking.CASES).cases
    days = view(sitting, option, Looking.DAYS).days
    stories = [line for story in cases.stories for line in story.lines]
    return [*stories, *cases.also, *(line for each in days.stations for line in each.lines)]


def open_estimates(sitting):
    """Give the estimates of topics that are neither closed nor set aside."""
    aside = {each.topic for each in sitting.discussion.marks if each.state is MarkState.SET_ASIDE}
    return {
        ident
        for topic in sitting.agenda.topics
        if topic.closed is None and topic.key not in aside
        for ident in topic.shown
    }


def numbers_of(estimate):
    found = frequency(estimate)
    words = f"{estimate.plain} {estimate.framing} {estimate.sensitive_plain}"
    counts = (found.count, found.rest, found.or_count, found.out_of) if found else ()
    ends = (found.low, found.high) if found and found.low is not None else ()
    rest = [found.out_of - end for end in ends] if found else []
    return {*DIGITS.findall(words), *(f"{n:,}" for n in (*counts, *ends, *rest))}


def said_of(sitting, option):
    """Give each sentence or number, and the id of the estimate that it names (empty: a fact)."""
    for line in lines_of(sitting, option):
        for part in line.parts:
            yield part.sentence, part.estimate
    for row in view(sitting, option, Looking.CASES).cases.rows:
        for each in row.marks:
            yield each.number, each.estimate
            yield each.reach, each.estimate


def check(sitting, option):
    """Every line is of an open topic, in the words and numbers of what it names, and easy."""
    told = open_estimates(sitting)
    facts = {each.text for topic in sitting.agenda.topics for each in topic.sentences}
    for words, ident in said_of(sitting, option):
        assert grade(words) <= HARDEST, words
        if ident:
            assert ident in told
            assert set(DIGITS.findall(words)) <= numbers_of(PACK.estimates[ident]), words
        else:
            assert words in facts


CASES = [Case(), *(Case(tumour_class=each) for each in TumourClass)]


@pytest.mark.parametrize("case", CASES, ids=[str(each.tumour_class) for each in CASES])
def test_of_every_option_alone_only_what_is_open_is_told_in_its_own_numbers(case):
    for option in PACK.options:
        check(described(case=case, options=(option.id,)), option.id)


@pytest.mark.parametrize("path", examples.PATHS, ids=["metastasis", "meningioma"])
@pytest.mark.parametrize("opened", [False, True], ids=["as played", "all opened"])
def test_the_example_cases_tell_only_what_is_open(path, opened):
    sitting = examples.played(path, all_opened=opened)
    for option in sitting.discussion.options:
        check(sitting, option)


@pytest.mark.parametrize("looking", list(Looking))
def test_the_words_of_the_page_are_easy(looking):
    sitting = described()
    for option in OPTIONS:
        shown = view(sitting, option, looking)
        words = [shown.days.how] if shown.days else [shown.cases.caution, shown.cases.shut]
        words += [story.words for story in shown.cases.stories] if shown.cases else []
        words += [shown.cases.nothing] if shown.cases else []
        words += [n.text for each in shown.days.stations for n in each.notes] if shown.days else []
        assert max(map(grade, words)) <= 6.0


def test_what_was_set_aside_is_told_nowhere():
    sitting = described()
    option = "radiotherapy-conventional"
    for topic in sitting.agenda.topics:
        if topic.option == option:
            mark(sitting, topic, MarkState.SET_ASIDE)
    assert lines_of(sitting, option) == []
    cases = view(sitting, option, Looking.CASES).cases
    assert (cases.rows, cases.also, cases.not_known) == ((), (), ())
    assert cases.shut
    days = view(sitting, option, Looking.DAYS).days
    notes = {note.text for each in days.stations for note in each.notes}
    assert notes == {"Set aside, as you wished", "Not known"}


def test_length_of_life_is_told_once_it_was_opened_and_only_then():
    sitting = described(case=METASTASIS, options=("surgery-decompression",))

    def keys():
        return {line.key for line in lines_of(sitting, "surgery-decompression")}

    death = [t for t in sitting.agenda.topics if t.concept == "treatment-death"]
    assert not keys() & {topic.key for topic in death}
    sitting.change(moves.opening, death[0], when=START)
    assert {topic.key for topic in death} <= keys()


def test_estimates_that_belong_together_are_told_together_with_the_names_of_both():
    sitting = described()
    for line in lines_of(sitting, "radiotherapy-conventional"):
        topic = sitting.agenda.topic(line.key)
        if topic.shown:
            assert {part.estimate for part in line.parts} == set(topic.shown)
            assert len(line.parts) == 1 or all(part.name for part in line.parts)


def test_without_an_option_there_is_nothing_to_look_at():
    sitting = described(options=())
    shown = view(sitting, "", Looking.CASES)
    assert (shown.options, shown.option, shown.cases, shown.days) == ((), "", None, None)


def test_an_option_that_is_no_longer_chosen_gives_way_to_the_first():
    sitting = described()
    assert view(sitting, "bracing", Looking.DAYS).option == OPTIONS[0]


def test_the_signs_that_need_help_at_once_stand_beside_no_treatment():
    sitting = described()
    assert view(sitting, "no-treatment", Looking.CASES).red_flag
    assert not view(sitting, "radiosurgery", Looking.CASES).red_flag
