"""Every document is what it says it is: PDF/UA-1 and PDF/A-3a, before and after its seal."""

from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from spinecounsel.document import DocumentKind, compose
from tests.helpers import defects, records, sealed, tagged, vera
from tests.helpers.logos import clinic
from tests.helpers.odd_records import odd_records

PARTS, RECORDS = 2, 15  # in each of as many runs: thirty records for each kind of document
SEALED = 2  # of each run
# What veraPDF does not look at; the check without Java does.
NOT_SEEN = {"field outside the structure", "field without words", "content of nobody"}


def made(kind, part):
    """Documents of records of every shape, some of them sealed; the same ones each time."""
    found = {}

    @seed(part)
    @settings(
        max_examples=RECORDS,
        derandomize=False,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(odd_records())
    def collect(record):
        document = compose(record, kind)
        found[f"{len(found)}"] = document
        if len(found) <= 2 * SEALED:
            found[f"{len(found)}-sealed"] = sealed.resealed(document)

    collect()
    return found


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("kind", DocumentKind)
def test_documents_of_any_record_are_as_they_should_be(kind, part, tmp_path):
    documents = made(kind, part) | {
        "ordinary": compose(records.given(), kind),
        "of a clinic": compose(records.given(clinic=clinic()), kind),
    }
    assert len(documents) == RECORDS + SEALED + 2
    faults = {name: tagged.faults(document) for name, document in documents.items()}
    assert {name: said for name, said in faults.items() if said} == {}
    broken = vera.broken_rules(documents, tmp_path)
    assert {name: rules for name, rules in broken.items() if rules} == {}


@cache
def short():
    """The document of a shorter record, which has all kinds of elements."""
    whole = records.given()
    empty = dict.fromkeys(("values", "expectations", "understanding", "knowledge", "sure"), ())
    return compose(records.given(options=whole.options[1:2], scores=whole.scores[:1], **empty))


@pytest.mark.parametrize("defect", defects.DEFECTS)
def test_a_defect_is_seen_without_java(defect):
    assert tagged.faults(short()) == []
    assert tagged.faults(sealed.rewritten(short(), defects.DEFECTS[defect]))


def test_verapdf_sees_each_defect(tmp_path):
    planted = defects.planted(short())
    numbered = {str(number): name for number, name in enumerate(planted)}
    found = vera.broken_rules({key: planted[name] for key, name in numbered.items()}, tmp_path)
    missed = {numbered[key] for key, rules in found.items() if not rules}
    assert missed == NOT_SEEN
    assert len(planted) - len(missed) >= 20
