import pytest

from spinecounsel.content.checks.words import ONE_IN_X
from spinecounsel.content.loader import load_pack
from spinecounsel.errors import ContentProblem
from tests.helpers.packs import tiny_folder


def refused(folder) -> ContentProblem:
    with pytest.raises(ContentProblem) as caught:
        load_pack(folder)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "About 1 in 20 people fell.",
        "It is one in ten.",
        "It is 9 in 10 or more.",
        "It was 3 out of 4 people.",
        "It was one out of every 266.",
        "Two in three people had it.",
    ],
)
def test_one_in_x_is_found(text):
    assert ONE_IN_X.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "About 5 in 100 people fell.",
        "About 5 in every 1,000 people fell.",
        "Fewer than one new case among 100,000 people.",
        "It was 3 of 38 people.",
        "It fell by 3 points out of 10.",
        "They took 30 Gy in 10 treatments, 5 in 7 days.",
    ],
)
def test_people_out_of_a_hundred_are_let_through(text):
    assert not ONE_IN_X.search(text)


@pytest.mark.parametrize(
    ("file", "old", "new", "table", "field"),
    [
        (
            "beam",
            "With watching it was 57 in 100.",
            "That is 1 in 3.",
            "estimate beam-walk",
            "plain",
        ),
        (
            "beam",
            "With watching it was 57 in 100.",
            "Falls were rare.",
            "estimate beam-walk",
            "plain",
        ),
        (
            "beam",
            "With watching it was 57 in 100.",
            "They often fell.",
            "estimate beam-walk",
            "plain",
        ),
        (
            "beam",
            "With watching it was 57 in 100.",
            "It helps 2 times more.",
            "estimate beam-walk",
            "plain",
        ),
        (
            "beam",
            "With watching it was 57 in 100.",
            "You should have it.",
            "estimate beam-walk",
            "plain",
        ),
        ("beam", 'title = "Late harm"', 'title = "Rare late harm"', "estimate beam-harm", "title"),
        (
            "concepts",
            "Not known for your type",
            "Not known, but rare, for your type",
            "gap watch-harm",
            "plain",
        ),
        (
            "concepts",
            "Could waiting harm me?",
            "Could 1 in 3 be harmed?",
            "gap watch-harm",
            "question",
        ),
        ("concepts", 'label = "Walking"', 'label = "Common walks"', "concept walk", "label"),
        ("watch", "Scans are done", "Scans are commonly done", "fact 2", "text"),
        ("watch", "Scans are done", "Scans help 30 in 100 and are done", "fact 2", "text"),
        ("watch", "Scans are done", "Your scans are done", "fact 2", "text"),
        ("watch", "may just be watched.", "is recommended for watching.", "rule 1", "reason"),
        ("glossary", "Rays that", "Uncommon rays that", "glossary Beam", "plain"),
        (
            "pathways",
            "The tumour is watched.",
            "We recommend to watch.",
            "pathway watch-then-beam",
            "text",
        ),
        ("general", "New weak legs", "Rarely, weak legs", "general 1", "text"),
        ("questions", "How long does it take?", "Is it rare?", "question Is it rare?", "text"),
        ("values", "as long as I can.", "in 9 out of 10 people.", "value walk", "text"),
        (
            "context",
            "Half of the people lived",
            "As 1 in 2 do, people lived",
            "estimate course",
            "plain",
        ),
    ],
)
def test_words_that_mislead_are_refused(tmp_path, file, old, new, table, field):
    error = refused(tiny_folder(tmp_path, **{file: (old, new)}))
    assert error.table.startswith(table)
    assert error.field == field


def test_a_frequency_word_may_stand_with_its_number(tmp_path):
    text = "This is common: it was 57 in 100 with watching."
    folder = tiny_folder(tmp_path, beam=("With watching it was 57 in 100.", text))
    assert load_pack(folder).estimates["beam-walk"].plain.endswith(text)


def test_facts_may_speak_to_the_reader_only_to_warn_or_to_ask(tmp_path):
    folder = tiny_folder(
        tmp_path,
        watch=('kind = "what-happens"\ntext = "Scans', 'kind = "red-flag"\ntext = "Your scans'),
    )
    assert refused(folder).field == "fact"  # no what-happens left, but no word against "your"
