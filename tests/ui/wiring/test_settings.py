"""The settings at the screen of the vault, with a real one: saved as they are left, or refused."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from tests.helpers import records
from tests.helpers.logos import clinic, drawn
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.theme.theme import theme
from ui.widgets.text import Text


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with the settings of its vault in sight."""
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        made.desk.start()
        made.window.resize(1366, 768)
        made.window.show()
        unlock(made)
        show(made)
        yield made


def unlock(program):
    program.window.findChild(QLineEdit, "unlock.passphrase").setText(PASSPHRASE)
    program.window.findChild(QWidget, "unlock.go").click()
    settle(program)


def show(program):
    program.desk.vault.open()
    program.desk.vault.show_section("settings")
    settle(program)


def settle(program):
    for _ in range(8):
        program.session.cabinet.worker.settle()


def part(program, name, kind=QLineEdit):
    return program.window.findChild(kind, f"vault.settings.{name}")


def write(program, name, text):
    """Write into a field and go on to the next with Enter."""
    edit = part(program, name)
    edit.setText(text)
    edit.textEdited.emit(text)
    edit.returnPressed.emit()
    settle(program)


def choose_logo(program, path):
    part(program, "clinic.logo.choose", QPushButton).click()
    dialog = program.window.findChild(QFileDialog, "clinic.logo.chosen")
    dialog.fileSelected.emit(str(path))
    dialog.close()
    settle(program)


def words(program):
    section = program.window.findChild(QWidget, "vault.settings")
    return "\n".join(text.text() for text in section.findChildren(Text) if text.isVisible())


def banner(program):
    return [text.text() for text in program.window.banner.findChildren(Text) if text.isVisible()]


def test_what_is_written_is_saved_when_the_field_is_left_and_stays(program, tmp_path):
    write(program, "clinic.name", clinic().name)
    assert "Saved." in words(program)
    write(program, "confirm_after", "60")
    write(program, "jurisdiction", clinic().jurisdiction)
    (tmp_path / "logo.png").write_bytes(drawn())
    choose_logo(program, tmp_path / "logo.png")
    assert program.session.clinic == clinic()
    assert clinic().name in banner(program)
    program.desk.lock()
    settle(program)
    assert program.session.clinic != clinic()
    assert clinic().name not in banner(program)
    unlock(program)
    assert program.session.clinic == clinic()
    show(program)
    assert part(program, "confirm_after").text() == "60"
    part(program, "clinic.logo.remove", QPushButton).click()
    settle(program)
    assert program.session.clinic == clinic(logo=b"")


def test_what_cannot_be_set_is_told_and_changes_nothing(program, tmp_path):
    write(program, "idle", "45")
    assert "Write a whole number from 1 to 30. What was set before stays." in words(program)
    assert part(program, "idle").text() == "45"
    assert "from 1 to 30" in program.window.foot._status.text()  # which is read out
    assert program.desk.house.settings.idle_minutes == 5
    write(program, "confirm_after", "60")
    assert "number from 1 to 30" in words(program)  # it is still wrong
    write(program, "idle", "5")
    assert "number from 1 to 30" not in words(program)
    (tmp_path / "logo.png").write_bytes(drawn()[:300])
    choose_logo(program, tmp_path / "logo.png")
    assert "This picture is broken" in words(program)
    program.desk.vault.show_section("keeping")
    show(program)
    assert "This picture is broken" not in words(program)


def test_what_is_wrong_when_one_goes_elsewhere_is_named_there(program):
    edit = part(program, "idle")
    edit.setFocus()
    edit.setText("99")
    program.window.findChild(QWidget, "frame.library").click()
    settle(program)
    assert program.window.screen_name == "library"
    assert program.window.foot._status.text() == (
        "Minutes until the vault locks itself: stays at 5. Write a whole number from 1 to 30."
    )


def test_letters_that_the_paper_lacks_are_named_as_they_are_typed(program):
    edit = part(program, "clinic.name")
    edit.setText("クリ")
    edit.textEdited.emit("クリ")
    assert "The paper cannot show" in words(program)


def test_what_is_sealed_from_then_on_names_the_clinic(program):
    write(program, "clinic.name", clinic().name)
    named = []
    finish = program.session.finish

    class Sitting:
        def finish(self, signatures, house):
            named.append(house)
            return records.given(clinic=house)

    program.session._sitting = Sitting()
    finish(())
    settle(program)
    assert [house.name for house in named] == [clinic().name]


def test_the_rule_on_keeping_is_set_in_one_place_only(program):
    assert "There is no rule on how long consultations are kept." in words(program)
    part(program, "keeping", QPushButton).click()
    settle(program)
    assert program.window.findChild(QLineEdit, "vault.keeping.years").isVisible()


def test_text_size_changes_for_the_whole_program(program):
    part(program, "text_larger", QPushButton).click()
    assert theme().text_scale == 1.25


def test_who_does_not_keep_the_vault_is_not_offered_them(program, monkeypatch):
    tab = program.window.findChild(QPushButton, "vault.section.settings")
    assert tab.isVisible()
    monkeypatch.setattr(program.session.cabinet, "may", lambda act: act != "keep vault")
    program.desk.vault.show_rights()
    assert not tab.isVisible()
