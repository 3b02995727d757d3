"""The pack without the words of dying: nothing else is changed, and all comes with opening."""

import pytest

from spinecounsel.content.checks.dying import DYING
from spinecounsel.content.citation import citation
from spinecounsel.content.closing import SURVIVAL, as_opened
from spinecounsel.content.score import GRADE_SCALES, SINS
from tests.helpers.packs import shipped_pack

DEATH = "treatment-death"


def test_shut_sources_keep_all_but_their_titles():
    whole, shut = shipped_pack(), as_opened(shipped_pack(), ())
    hidden = {ident for ident, each in whole.sources.items() if each.sensitive_title}
    assert hidden
    for ident, source in whole.sources.items():
        now = shut.sources[ident]
        assert not DYING.search(citation(now))
        assert (now.title == source.title) is (ident not in hidden)
        assert (now.authors, now.journal, now.year, now.doi, now.pmid) == (
            source.authors,
            source.journal,
            source.year,
            source.doi,
            source.pmid,
        )


def test_shut_concepts_and_their_estimates_are_named_without_words_of_dying():
    shut = as_opened(shipped_pack(), ())
    for concept in shut.concepts:
        assert not DYING.search(f"{concept.label} {concept.question}")
    for estimate in shut.estimates.values():
        assert not DYING.search(estimate.title)
        assert not estimate.sensitive_plain + estimate.sensitive_caution


@pytest.mark.parametrize("ident", [SINS, *GRADE_SCALES])
def test_shut_scores_keep_every_grade(ident):
    whole, shut = shipped_pack().scores[ident], as_opened(shipped_pack(), ()).scores[ident]
    assert [each.id for each in shut.level] == [each.id for each in whole.level]
    texts = [shut.not_for, *(each.text for each in shut.note)]
    texts += [f"{each.label} {each.definition} {each.plain}" for each in shut.level]
    assert not DYING.search("\n".join(texts))


def test_one_concept_opens_only_its_own_words():
    opened = as_opened(shipped_pack(), (DEATH,))
    whole = shipped_pack()
    assert opened.concept(DEATH) == whole.concept(DEATH)
    assert opened.concept(SURVIVAL).label == whole.concept(SURVIVAL).closed_label
    assert not any(each.sensitive_plain for each in opened.estimates.values())


def test_with_all_open_nothing_is_missing():
    whole, opened = shipped_pack(), as_opened(shipped_pack(), (SURVIVAL, DEATH))
    assert (opened.sources, opened.concepts) == (whole.sources, whole.concepts)
    for ident, estimate in whole.estimates.items():
        now = opened.estimates[ident]
        assert (now.title, now.sensitive_plain) == (estimate.title, estimate.sensitive_plain)
        assert estimate.sensitive_caution in now.caution
        assert estimate.caution in now.caution
    assert whole.scores[SINS].sensitive_not_for in opened.scores[SINS].not_for
    assert opened.scores[SINS].note == whole.scores[SINS].note
