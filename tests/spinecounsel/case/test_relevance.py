from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.case.case import Case, Walking
from spinecounsel.case.relevance import Fit, applicable, speaks_of
from spinecounsel.content.model import ANY_CLASS, TumourClass
from spinecounsel.frozen import replaced
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import METASTASIS

PACK = shipped_pack()


def test_no_estimate_speaks_for_another_class():
    for own in (*TumourClass, None):
        fits = applicable(PACK, Case(tumour_class=own))
        for ident, fit in fits.estimates.items():
            said_of = PACK.estimates[ident].tumour_class
            if fit.fit is not Fit.DOES_NOT_FIT:
                assert ANY_CLASS in said_of or own in said_of


def test_who_cannot_walk_is_not_told_of_those_who_could():
    walker = applicable(PACK, replaced(METASTASIS, walking=Walking.ALONE))
    sitter = applicable(PACK, replaced(METASTASIS, walking=Walking.CANNOT))
    unasked = applicable(PACK, replaced(METASTASIS, walking=None))
    kept, regained = "course-walking-kept", "course-walking-regained"
    assert walker.estimates[kept].fit is not Fit.DOES_NOT_FIT
    assert walker.estimates[regained].fit is Fit.DOES_NOT_FIT
    assert walker.estimates[regained].words == ("cannot-walk",)
    assert sitter.estimates[kept].fit is Fit.DOES_NOT_FIT
    assert unasked.estimates[kept].fit is Fit.MAY_FIT


def test_an_estimate_of_one_cancer_may_fit_while_the_cancer_is_not_known():
    ident = "chemo-lung-response"
    assert applicable(PACK, METASTASIS).estimates[ident].fit is Fit.DOES_NOT_FIT
    unknown = replaced(METASTASIS, histology="")
    assert "lung" in applicable(PACK, unknown).estimates[ident].words


def test_a_usual_option_has_its_rule_and_the_rule_its_source():
    fits = applicable(PACK, METASTASIS)
    assert fits.is_usual("surgery-decompression")
    for fit in fits.options.values():
        for rule in (*fit.usual, *fit.not_usual):
            assert rule.reason
            assert rule.source in PACK.sources


def test_no_treatment_is_always_there_to_compare_with():
    assert applicable(PACK, Case()).is_usual("no-treatment")


@given(st.sampled_from([*TumourClass, None]), st.lists(st.sampled_from(PACK.conditions)))
def test_knowing_more_never_widens_what_does_not_fit_back(own, present):
    """What does not fit an open case never fits once more findings are stated."""
    bare = Case(tumour_class=own)
    told = Case(tumour_class=own, present=tuple(present))
    before, after = applicable(PACK, bare).estimates, applicable(PACK, told).estimates
    assert all(
        after[ident].fit is Fit.DOES_NOT_FIT
        for ident, fit in before.items()
        if fit.fit is Fit.DOES_NOT_FIT
    )


def test_any_speaks_of_everyone():
    assert speaks_of(("any",), None)
    assert not speaks_of(("metastatic",), None)
