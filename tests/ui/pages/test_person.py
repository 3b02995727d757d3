import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from spinecounsel.case.patient import Patient
from spinecounsel.discussion.discussion import Discussion, PackStamp
from spinecounsel.discussion.people import (
    Attendee,
    AttendeeRole,
    Capacity,
    Clinician,
    DecisionRole,
    Mode,
    Preferences,
    Referrer,
    Representative,
)
from spinecounsel.viewing.person import person_view
from tests.helpers.keys import tabbed
from tests.helpers.sessions import make_whole
from ui.pages.person.page import PersonPage
from ui.widgets.text import Text

TODAY = dt.date(2026, 11, 24)
NIKOS = Attendee(name="Nikos", role=AttendeeRole.INTERPRETER, language="Greek", mode=Mode.VIDEO)
LEA = Attendee(name="Lea", role=AttendeeRole.RELATIVE)


def view(left=(), typed_born=None, **more):
    talk = Discussion(
        id="one",
        started=dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC),
        pack=PackStamp(id="p", version="1", sha256="0"),
        clinician=Clinician(name="Dr Ada Beispiel"),
        **more,
    )
    return person_view(talk, today=TODAY, typed_born=typed_born, left=frozenset(left))


@pytest.fixture
def page(qtbot):
    made = PersonPage()
    made.show_view(view())
    make_whole(made)
    qtbot.addWidget(made)
    made.resize(1138, 624)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def find(page, name, kind=QWidget):
    found = page.findChild(kind, f"person.{name}")
    assert found is not None, name
    return found


def says(page, sentence):
    return any(each.text() == sentence and each.isVisible() for each in page.findChildren(Text))


def test_every_control_has_names(page):
    page.show_view(
        view(
            present=(NIKOS, LEA),
            capacity=Capacity(assessed=True),
            representative=Representative(name="Lea"),
        )
    )
    kinds = QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox
    seen = [each for each in page.findChildren(QWidget) if isinstance(each, kinds)]
    for control in [each for each in seen if each.isVisible() and _is_ours(each)]:
        assert control.objectName().startswith("person."), control
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name, control.objectName()


def _is_ours(control):
    inside = control.parentWidget()
    return not isinstance(inside, QComboBox | QLineEdit)


@pytest.mark.parametrize("field", ["name", "born", "number"])
def test_each_letter_of_the_identity_is_said(page, qtbot, field):
    with qtbot.waitSignal(page.written) as written:
        qtbot.keyClicks(find(page, field, QLineEdit), "7")
    assert written.args == [field, "7"]


def test_leaving_a_field_is_said_and_shows_what_is_wrong(page, qtbot):
    find(page, "name").setFocus()
    page.show_view(view(left=["name"]))
    problem = view(left=["name"]).name.problem
    assert not says(page, problem)
    with qtbot.waitSignal(page.left) as left:
        find(page, "number").setFocus()
    assert left.args == ["name"]
    assert says(page, problem)


def test_a_name_of_300_letters_is_shown_whole_with_a_sentence(page):
    find(page, "number").setFocus()  # what is being written is never replaced
    page.show_view(view(patient=Patient(name="n" * 300)))
    assert find(page, "name", QLineEdit).text() == "n" * 300
    assert says(page, view(patient=Patient(name="n" * 300)).name.problem)


def test_a_date_is_read_back_while_it_is_written(page):
    find(page, "born").setFocus()
    page.show_view(view(patient=Patient(name="A", born=dt.date(1958, 3, 14))))
    assert says(page, "68 years old")
    assert find(page, "born", QLineEdit).text() == ""
    find(page, "number").setFocus()
    page.show_view(view(patient=Patient(name="A", born=dt.date(1958, 3, 14))))
    assert find(page, "born", QLineEdit).text() == "14 March 1958"


def test_a_language_is_picked_or_written(page, qtbot):
    box = find(page, "language", QComboBox)
    with qtbot.waitSignal(page.written) as written:
        box.activated.emit(box.findText("Greek"))
    assert written.args == ["language", "Greek"]
    box.lineEdit().selectAll()
    with qtbot.waitSignal(page.written) as written:
        qtbot.keyClick(box.lineEdit(), Qt.Key.Key_E)
    assert written.args[0] == "language"


def test_the_referring_doctor_is_shown_and_said(page, qtbot):
    doctor = Referrer(name="Dr Max Muster", practice="1 Sample Street\nSampletown")
    page.show_view(view(referrer=doctor))
    assert find(page, "referrer.practice", QPlainTextEdit).toPlainText() == doctor.practice
    with qtbot.waitSignal(page.referrer_written) as written:
        qtbot.keyClicks(find(page, "referrer.name", QLineEdit), "x")
    assert written.args == ["name", "xDr Max Muster"]
    find(page, "referrer.practice").setFocus()
    with qtbot.waitSignal(page.referrer_written) as written:
        qtbot.keyClicks(find(page, "referrer.practice"), "A")
    assert written.args == ["practice", f"A{doctor.practice}"]


