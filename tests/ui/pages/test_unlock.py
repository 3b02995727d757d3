"""The first page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from spinecounsel.viewing.unlock import Way, unlock_view
from ui.pages.unlock import UnlockPage


@pytest.fixture
def page(qtbot):
    made = UnlockPage()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show_view(unlock_view(Way.UNLOCK))
    with qtbot.waitExposed(made):
        made.show()
    return made


def part(page, name, kind=QWidget):
    return page.findChild(kind, f"unlock.{name}")


def test_enter_asks_to_unlock_with_what_was_typed(qtbot, page):
    qtbot.keyClicks(part(page, "passphrase"), "four words")
    with qtbot.waitSignal(page.unlock_asked) as asked:
        qtbot.keyClick(part(page, "passphrase"), Qt.Key.Key_Return)
    assert asked.args == ["four words"]


def test_a_new_vault_asks_for_the_clinician_and_the_passphrase_twice(qtbot, page):
    assert not part(page, "repeat").isVisible()
    page.show_view(unlock_view(Way.CREATE))
    for field, text in (
        ("name", "Dr A"),
        ("role", "Surgeon"),
        ("passphrase", "p"),
        ("repeat", "q"),
    ):
        qtbot.keyClicks(part(page, field), text)
    with qtbot.waitSignal(page.create_asked) as asked:
        part(page, "go").click()
    assert asked.args == ["p", "q", "Dr A", "Surgeon"]


def test_while_it_waits_the_button_is_shut_and_counts_down(page):
    page.show_view(unlock_view(Way.UNLOCK, problem="Wait.", seconds_to_wait=2))
    assert not part(page, "go", QPushButton).isEnabled()
    page._on_tick()
    assert not part(page, "go", QPushButton).isEnabled()
    page._on_tick()
    assert part(page, "go", QPushButton).isEnabled()


def test_a_vault_that_cannot_be_opened_offers_no_field(page):
    page.show_view(unlock_view(Way.CLOSED, problem="The vault is damaged."))
    assert not part(page, "passphrase").isVisible()
    assert not part(page, "go").isVisible()


def test_the_passphrase_is_shown_only_on_wish_and_forgotten(page):
    field = part(page, "passphrase", QLineEdit)
    field.setText("four words")
    part(page, "show").click()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    page.forget()
    assert (field.text(), field.echoMode()) == ("", QLineEdit.EchoMode.Password)
