"""A consultation without a mouse: every control is come to by Tab, and no key is a trap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from spinecounsel.discussion.decision import Consent
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.steps import ORDER
from spinecounsel.discussion.values import Importance
from tests.helpers.layout import by_tab, seen_on
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.widgets.word_card import WordCard
from ui.wiring.steps import WIRINGS

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
Key = Qt.Key
TURNS = 400  # presses of Tab after which a control is not there


class Keys:
    """Presses keys where the focus is, as a person does who has nothing else."""

    def __init__(self, program):
        self.window, self._session = program.window, program.session

    @property
    def said(self):
        return self._session.sitting.discussion

    @property
    def agenda(self):
        return self._session.sitting.agenda

    def press(self, *keys):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key)
            for _ in range(3):
                QApplication.processEvents()

    def type(self, name, words):
        self.go(name)
        QTest.keyClicks(QApplication.focusWidget(), words)

    def go(self, name):
        """Press Tab until the control has the focus, arrow keys inside a group."""
        for _ in range(TURNS):
            here = QApplication.focusWidget()
            if here is not None and here.objectName() == name:
                return
            self.press(self._way(here, name))
        raise AssertionError(f"no key comes to {name}")

    def _way(self, here, name):
        """Give the key to press: Tab, or the arrow where the control is of the same group."""
        group = here.group() if isinstance(here, QAbstractButton) else None
        others = [each.objectName() for each in group.buttons()] if group else []
        return Key.Key_Right if name in others else Key.Key_Tab

    def choose(self, name):
        self.go(name)
        self.press(Key.Key_Space)

    def go_on(self):
        """Press the button; past what still waits, go by the list of steps."""
        step = self.said.step
        if step in {"walk", "decision"}:
            self.go(f"frame.step.{step}")
            self.press(Key.Key_Down, Key.Key_Return)
        else:
            self.go("frame.continue")
            self.press(Key.Key_Return)


@pytest.fixture
def keys(qtbot, tmp_path, clock):
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock, wirings=WIRINGS) as program:
        window = program.window
        program.desk.start()
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        yield Keys(program)


def unlock(qtbot, keys):
    keys.type("unlock.passphrase", PASSPHRASE)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: keys.window.findChild(QWidget, "library.new").isVisible())
    keys.go("library.new")
    keys.press(Key.Key_Return)


def person(keys):
    keys.type("person.name", "Sample Patient")
    keys.type("person.number", "TEST-0001")
    keys.choose("person.role.share")
    assert keys.said.preferences.role is not None


def case(keys):
    keys.choose("case.tumour_class.metastatic")
    assert keys.said.case.tumour_class == "metastatic"


def options(keys):
    keys.choose("options.all_usual")
    keys.choose("options.check.observation")
    assert {"chemotherapy", "observation"} <= set(keys.said.options)


def walk(keys):
    keys.choose("walk.discussed")
    keys.press(Key.Key_D)
    first = [topic.key for topic in keys.agenda.topics[:9]]
    assert len(marks_of(keys.said).keys() & set(first)) == 2


def values(keys):
    keys.choose(f"values.walk.{Importance.VERY}")
    assert [each.importance for each in keys.said.values] == [Importance.VERY]


def understanding(keys):
    keys.choose("understanding.good.said")
    assert len(keys.said.teach_back) == 1


def decision(keys):
    keys.choose("decision.postponed")
    assert keys.said.decision.consent is Consent.POSTPONED


ACTS = (person, case, options, walk, values, understanding, decision)


def test_a_consultation_without_a_mouse(qtbot, keys):
    unlock(qtbot, keys)
    acts = {each.__name__: each for each in ACTS}
    faults = []
    for step in ORDER:
        assert keys.said.step == step
        if step in acts:
            acts[step](keys)
        faults += [f"{step}: {fault}" for fault in by_tab(keys.window, seen_on(keys.window))]
        keys.press(Key.Key_Escape)
        assert (keys.said.step, keys.window.isActiveWindow()) == (step, True)
        if step != ORDER[-1]:
            keys.go_on()
    assert faults == []


def test_words_and_the_page_about_the_program_are_opened_and_left_by_keys(qtbot, keys):
    unlock(qtbot, keys)
    keys.go("frame.help")
    keys.press(Key.Key_Return)
    for key in (Key.Key_Up, Key.Key_Return):  # the last of the menu
        QTest.keyClick(QApplication.activePopupWidget(), key)
    qtbot.waitUntil(keys.window.findChild(QWidget, "about").isActiveWindow)
    keys.go("about.close")
    keys.press(Key.Key_Escape)
    keys.window.activateWindow()
    qtbot.waitUntil(keys.window.isActiveWindow)
    keys.go("frame.words")
    keys.press(Key.Key_Space)
    (card,) = keys.window.findChildren(WordCard)
    with qtbot.waitSignal(card.destroyed):
        QTest.keyClick(card, Key.Key_Escape)
    assert QApplication.focusWidget().objectName() == "frame.words"