def test_a_person_is_added_and_has_the_focus(page, qtbot):
    find(page, "add").setFocus()
    with qtbot.waitSignal(page.person_added):
        qtbot.keyClick(find(page, "add"), Qt.Key.Key_Space)
    newcomer = Attendee(name="", role=AttendeeRole.RELATIVE)
    page.show_view(view(present=(newcomer,)))
    assert find(page, "present.0.name").hasFocus()
    assert not says(page, "Write a name, or remove this row.")


def test_tab_goes_from_above_downwards_whatever_was_made_when(qtbot):
    window, page = QWidget(), PersonPage()
    page.show_view(view())
    page.setParent(window)
    rail = QPushButton("Rail", window, objectName="rail")  # made before what stands below
    page.show_view(view(present=(NIKOS,)))
    make_whole(page)
    page.show_view(view(present=(NIKOS, LEA), capacity=Capacity(assessed=True)))
    qtbot.addWidget(window)
    window.resize(1138, 2000)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    names = tabbed(find(page, "name", QLineEdit))
    order = (
        "person.name",
        "person.prognosis.declines",
        "person.present.0.name",
        "person.present.0.remove",
        "person.present.1.name",
        "person.present.1.remove",
        "person.add",
        "person.referrer.name",
        "person.referrer.practice",
        "person.capacity.way.presumed",
        "person.capacity.understand.yes",
        "person.capacity.communicate.no",
        "person.capacity.note",
        "person.representative.add",
        rail.objectName(),
    )
    assert [each for each in names if each in order] == list(order)


def test_what_is_said_of_a_person_names_the_row(page, qtbot):
    page.show_view(view(present=(LEA, NIKOS)))
    with qtbot.waitSignal(page.person_written) as written:
        qtbot.keyClicks(find(page, "present.1.name", QLineEdit), "x")
    assert written.args == [1, "name", "xNikos"]
    with qtbot.waitSignal(page.person_written) as written:
        qtbot.keyClick(find(page, "present.0.role"), Qt.Key.Key_N)
    assert written.args == [0, "role", "nurse"]
    with qtbot.waitSignal(page.person_removed) as removed:
        find(page, "present.1.remove").click()
    assert removed.args == [1]
    page.show_view(view(present=(LEA,)))
    assert page.findChild(QWidget, "person.present.1.name") is None


def test_only_an_interpreter_is_asked_for_a_language(page, qtbot):
    page.show_view(view(present=(LEA, NIKOS)))
    assert not find(page, "present.0.language").isVisible()
    qtbot.waitUntil(find(page, "present.1.language").isVisible)


def test_a_wish_is_said(page, qtbot):
    with qtbot.waitSignal(page.wished) as wished:
        qtbot.mouseClick(find(page, "role.share"), Qt.MouseButton.LeftButton)
    assert wished.args == ["role", "share"]
    page.show_view(view(preferences=Preferences(role=DecisionRole.SHARE)))
    assert find(page, "role.share").isChecked()


def test_the_four_parts_of_capacity_come_with_an_assessment(page, qtbot):
    assert page.findChild(QWidget, "person.capacity.weigh.no") is None
    with qtbot.waitSignal(page.capacity_answered) as answered:
        find(page, "capacity.way.assessed").click()
    assert answered.args == ["way", "assessed"]
    page.show_view(view(capacity=Capacity(assessed=True)))
    with qtbot.waitSignal(page.capacity_answered) as answered:
        find(page, "capacity.weigh.no").click()
    assert answered.args == ["weigh", "no"]
    page.show_view(view(capacity=Capacity(assessed=True, weigh=False)))
    assert find(page, "representative.name").isVisible()
    page.show_view(view())
    assert not find(page, "capacity.weigh.no").isVisible()


def test_a_representative_is_added_written_and_removed(page, qtbot):
    with qtbot.waitSignal(page.representative_added):
        find(page, "representative.add").click()
    page.show_view(view(representative=Representative(name="")))
    assert find(page, "representative.name").hasFocus()
    with qtbot.waitSignal(page.representative_written) as written:
        qtbot.keyClicks(find(page, "representative.relation"), "s")
    assert written.args == ["relation", "s"]
    with qtbot.waitSignal(page.representative_removed):
        find(page, "representative.remove").click()
