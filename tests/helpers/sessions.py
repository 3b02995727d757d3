"""A session for tests of wirings: a consultation has begun, and its drafts wait in memory."""

from PySide6.QtWidgets import QWidget

from spinecounsel.discussion import moves
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import CLINICIAN, PATIENT
from ui.session import Session
from ui.widgets.slices import Slices


class Shelf:
    """A cabinet that is closed: drafts wait in memory; pages are those of a clinician."""

    is_open = False

    def may(self, _act):
        return True


def begun_session(clock, *, case=None, options=(), shelf=None):
    """Give a session that has begun; with ``case``, the patient is described and options chosen."""
    ids = iter(f"id-{n}" for n in range(9))
    made = Session(shipped_pack(), shelf or Shelf(), clock, ids.__next__)
    made.begin(CLINICIAN)
    if case is not None:
        made.change(moves.describing, patient=PATIENT, case=case)
    for option in options:
        made.change(moves.choosing, option, chosen=True)
    return made


def shown_page(qtbot, wiring, session, *, size=(1138, 624)):
    """Show the page of ``wiring`` and keep it fresh after every change."""
    qtbot.addWidget(wiring.page)
    session.changed.connect(wiring.show)
    wiring.show()
    wiring.page.resize(*size)
    with qtbot.waitExposed(wiring.page):
        wiring.page.show()
    make_whole(wiring.page)
    return wiring.page


def make_whole(page):
    """Make at once what a page makes in idle time, but not the page that comes after it."""
    for each in page.findChildren(Slices):
        if isinstance(each.parent(), QWidget):
            each.finish()
