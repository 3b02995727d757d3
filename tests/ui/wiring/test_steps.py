"""Every step has a page."""

from spinecounsel.discussion.steps import ORDER
from ui.wiring.steps import WIRINGS


def test_every_step_of_the_consultation_has_its_wiring_in_order():
    assert tuple(WIRINGS) == ORDER
