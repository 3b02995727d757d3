"""Who signs in: a name that the paper cannot show is named before it stands in any record."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.dialogs.clinician import ClinicianDialog
from ui.widgets.field import LettersLine


@pytest.fixture
def given():
    return []


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window, given):
    made = ClinicianDialog(window, ("Dr Ada", "Surgeon"), lambda *who: given.append(who), list)
    made.show()
    return made


def use(dialog):
    return dialog.findChild(QPushButton, "clinician.use")


def test_a_name_is_asked_for_and_handed_on(dialog, given):
    name, _role = dialog.fields
    name.setText("  ")
    assert not use(dialog).isEnabled()
    name.setText(" Dr Bo ")
    use(dialog).click()
    assert given == [("Dr Bo", "Surgeon")]


def test_letters_that_no_paper_can_show_are_named_at_once_and_kept_out(dialog, given):
    name, role = dialog.fields
    line = dialog.findChild(LettersLine)
    assert not line.isVisible()
    for field in (name, role):
        before = field.text()
        field.setText("\U0001fac0")
        assert "U+1FAC0" in line.words()
        assert line.isVisible()
        assert line.height() >= line.heightForWidth(line.width())
        assert not use(dialog).isEnabled()
        field.setText(before)
    assert not line.isVisible()
    assert use(dialog).isEnabled()
