"""The dialog that asks for a site's own certificate."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from tests.helpers.layout import faults
from ui.dialogs.site_key import SiteKeyDialog
from ui.theme.theme import theme
from ui.widgets.text import Text


@pytest.fixture
def given():
    return []


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, window, given):
    yield opened(qtbot, window, given)
    for each in window.findChildren(SiteKeyDialog):
        each.reject()


def opened(qtbot, window, given):
    made = SiteKeyDialog(window, lambda *file: given.append(file), lambda *t: given.append(t))
    with qtbot.waitActive(made):
        made.open()
    return made


def part(dialog, name, kind=QPushButton):
    return dialog.findChild(kind, f"site.{name}")


def write(dialog, **words):
    for name, text in words.items():
        part(dialog, name, QLineEdit).setText(text)


def words(dialog):
    return " ".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def test_it_says_what_changes_and_whose_certificate_it_should_be(dialog):
    assert "Those sealed before are still recognised." in words(dialog)
    assert "the clinic’s own certificate authority" in words(dialog)


def test_a_file_and_its_password_are_handed_on(qtbot, dialog, given):
    assert not part(dialog, "use").isEnabled()
    write(dialog, file=" /there/clinic.p12 ", password=" with blanks ")  # noqa: S106
    password = part(dialog, "password", QLineEdit)
    assert password.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClick(password, Qt.Key.Key_Return)
    assert given == [(Path("/there/clinic.p12"), " with blanks ")]
    assert "Reading the file ..." in words(dialog)
    assert not part(dialog, "use").isEnabled()


def test_a_file_is_chosen(dialog):
    part(dialog, "file.choose").click()
    chooser = dialog.findChild(QFileDialog, "site.file.dialog")
    chooser.fileSelected.emit("/there/clinic.pfx")
    chooser.close()
    assert part(dialog, "file", QLineEdit).text() == "/there/clinic.pfx"


def test_a_token_needs_library_name_and_pin(dialog, given):
    part(dialog, "way.token").click()
    assert not part(dialog, "file", QLineEdit).isVisible()
    write(dialog, library="/lib/token.so", label="clinic")
    assert not part(dialog, "use").isEnabled()
    write(dialog, pin="4711")
    part(dialog, "use").click()
    assert given == [("/lib/token.so", "clinic", "4711")]
    assert "Reading the token ..." in words(dialog)


def test_what_is_wrong_is_said_and_what_was_typed_stays(dialog, given):
    write(dialog, file="/there/clinic.p12", password="wrong")  # noqa: S106
    part(dialog, "use").click()
    dialog.say_refused("The password is another one.")
    assert "The password is another one." in words(dialog)
    assert part(dialog, "file", QLineEdit).text() == "/there/clinic.p12"
    assert part(dialog, "password", QLineEdit).selectedText()
    part(dialog, "use").click()
    assert "The password is another one." not in words(dialog)
    assert len(given) == 2


def test_no_password_is_left_when_it_closes(dialog):
    write(dialog, password="secret", pin="4711")  # noqa: S106
    left = []
    secrets = [part(dialog, name, QLineEdit) for name in ("password", "pin")]
    dialog.rejected.connect(lambda: left.extend(field.text() for field in secrets))
    part(dialog, "cancel").click()
    assert left == ["", ""]


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("way", ["file", "token"])
def test_it_is_whole_and_open_to_all(qapp, qtbot, window, given, way, text_scale):
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    made = opened(qtbot, window, given)
    part(made, f"way.{way}").click()
    made.say_refused("The certificate ended on 1 November 2026. Ask for a new one.")
    qtbot.wait(1)
    assert list(faults(made)) == []
    assert made.height() <= window.height()
    made.reject()
