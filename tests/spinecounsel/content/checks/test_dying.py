"""Every word of dying in the pack is marked, so that it can stay shut."""

import pytest

from spinecounsel.content.checks.dying import DYING
from spinecounsel.content.loader import load_pack
from spinecounsel.errors import ContentProblem
from tests.helpers.packs import tiny_folder

UNMARKED = [
    ("beam", "had late harm.", "had late harm or died.", "plain"),
    ("beam", '"adults in one trial"', '"adults who lived a year"', "population"),
    ("beam", 'certainty_why = "one trial"', 'certainty_why = "survivors"', "certainty_why"),
    ("sources", 'title = "', 'title = "Mortality after ', "sensitive_title"),
    ("concepts", 'question = "Could it harm me later?"', 'question = "Could I die?"', "question"),
    ("concepts", 'closed_label = "How long people live"\n', "", "closed_label"),
    ("concepts", 'closed_label = "How long', 'closed_label = "Survival, how long', "closed_label"),
    ("scores", 'name = "Sins"', 'name = "Mortality score"', "name"),
]


@pytest.mark.parametrize(("file", "old", "new", "field"), UNMARKED)
def test_a_word_of_dying_that_is_not_marked_is_refused(tmp_path, file, old, new, field):
    with pytest.raises(ContentProblem) as caught:
        load_pack(tiny_folder(tmp_path, **{file: (old, new)}))
    assert caught.value.field == field


@pytest.mark.parametrize(
    "words",
    ["One died.", "one-year survival", "30-day mortality", "survivors", "Dead", "a fatal clot"],
)
def test_words_of_dying_are_known(words):
    assert DYING.search(words)


@pytest.mark.parametrize(
    "words", ["How long people live", "Risk to life", "quality of life", "a diet", "studied"]
)
def test_other_words_are_let_through(words):
    assert not DYING.search(words)
