"""Where the patient would rather not hear of dying, no word of it is read: on screen or on paper.

The ids of concepts and the keys of topics stay in the data; no page and no document shows them.
"""

import re
from functools import cache

import msgspec
import pytest

from spinecounsel.content.checks.dying import DYING
from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed
from spinecounsel.discussion.discussion import Comparison, MarkState
from spinecounsel.discussion.people import PrognosisWish
from spinecounsel.document.composing import composed
from spinecounsel.document.reading import read
from spinecounsel.record.kinds import DocumentKind
from tests.helpers.clock import START
from tests.helpers.examples import PATHS, played
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import mark, signatures
from tests.helpers.views import strings_of, views_of

KEY = re.compile(r"[\w-]+/[\w-]+/[\w-]+/[0-9a-f]{12}")
QUESTION = "Wish: to hear length of life"
"""What the letter calls the question itself, whether one wants to know."""

NO_WORDS = {"key", "id", "estimate", "concept"}
"""Fields that hold ids."""


@cache
def shut(path, wish):
    """Give the consultation of a case in which the patient does not want to hear of dying.

    Something of it was open and marked before; every question is compared.
    """
    sitting = played(path, all_opened=True)
    sitting.change(moves.wishing, PrognosisWish.DECLINES, when=START)
    sitting.change(moves.wishing, wish, when=START)
    for topic in sitting.agenda.topics:
        if topic.closed is Closed.SENSITIVE:
            mark(sitting, topic, MarkState.SET_ASIDE)
        elif topic.required:
            mark(sitting, topic)
    concepts = tuple(each.id for each in sitting.pack.concepts)
    sitting.change(
        moves.selecting, Comparison(options=sitting.discussion.options, concepts=concepts)
    )
    return sitting


@cache
def sealed(path):
    sitting = shut(path, PrognosisWish.DECLINES)
    return sitting.finish(signatures(sitting))


def words_of(texts):
    """Give each word of dying in ``texts`` with what stands around it."""
    return [text for text in texts if DYING.search(KEY.sub("", text).replace(QUESTION, ""))]


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.mark.parametrize("wish", [PrognosisWish.DECLINES, PrognosisWish.NOT_NOW])
def test_no_page_holds_a_word_of_dying(path, wish):
    sitting = shut(path, wish)
    ids = {*(each.id for each in sitting.pack.concepts), *sitting.pack.estimates}
    for name, view in views_of(sitting):
        assert not words_of(set(strings_of(view)) - ids), name


def test_no_line_of_the_record_holds_a_word_of_dying(path):
    assert not words_of(_read_of(msgspec.to_builtins(sealed(path))))


@pytest.mark.parametrize("kind", DocumentKind)
def test_no_document_holds_a_word_of_dying(path, kind):
    passages = read(composed(sealed(path), kind))
    assert len(passages) > 20
    assert not words_of(each.text for each in passages)


def test_what_is_opened_is_said(path):
    """The same cases hold such words once all is opened, so that the tests above can fail."""
    sitting = played(path, all_opened=True)
    record = sitting.finish(signatures(sitting))
    assert words_of(_read_of(msgspec.to_builtins(record)))
    assert sitting.pack.concepts == shipped_pack().concepts


def _read_of(value):
    """Give every text of the record but ids."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in NO_WORDS or not isinstance(inner, str):
                yield from _read_of(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _read_of(inner)
