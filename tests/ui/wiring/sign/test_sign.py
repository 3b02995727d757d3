import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Decision
from spinecounsel.discussion.understanding import SureAnswers
from spinecounsel.frozen import replaced
from spinecounsel.record.signature import Method, SignerRole
from spinecounsel.record.statements import statements
from tests.helpers.clock import START
from tests.helpers.signing import (
    both_sign,
    draw,
    is_there,
    part,
    seal,
    shown_to_sign,
    sign_by_drawing,
    type_name,
    words,
)
from tests.helpers.talks import OPTIONS
from ui.theme.theme import theme
from ui.widgets.text import Text


@pytest.fixture
def wiring(qtbot, session):
    return shown_to_sign(qtbot, session)


@pytest.fixture
def page(wiring):
    return wiring.page


def test_the_four_questions_come_before_the_signatures_and_hold_nobody_back(page, session):
    assert page.initial_focus() is part(page, "sure.sure.yes")
    part(page, "sure.sure.no").click()
    assert session.sitting.discussion.sure_again == SureAnswers(sure=False)
    assert session.sitting.discussion.sure == SureAnswers()
    assert part(page, "pad").isEnabled()
    for field in ("sure", "know", "matters", "support"):
        part(page, f"sure.{field}.yes").click()
    assert not is_there(page, "sure.sure.yes")
    assert page.initial_focus() is part(page, "tab.patient")
    assert "Four questions: 4 of 4 yes" in words(page)


def test_who_signs_for_no_treatment_is_told_which_signs_need_help(page, session):
    assert "medical help at once" not in words(page)
    session.change(moves.deciding, Decision(consent=Consent.PROVIDED, options=OPTIONS[-1:]))
    assert "medical help at once" in words(page)


def test_a_drawn_signature_is_taken_with_words_time_and_strokes(qtbot, page, session, shelf):
    assert not part(page, "take").isEnabled()
    both_sign(qtbot, page)
    assert "Dr Ada Beispiel, signed 09:30" in words(page)
    seal(qtbot, page)
    shelf.known(None)
    (record,) = shelf.records
    patient, clinician = record.signatures
    assert (patient.name, patient.role, patient.when) == (
        "Sample Patient",
        SignerRole.PATIENT,
        START,
    )
    assert patient.statements == statements(session.pack, session.sitting.discussion)
    assert patient.strokes[0].device == "mouse"
    assert patient.aspect > 1
    assert clinician.role is SignerRole.CLINICIAN


def test_nobody_can_sign_before_the_list_is_complete(qtbot, page, session):
    risk = next(each for each in session.sitting.agenda.topics if each.required)
    session.change(moves.unmarking, risk.key)
    assert "Nobody can sign yet." in words(page)
    draw(qtbot, page)
    assert not part(page, "take").isEnabled()
    assert not part(page, "without_drawing").isEnabled()
    assert not part(page, "seal").isEnabled()
    part(page, "look.options").click()
    assert session.sitting.discussion.step == "walk"


def test_what_the_paper_cannot_show_is_listed_before_anybody_signs(qtbot, page, session):
    assert part(page, "pad").isEnabled()
    said = session.sitting.discussion
    name = "Ada \U0001fac0"
    session.change(moves.describing, patient=replaced(said.patient, name=name))
    assert not part(page, "pad").isEnabled()
    qtbot.waitUntil(lambda: "A letter that the paper lacks (Person)" in words(page))
    assert "“\U0001fac0” (U+1FAC0) in “Ada \U0001fac0”" in words(page)
    session.sitting.undo()
    session.changed.emit()
    assert "paper lacks" not in words(page)
    assert part(page, "pad").isEnabled()


def test_nobody_signs_by_a_name_that_the_paper_cannot_show(qtbot, page):
    part(page, "without_drawing").click()
    for name, may_sign in (("Ada \U0001fac0", False), ("Ada", True)):
        field = part(page, "name")
        field.setText("")
        event = QInputMethodEvent()
        event.setCommitString(name)
        QApplication.sendEvent(field, event)
        assert part(page, "take").isEnabled() is may_sign
        assert ("U+1FAC0" in words(page)) is not may_sign


def test_sealing_stays_shut_until_both_have_signed(qtbot, page):
    sign_by_drawing(qtbot, page, "patient")
    assert not part(page, "seal").isEnabled()
    part(page, "next").click()
    assert "Dr Ada Beispiel" in words(page)
    draw(qtbot, page)
    part(page, "take").click()
    assert part(page, "seal").isEnabled()
    part(page, "clear").click()
    assert not part(page, "seal").isEnabled()


