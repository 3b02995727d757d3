"""Fixtures of the walk: a session that is at it, its wiring and page."""

import pytest
from PySide6.QtCore import Qt

from spinecounsel.discussion import moves
from spinecounsel.discussion.people import Clinician
from tests.helpers.packs import shipped_pack
from tests.helpers.sessions import Shelf
from tests.helpers.talks import METASTASIS, OPTIONS, PATIENT
from ui.session import Session
from ui.wiring.walk import WalkWiring


@pytest.fixture
def session(qtbot, clock):
    ids = (f"id-{number}" for number in range(99))
    made = Session(shipped_pack(), Shelf(), clock, lambda: next(ids))
    made.begin(Clinician(name="Dr Ada Beispiel"))
    made.change(moves.describing, patient=PATIENT, case=METASTASIS)
    for option in OPTIONS:
        made.change(moves.choosing, option, chosen=True)
    made.act(made.sitting.go_to, "walk")
    return made


@pytest.fixture
def wiring(qtbot, session):
    made = WalkWiring(session)
    qtbot.addWidget(made.page)
    session.changed.connect(made.show)
    made.show()
    made.page.resize(1138, 624)
    with qtbot.waitActive(made.page):
        made.page.show()
        made.page.activateWindow()
    made.page.initial_focus().setFocus(Qt.FocusReason.TabFocusReason)
    return made


@pytest.fixture
def page(wiring):
    return wiring.page
