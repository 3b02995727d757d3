"""The page on which people sign, for a talk that is complete, and the hands that sign on it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision
from spinecounsel.discussion.discussion import MarkState
from tests.helpers.clock import START
from tests.helpers.sessions import begun_session
from tests.helpers.talks import METASTASIS, OPTIONS
from ui.widgets.text import Text
from ui.wiring.sign import SignWiring


class Shelf:
    """A cabinet whose answers the test gives by hand."""

    is_open = False

    def __init__(self):
        self.passphrases, self.records = [], []
        self.rights = {"sign"}

    def may(self, act):
        return act in self.rights

    def confirm(self, passphrase, *, done, failed):
        self.passphrases.append(passphrase)
        self.known, self.unknown = done, failed

    def file(self, record, *, done, failed):
        self.records.append(record)
        self.failed = failed


def session_to_sign(clock, shelf):
    """A session in which all was gone through and decided."""
    made = begun_session(clock, case=METASTASIS, options=OPTIONS, shelf=shelf)
    fits = made.sitting.applicable
    for option in fits.options:
        if fits.is_usual(option) and option not in OPTIONS:
            made.change(moves.leaving_out, option, "Talked about at an earlier visit")
    for topic in made.sitting.agenda.topics:
        if topic.required:
            made.change(moves.marking, topic.key, MarkState.DISCUSSED, when=START)
    made.change(moves.deciding, Decision(consent=Consent.PROVIDED, options=OPTIONS[:1]))
    return made


def shown_to_sign(qtbot, session):
    """The wiring of the page, which is shown and kept fresh after every change."""
    made = SignWiring(session)
    qtbot.addWidget(made.page)
    session.changed.connect(made.show)
    made.show()
    made.page.resize(1138, 624)
    with qtbot.waitExposed(made.page):
        made.page.show()
    return made


def part(page, name):
    """The part of that name that can be seen: each signer has their own."""
    found = [each for each in page.findChildren(QWidget, f"sign.{name}") if each.isVisible()]
    assert len(found) == 1, (name, found)
    return found[0]


def is_there(page, name):
    return any(each.isVisible() for each in page.findChildren(QWidget, f"sign.{name}"))


def words(page):
    return " ".join(each.text() for each in page.findChildren(Text) if each.isVisible())


def draw(qtbot, page):
    pad = part(page, "pad")
    places = [(0.1, 0.7), (0.3, 0.2), (0.5, 0.7), (0.8, 0.3)]
    points = [QPoint(round(x * pad.width()), round(y * pad.height())) for x, y in places]
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(pad, point)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def type_name(qtbot, page, name):
    field = part(page, "name")
    field.setFocus()
    qtbot.keyClicks(field, name)


def sign_by_drawing(qtbot, page, role):
    part(page, f"tab.{role}").click()
    draw(qtbot, page)
    part(page, "take").click()


def both_sign(qtbot, page):
    for role in ("patient", "clinician"):
        sign_by_drawing(qtbot, page, role)


def sign_by_drawing_again(qtbot, page):
    for role in ("clinician", "patient"):
        part(page, f"tab.{role}").click()
        part(page, "clear").click()
    both_sign(qtbot, page)


def seal(qtbot, page, words_typed="four words of trial"):
    part(page, "seal").click()
    qtbot.keyClicks(part(page, "passphrase"), words_typed)
    part(page, "confirm").click()