def test_a_name_is_typed_instead_of_drawn(qtbot, page, shelf):
    part(page, "without_drawing").click()
    assert not part(page, "take").isEnabled()
    type_name(qtbot, page, "Sample Patient")
    part(page, "take").click()
    sign_by_drawing(qtbot, page, "clinician")
    seal(qtbot, page)
    shelf.known(None)
    patient = shelf.records[0].signatures[0]
    assert (patient.name, patient.method, patient.strokes) == (
        "Sample Patient",
        Method.TYPED,
        (),
    )


def test_spoken_consent_waits_for_the_witness(qtbot, page, shelf):
    part(page, "without_drawing").click()
    part(page, "method.spoken").click()
    part(page, "take").click()
    sign_by_drawing(qtbot, page, "clinician")
    assert "needs a witness" in words(page)
    part(page, "next").click()
    draw(qtbot, page)
    assert not part(page, "take").isEnabled()
    type_name(qtbot, page, "Sam Muster")
    part(page, "take").click()
    seal(qtbot, page)
    shelf.known(None)
    roles = {each.role: (each.name, each.method) for each in shelf.records[0].signatures}
    assert roles[SignerRole.PATIENT] == ("Sample Patient", Method.SPOKEN)
    assert roles[SignerRole.WITNESS] == ("Sam Muster", Method.DRAWN)


def test_a_mark_is_drawn_and_needs_a_witness(qtbot, page):
    part(page, "without_drawing").click()
    part(page, "method.mark").click()
    assert not part(page, "take").isEnabled()
    qtbot.mouseClick(part(page, "pad"), Qt.MouseButton.LeftButton)
    part(page, "take").click()
    assert is_there(page, "tab.witness")


def test_somebody_else_can_sign_too(qtbot, page):
    part(page, "add").click()
    part(page, "add.interpreter").click()
    type_name(qtbot, page, "Nikos")
    draw(qtbot, page)
    part(page, "take").click()
    qtbot.waitUntil(lambda: "Interpreter signed, 09:30" in words(page))
    assert is_there(page, "add")


def test_a_wrong_passphrase_is_said_and_nothing_is_lost(qtbot, page, shelf):
    both_sign(qtbot, page)
    seal(qtbot, page, "wrong")
    assert "Making the paper and sealing ..." in words(page)
    assert not part(page, "confirm").isEnabled()
    shelf.unknown("That passphrase is not right.")
    assert "That passphrase is not right." in words(page)
    assert shelf.records == []
    part(page, "confirm").click()
    shelf.known(None)
    assert len(shelf.records) == 1
    field = part(page, "passphrase")
    assert isinstance(field, QLineEdit)
    assert field.text() == ""


def test_who_may_not_seal_is_told_so_at_the_top_and_nobody_signs_for_nothing(
    qtbot, wiring, page, shelf
):
    shelf.rights = set()
    wiring.show()
    assert "Your role does not let you seal a record" in words(page)
    assert "Let Dr Ada Beispiel or another clinician open this draft" in words(page)
    draw(qtbot, page)
    for name in ("take", "without_drawing", "seal"):
        assert not part(page, name).isEnabled()
    shelf.rights = {"sign"}
    wiring.show()
    assert "Your role" not in words(page)
    assert part(page, "without_drawing").isEnabled()


def test_a_clinician_who_types_another_name_has_not_signed(qtbot, page):
    sign_by_drawing(qtbot, page, "patient")
    part(page, "tab.clinician").click()
    part(page, "without_drawing").click()
    for name, may_seal in (("Nora Probe", False), ("dr ada  BEISPIEL", True)):
        type_name(qtbot, page, name)
        part(page, "take").click()
        assert part(page, "seal").isEnabled() is may_seal
        assert ("has the name Nora Probe" in words(page)) is not may_seal
        if not may_seal:
            part(page, "clear").click()


def test_ink_that_is_not_signed_yet_stays_when_another_tab_is_looked_at(qtbot, page):
    draw(qtbot, page)
    part(page, "tab.clinician").click()
    assert not part(page, "take").isEnabled()
    part(page, "tab.patient").click()
    assert part(page, "take").isEnabled()
    part(page, "clear").click()
    assert not part(page, "take").isEnabled()


def test_escape_closes_the_question_for_the_passphrase(qtbot, page):
    both_sign(qtbot, page)
    part(page, "seal").click()
    field = part(page, "passphrase")
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(field, "half")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not is_there(page, "passphrase")
    part(page, "seal").click()
    assert field.text() == ""


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_statement_is_ever_cut(qapp, qtbot, page, text_scale):
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    for method in ("", "typed", "mark", "spoken"):
        if method:
            if not is_there(page, f"method.{method}"):
                part(page, "without_drawing").click()
            part(page, f"method.{method}").click()
        qtbot.waitUntil(lambda: not cut(page))
    both = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert all(each.height() >= 44 for each in both)


def cut(page):
    return [
        each.text()
        for each in page.findChildren(Text)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]
