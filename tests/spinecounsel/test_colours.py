import pytest

from spinecounsel.colours import SCHEMES, channels, load_scheme
from tests.helpers.contrast import contrast


def demands():
    for name in SCHEMES:
        scheme = load_scheme(name)
        for role, demand in scheme.contrast.items():
            for ground in demand.on:
                yield pytest.param(scheme, role, ground, demand.least, id=f"{name}-{role}-{ground}")


@pytest.mark.parametrize(("scheme", "role", "ground", "least"), list(demands()))
def test_every_role_can_be_read_on_its_grounds(scheme, role, ground, least):
    assert contrast(scheme.role[role], scheme.role[ground]) >= least


def test_every_scheme_has_the_same_roles():
    roles = [set(load_scheme(name).role) for name in SCHEMES]
    assert roles.count(roles[0]) == len(SCHEMES)


def test_text_and_benefit_and_risk_have_demands_in_every_scheme():
    for name in SCHEMES:
        assert {"ink", "ink2", "action", "benefit", "risk", "edge"} <= set(
            load_scheme(name).contrast
        )


def test_black_on_white_is_the_most_there_is():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert channels("#0B5558") == (11, 85, 88)
