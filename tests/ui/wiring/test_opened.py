"""Files that the desktop of a Mac hands over: none is lost, whenever they come."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from ui.wiring.opened import Opened


def hand_over(target, name):
    QApplication.sendEvent(target, QFileOpenEvent(QUrl.fromLocalFile(name)))


def test_what_came_before_anybody_could_take_it_is_handed_on_later(qapp):
    desktop = QObject()
    opened = Opened(desktop)
    hand_over(desktop, "/early.pdf")
    hand_over(desktop, "/soon.pdf")
    taken = []
    opened.hand_to(taken.append)
    assert taken == [(Path("/early.pdf"), Path("/soon.pdf"))]
    hand_over(desktop, "/late.spinebackup")
    assert taken[1:] == [(Path("/late.spinebackup"),)]
