"""Hands for the demonstration: they click, type and wait, and know the window only from outside."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from ui.widgets.slices import Slices

PATIENCE = 20.0  # seconds until something that does not come is given up
LOOK_MS = 5
LONGEST_TYPED = 200


class Lost(RuntimeError):
    """Something that a person would see or reach in the window was not there."""


class Hands:
    """Does in ``window`` what a person does with mouse and keyboard; names are object names.

    ``refusals`` is filled by the window; once there is one, nobody waits for anything any more.
    """

    def __init__(self, window: QWidget, refusals: Sequence[str] = ()) -> None:
        self._window, self._refusals = window, refusals

    def find(self, name: str) -> QWidget | None:
        """Give the visible widget of that name, in the window or in a dialog of it."""
        for top in (*QApplication.topLevelWidgets(), self._window):
            for widget in top.findChildren(QWidget, name):
                if widget.isVisible():
                    return widget
        return None

    def seen(self, name: str) -> QWidget:
        """Wait until the widget of that name is visible, and give it; ``Lost`` when it never is."""
        self.wait(lambda: self.find(name) is not None, name)
        widget = self.find(name)
        assert widget is not None  # noqa: S101 - waited for
        return widget

    def has(self, name: str) -> bool:
        """Whether a widget of that name can be seen now."""
        return self.find(name) is not None

    def click(self, name: str) -> None:
        """Scroll to a button and click it; ``Lost`` when it is shut."""
        widget = self.seen(name)
        self._bring_into_view(widget)
        self.wait(widget.isEnabled, f"{name}, open")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=_middle(widget))
        self.settle()

    def copy(self, source: str, target: str) -> None:
        """Type into a field what stands in a text."""
        text = self.seen(source)
        assert isinstance(text, QLabel)  # noqa: S101 - names are ours
        self.type(target, text.text())

    def press(self, keys: str) -> None:
        """Press a key of the window ("F9")."""
        QTest.keySequence(self._window, QKeySequence(keys))
        self.settle()

    def tick(self, name: str, *, on: bool = True) -> None:
        """Click a check box or toggle unless it is already as it should be."""
        widget = self.seen(name)
        if isinstance(widget, QAbstractButton) and widget.isChecked() is on:
            return
        self.click(name)

    def type(self, name: str, text: str) -> None:
        """Put the cursor into a field and write ``text`` in place of what stands there."""
        widget = self.seen(name)
        self._bring_into_view(widget)
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.selectAll()
        # Letters of other scripts have no key of their own: an input method commits them.
        if text.isascii() and text.isprintable() and len(text) < LONGEST_TYPED:
            QTest.keyClicks(widget, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(widget, event)
        self.settle()

    def pick(self, name: str, key: str) -> None:
        """Choose the entry of a list that has ``key`` as data or as words, by the keyboard."""
        box = self.seen(name)
        if not isinstance(box, QComboBox):
            raise Lost(f"{name} is no list to pick from")
        self._bring_into_view(box)
        there = next(
            (n for n in range(box.count()) if key in {box.itemData(n), box.itemText(n)}), None
        )
        if there is None:
            raise Lost(f"{name} does not offer {key}")
        box.setFocus()
        while box.currentIndex() != there:
            QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < there else Qt.Key.Key_Up)
        self.settle()

    def draw(self, name: str, strokes: tuple[tuple[tuple[float, float], ...], ...]) -> None:
        """Draw with the mouse; points are from 0 to 1 of the widget's width and height."""
        widget = self.seen(name)
        self._bring_into_view(widget)
        size = widget.size()
        for stroke in strokes:
            points = [QPoint(round(x * size.width()), round(y * size.height())) for x, y in stroke]
            QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=points[0])
            for point in points[1:]:
                QTest.mouseMove(widget, point)
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=points[-1])
        self.settle()

    def set_scale(self, name: str, value: int) -> None:
        """Set a scale by its keys: first its least value, then step by step."""
        scale = self.seen(name)
        if not isinstance(scale, QAbstractSlider):
            raise Lost(f"{name} is no scale")
        self._bring_into_view(scale)
        scale.setFocus()
        QTest.keyClick(scale, Qt.Key.Key_Home)
        for _ in range(value // scale.pageStep()):
            QTest.keyClick(scale, Qt.Key.Key_PageUp)
        while scale.value() != value:
            QTest.keyClick(scale, Qt.Key.Key_Up if scale.value() < value else Qt.Key.Key_Down)
        self.settle()

    def save_as(self, name: str, path: Path) -> None:
        """Answer a dialog that asks where to save; a file that is there is written over."""
        path.unlink(missing_ok=True)
        self.name_file(name, path)

    def name_file(self, name: str, path: Path) -> None:
        """Answer a dialog that asks for a file."""
        dialog = self.seen(name)
        if not isinstance(dialog, QFileDialog):
            raise Lost(f"{name} asks for no file")
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        if field is None:
            raise Lost(f"{name} has no field for a file name")
        dialog.setDirectory(str(path.parent))  # Qt goes astray where it is typed, being the one
        field.selectAll()
        QTest.keyClicks(field, path.name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def wait(self, ready: Callable[[], bool], what: str) -> None:
        """Let the window live until ``ready``; ``Lost`` after a while."""
        end = time.monotonic() + PATIENCE
        while not ready():
            if self._refusals:
                raise Lost(self._refusals[-1])
            if time.monotonic() > end:
                raise Lost(f"waited in vain for {what}")
            loop = QEventLoop()
            QTimer.singleShot(LOOK_MS, loop.quit)
            loop.exec()

    def settle(self) -> None:
        """Let the window do what it has to do at once."""
        for _ in range(3):
            QApplication.processEvents()

    def scroll_up(self) -> None:
        """Turn everything that scrolls back to its beginning."""
        for area in self._window.findChildren(QScrollArea):
            if area.isVisible():
                area.verticalScrollBar().setValue(0)
        self.settle()

    def picture(self, path: Path) -> None:
        """Keep a picture of the window, once all of its page is made."""
        self.await_whole_page()
        if not self._window.grab().save(str(path)):
            raise Lost(f"the picture {path.name} could not be written")

    def await_whole_page(self) -> None:
        """Wait until all of the page is made, as somebody does who reads it."""
        self.wait(self._is_whole, "a page that is whole")
        self.settle()

    def _is_whole(self) -> bool:
        return not any(each.isActive() for each in self._window.findChildren(Slices))

    def _bring_into_view(self, widget: QWidget) -> None:
        outer = widget.parentWidget()
        while outer is not None:
            if isinstance(outer, QScrollArea):
                outer.ensureWidgetVisible(widget)
            outer = outer.parentWidget()
        self.settle()


def _middle(widget: QWidget) -> QPoint:
    return widget.rect().center()
