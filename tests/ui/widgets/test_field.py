import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.field import LettersLine, LineField, NoteField, PickField, ProblemLine

LANGUAGES = [("en", "English"), ("el", "Greek")]


@pytest.fixture
def shown(qtbot):
    """Give a function that shows a field with something to go to."""
    windows = []

    def show(field):
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        column.addWidget(field)
        column.addWidget(QLineEdit(objectName="elsewhere"))
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        field.edit.setFocus()
        return window

    return show


def leave(window):
    window.findChild(QLineEdit, "elsewhere").setFocus()


@pytest.mark.parametrize("make", [LineField, NoteField])
def test_what_is_being_written_is_not_replaced(make, shown, qtbot):
    field = make("Name", "x.name")
    window = shown(field)
    qtbot.keyClicks(field.edit, "Ada ")
    field.show_words("Ada")
    assert field.text() == "Ada "
    leave(window)
    field.show_words("Ada")
    assert field.text() == "Ada"


@pytest.mark.parametrize("make", [LineField, NoteField])
def test_a_problem_waits_until_the_field_is_left(make, shown, qtbot):
    field = make("Name", "x.name")
    window = shown(field)
    with qtbot.waitSignal(field.written):
        qtbot.keyClicks(field.edit, "A")
    field.show_words("A", problem="Too short.")
    assert problem_of(field) is None
    with qtbot.waitSignal(field.left):
        leave(window)
    assert problem_of(field).words() == "Too short."
    assert field.edit.accessibleDescription() == "Too short."


def problem_of(field):
    return field.findChild(ProblemLine)


def test_a_problem_that_is_cured_goes_at_once(shown, qtbot):
    field = LineField("Name", "x.name")
    field.show_words("", problem="Write a name.")
    shown(field)
    assert problem_of(field).isVisible()
    field.show_words("Ada", remark="Fine.")
    assert problem_of(field).words() == "Fine."


def test_a_remark_is_read_while_writing(shown):
    field = LineField("Born", "x.born")
    shown(field)
    field.show_words("14.3.1958", remark="68 years old")
    assert problem_of(field).words() == "68 years old"


def test_tab_leaves_a_note(shown, qtbot):
    field = NoteField("Notes", "x.notes")
    window = shown(field)
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert window.findChild(QLineEdit, "elsewhere").hasFocus()
    assert field.text() == ""


def test_picking_carries_the_key(shown, qtbot):
    field = PickField("Language", "x.language", LANGUAGES)
    shown(field)
    with qtbot.waitSignal(field.chosen) as picked:
        qtbot.keyClick(field.edit, Qt.Key.Key_G)
    assert picked.args == ["el"]


def test_a_free_list_takes_other_words(shown, qtbot):
    field = PickField("Language", "x.language", LANGUAGES, free=True)
    shown(field)
    box = field.findChild(QComboBox)
    box.lineEdit().selectAll()
    with qtbot.waitSignals([field.written] * 3):
        qtbot.keyClicks(box.lineEdit(), "Ewe")
    assert field.text() == "Ewe"


def test_the_wheel_changes_nothing_on_a_page_that_scrolls(shown):
    field = PickField("Language", "x.language", LANGUAGES)
    shown(field)
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own order
    )
    QApplication.sendEvent(field.edit, turned)
    assert field.text() == "English"


@pytest.mark.parametrize("make", [LineField, NoteField])
def test_a_letter_that_the_paper_cannot_show_is_named_as_it_is_typed(make, shown, qtbot):
    field = make("Name", "x.name")
    shown(field)
    qtbot.keyClicks(field.edit, "Ada ")
    assert letters(field) == ""
    with qtbot.waitSignal(field.written):
        commit(field.edit, "🫀 é")
    assert "The paper cannot show “🫀” (U+1FAC0)." in letters(field)
    assert field.edit.accessibleDescription() == letters(field)
    assert not field.edit.property("state"), "it is no mistake"
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "Ada")
    assert letters(field) == ""
    assert field.edit.accessibleDescription() == ""


def test_it_is_named_in_what_a_draft_brings_and_beside_a_problem(shown):
    field = LineField("Name", "x.name")
    leave(shown(field))
    field.show_words("a 🫀", problem="Too short.")
    assert "“🫀”" in letters(field)
    assert field.edit.accessibleDescription() == f"{letters(field)} Too short."
    field.show_words("a")
    assert (letters(field), field.edit.accessibleDescription()) == ("", "")


def test_what_stands_on_no_paper_may_hold_any_letter(shown):
    field = LineField("Passphrase", "x.secret", on_paper=False)
    shown(field)
    commit(field.edit, "🫀")
    assert letters(field) == ""


def test_what_is_picked_from_a_list_takes_the_place_of_what_was_written(shown):
    field = PickField("Language", "x.language", LANGUAGES, free=True)
    shown(field)
    commit(field.edit.lineEdit(), "🫀")
    field.written.emit(field.text())
    assert "“🫀”" in letters(field)
    field.edit.activated.emit(0)
    assert letters(field) == ""


def letters(field):
    line = field.findChild(LettersLine)
    return line.words() if line is not None and line.isVisible() else ""


def commit(edit, text):
    """Write what has no key, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(edit, event)
