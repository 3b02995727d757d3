import pytest

from spinecounsel.case.case import Case
from spinecounsel.content.model import TumourClass
from spinecounsel.viewing.answers import NO, NOT_KNOWN, YES
from spinecounsel.viewing.case_findings import STATED, finding_questions, histologies_of
from tests.helpers.packs import shipped_pack

MARKERS = {"egfr-change", "pd-l1-high", "castration-resistant", "after-docetaxel"}


@pytest.fixture
def pack():
    return shipped_pack()


def asked(pack, case):
    return {each.field.removeprefix("finding.") for each in finding_questions(pack, case)}


def of(tumour_class, histology="", **more):
    return Case(tumour_class=tumour_class, histology=histology, **more)


def test_all_that_can_be_stated_are_words_of_the_pack(pack):
    assert set(STATED) <= set(pack.conditions)


def test_markers_of_a_cancer_are_asked_only_with_that_cancer(pack):
    metastatic = TumourClass.METASTATIC
    assert asked(pack, of(metastatic, "lung")) & MARKERS == {"egfr-change", "pd-l1-high"}
    prostate = asked(pack, of(metastatic, "prostate"))
    assert prostate & MARKERS == {"castration-resistant", "after-docetaxel"}
    assert not asked(pack, of(metastatic, "breast")) & MARKERS
    assert not asked(pack, of(TumourClass.INTRADURAL_EXTRAMEDULLARY, "meningioma")) & MARKERS


@pytest.mark.parametrize(
    ("case", "finding"),
    [
        (of(TumourClass.INTRAMEDULLARY, "ependymoma"), "nf2"),
        (of(TumourClass.INTRAMEDULLARY), "cannot-be-removed"),
        (of(TumourClass.PRIMARY_BONE, "chordoma"), "one-piece-removal"),
        (of(TumourClass.METASTATIC), "painful-fracture"),
        (of(TumourClass.METASTATIC), "not-radiosensitive"),
        (of(TumourClass.INTRADURAL_EXTRAMEDULLARY, "meningioma"), "partly-removed"),
    ],
)
def test_a_finding_that_changes_something_is_asked(pack, case, finding):
    assert finding in asked(pack, case)


def test_without_a_class_only_what_matters_to_every_class_is_asked(pack):
    assert "nf2" not in asked(pack, Case())
    assert "nerve-pain" in asked(pack, Case())


def test_what_was_stated_stays_in_sight(pack):
    case = of(TumourClass.INTRADURAL_EXTRAMEDULLARY, present=("pd-l1-high",), absent=("nf2",))
    chosen = {each.field: each.chosen for each in finding_questions(pack, case)}
    assert chosen["finding.pd-l1-high"] == YES
    assert chosen["finding.nf2"] == NO
    assert chosen["finding.nerve-pain"] == NOT_KNOWN


def test_histologies_are_those_of_the_class(pack):
    assert histologies_of(pack, TumourClass.METASTATIC) == (
        "breast",
        "lung",
        "neuroblastoma",
        "prostate",
    )
    assert histologies_of(pack, None) == pack.histologies


def test_what_the_level_settles_is_not_asked():
    def fields(*levels):
        case = Case(tumour_class=TumourClass.METASTATIC, levels=levels)
        return {each.field for each in finding_questions(shipped_pack(), case)}

    assert "finding.neck-or-chest-field" in fields()
    assert "finding.neck-or-chest-field" in fields("T12", "L1")
    assert "finding.neck-or-chest-field" not in fields("T10")
