"""Words are explained where they are tapped, or all of the page at once, and the focus returns."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.glossary import NO_GLOSSARY, glossary_of
from tests.helpers.packs import shipped_pack
from tests.ui.test_main_window import view
from ui.main_window import LIBRARY, UNLOCK, MainWindow
from ui.widgets.glossary import explainer
from ui.widgets.text import Text
from ui.widgets.word_card import WordCard
from ui.wiring.words import Words

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
TEXTS = {"walk": "A tumour near the spinal cord.", "person": "Who is here?"}


def page(words):
    made = QWidget()
    column = QVBoxLayout(made)
    made.text, made.field = Text(words, "patient"), QLineEdit()
    for part in (made.text, made.field):
        column.addWidget(part)
    return made


@pytest.fixture
def window(qtbot):
    explainer().use(glossary_of(shipped_pack()))
    made = MainWindow()
    qtbot.addWidget(made)
    made.pages = {name: page(words) for name, words in TEXTS.items()}
    for name, each in {UNLOCK: QWidget(), LIBRARY: QWidget(), **made.pages}.items():
        made.add_screen(name, each)
    Words(made)
    made.show_frame(view(step="walk"))
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    explainer().use(NO_GLOSSARY)
    made.let_go()


def card(window):
    return next((each for each in window.findChildren(WordCard) if each.isVisible()), None)


def words(card):
    return [text.text() for text in card.findChildren(Text)]


def press(qtbot, window, name):
    qtbot.mouseClick(window.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def test_a_tapped_word_is_explained_beside_it_with_its_source(qtbot, window):
    text = window.pages["walk"].text
    place = QRect(text.mapToGlobal(QPoint(30, 0)), text.size() / 4)
    explainer().tapped.emit(text, explainer().word("Spinal cord"), place)
    shown = card(window)
    assert words(shown)[0] == "Spinal cord"
    assert words(shown)[1].startswith("The thick cord of nerves")
    assert words(shown)[2].startswith("Source: ")
    assert "The thick cord of nerves" in shown.accessibleDescription()
    assert not shown.geometry().intersects(place)


def test_all_words_of_the_page_are_listed_by_button_and_by_key(qtbot, window):
    press(qtbot, window, "frame.words")
    assert [each for each in words(card(window)) if each in {"Tumour", "Spinal cord"}] == [
        "Tumour",
        "Spinal cord",
    ]
    assert words(card(window))[0] == "Words on this page"
    card(window).close()
    window.show_frame(view(step="person"))
    qtbot.keyClick(window, Qt.Key.Key_F8)
    listed = words(card(window))
    assert listed[0] == "Words explained"
    assert len(listed) > 3 * 90


@pytest.mark.parametrize("how", ["escape", "button"])
def test_closed_it_is_gone_and_the_focus_is_where_it_was(qtbot, window, how):
    field = window.pages["walk"].field
    field.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    shown = card(window)
    assert shown.focusWidget() is not None
    with qtbot.waitSignal(shown.destroyed):
        if how == "escape":
            qtbot.keyClick(shown, Qt.Key.Key_Escape)
        else:
            press(qtbot, shown, "words.close")
    assert window.focusWidget() is field


def test_behind_the_lock_nothing_of_it_stays(qtbot, window):
    press(qtbot, window, "frame.words")
    with qtbot.waitSignal(card(window).destroyed):
        window.show_screen(UNLOCK)
        window.forget()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert card(window) is None
