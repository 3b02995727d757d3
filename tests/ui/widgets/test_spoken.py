"""What is drawn is a picture to a screen reader, and is called what it shows."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

import ui.widgets
from ui.widgets.mini_pictograph import MiniPictograph
from ui.widgets.pictograph import Pictograph
from ui.widgets.spoken import PICTURES, tell_pictures


@pytest.fixture(autouse=True)
def _told(qapp):
    tell_pictures()


def test_the_people_are_a_picture(qtbot):
    drawing = Pictograph()
    qtbot.addWidget(drawing)
    drawing.show_people(filled=3, words="3 of 100 people")
    told = QAccessible.queryAccessibleInterface(drawing)
    assert told.role() == QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "3 of 100 people"


def test_what_is_no_picture_stays_what_it_was(qtbot):
    plain = QWidget()
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(plain).role() != QAccessible.Role.Graphic


def test_pictures_come_and_go(qtbot):
    for _ in range(200):
        drawing = MiniPictograph()
        assert QAccessible.queryAccessibleInterface(drawing).role() == QAccessible.Role.Graphic
        drawing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_class_that_is_named_is_there():
    found = {
        name
        for module in pkgutil.iter_modules(ui.widgets.__path__, "ui.widgets.")
        for name in vars(importlib.import_module(module.name))
    }
    assert found >= PICTURES
