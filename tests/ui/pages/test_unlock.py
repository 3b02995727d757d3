"""The first page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from spinecounsel.viewing.unlock import Way, unlock_view
from ui.pages.unlock import UnlockPage
from ui.widgets.field import LettersLine
from ui.widgets.notice import Notice
from ui.widgets.text import Text


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
    assert asked.args == ["four words", "", ""]


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


@pytest.mark.parametrize(
    ("way", "chosen"),
    [(Way.CREATE, "passphrase"), (Way.RECOVER, "fresh"), (Way.CHANGE, "fresh"), (Way.UNLOCK, "")],
)
def test_how_long_it_must_be_stands_at_the_passphrase_that_is_chosen(page, way, chosen):
    page.show_view(unlock_view(way))
    labels = [each for each in page.findChildren(Text) if "10 characters or more" in each.text()]
    shown = [each for each in labels if each.isVisible()]
    assert [each.buddy() for each in shown] == ([part(page, chosen)] if chosen else [])
    for each in shown:
        assert each.buddy().accessibleName() == each.text()


def test_a_name_that_the_paper_cannot_show_is_named_as_it_is_typed(page):
    page.show_view(unlock_view(Way.CREATE))
    line = page.findChild(LettersLine)
    part(page, "role").setText("Surgeon \U0001fac0")
    assert line.isVisible()
    assert "U+1FAC0" in line.words()
    part(page, "role").setText("Surgeon")
    assert not line.isVisible()


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


TWO = (("a", "Dr Ada"), ("b", "Nora"))


def test_who_was_chosen_goes_with_the_passphrase_and_the_digits(qtbot, page):
    page.show_view(unlock_view(Way.UNLOCK, people=TWO))
    assert part(page, "person").currentText() == "Dr Ada", "the first, until somebody was in"
    page.choose("b")
    page.show_view(unlock_view(Way.UNLOCK, people=TWO, asks_code=True))
    assert part(page, "person").currentText() == "Nora"
    assert part(page, "code").hasFocus()
    part(page, "passphrase").setText("four words")
    qtbot.keyClicks(part(page, "code"), "123456")
    with qtbot.waitSignal(page.unlock_asked) as asked:
        qtbot.keyClick(part(page, "code"), Qt.Key.Key_Return)
    assert asked.args == ["four words", "b", "123456"]


def test_the_recovery_code_is_asked_for_with_a_new_passphrase(qtbot, page):
    page.show_view(unlock_view(Way.UNLOCK, has_code=True))
    with qtbot.waitSignal(page.way_asked) as asked:
        part(page, "recover").click()
    assert asked.args == ["recover"]
    page.show_view(unlock_view(Way.RECOVER, has_code=True))
    assert not part(page, "passphrase").isVisible()
    for field, text in (("recovery", "ABC"), ("fresh", "new"), ("repeat", "new")):
        part(page, field).setText(text)
    with qtbot.waitSignal(page.recover_asked) as asked:
        part(page, "go").click()
    assert asked.args == ["ABC", "", "new", "new"]
    with qtbot.waitSignal(page.way_asked) as asked:
        part(page, "back").click()
    assert asked.args == ["unlock"]


def test_a_passphrase_of_ones_own_is_asked_for_with_the_one_that_was_given(qtbot, page):
    part(page, "passphrase").setText("given")
    page.show_view(unlock_view(Way.CHANGE))
    assert part(page, "passphrase").text() == "given"
    for field in ("fresh", "repeat"):
        part(page, field).setText("own")
    with qtbot.waitSignal(page.change_asked) as asked:
        part(page, "go").click()
    assert asked.args == ["given", "own", "own"]


def test_nothing_secret_stays_when_it_is_forgotten(page):
    secret = ("passphrase", "fresh", "repeat", "recovery", "code")
    for field in secret:
        part(page, field).setText("x")
    page.forget()
    assert [part(page, field).text() for field in secret] == [""] * 5


def fill(page, **typed):
    for field, text in typed.items():
        part(page, field).setText(text)


@pytest.mark.parametrize(
    ("way", "said"),
    [(Way.CREATE, "Making the vault ..."), (Way.UNLOCK, "Opening the vault ...")],
)
def test_while_it_works_no_key_presses_anything(qtbot, page, way, said):
    page.show_view(unlock_view(way, problem="Too short.", has_code=True))
    assert any(notice.isVisible() for notice in page.findChildren(Notice))
    part(page, "go").setFocus()
    page.set_busy(busy=True)
    controls = [*page.findChildren(QPushButton), *page.findChildren(QLineEdit)]
    assert not [each.objectName() for each in controls if each.isVisible() and each.isEnabled()]
    assert page.window().focusWidget() is page
    assert not any(notice.isVisible() for notice in page.findChildren(Notice))
    assert said in [text.text() for text in page.findChildren(Text) if text.isVisible()]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.assertNotEmitted(page.restore_asked), qtbot.assertNotEmitted(page.create_asked):
            qtbot.keyClick(page.window().focusWidget(), key)
    page.set_busy(busy=False)
    assert page.window().focusWidget() is part(page, "go")
    assert part(page, "restore").isEnabled()
    assert part(page, "passphrase").isEnabled()


def test_what_waits_for_the_program_is_not_said_to_open_the_vault(page):
    page.set_busy(busy=True, opens=False)
    said = [text.text() for text in page.findChildren(Text) if text.isVisible()]
    assert "One moment ..." in said
    assert "Opening the vault ..." not in said


@pytest.mark.parametrize(
    ("way", "typed", "wrong"),
    [
        (Way.CREATE, {"passphrase": "four words", "repeat": "four words"}, "name"),
        (Way.CREATE, {"name": "A", "role": "\U0001fac0"}, "role"),
        (Way.CREATE, {"name": "A", "passphrase": "four words", "repeat": "for words"}, "repeat"),
        (Way.CREATE, {"name": "A", "passphrase": "four", "repeat": "four"}, "passphrase"),
        (Way.UNLOCK, {"passphrase": "four words"}, "passphrase"),
        (
            Way.RECOVER,
            {"recovery": "ABC", "fresh": "four words", "repeat": "four words"},
            "recovery",
        ),
        (Way.RECOVER, {"fresh": "four", "repeat": "four"}, "fresh"),
        (Way.CHANGE, {"passphrase": "given", "fresh": "own", "repeat": "other"}, "repeat"),
    ],
)
def test_after_a_refusal_one_types_where_it_is_wrong(page, way, typed, wrong):
    page.show_view(unlock_view(way))
    fill(page, **typed)
    part(page, "go").setFocus()
    page.set_busy(busy=True)
    page.set_busy(busy=False)
    page.show_view(unlock_view(way, problem="Not so."))
    assert page.window().focusWidget() is part(page, wrong)
