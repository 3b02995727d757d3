"""PySide6 6.12.0 loses one reference to None per call and aborts on Python 3.11.

Keep this test: it stops an upgrade that would bring the fault back.
"""

import sys

import pytest
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QLabel


@pytest.mark.parametrize("calls", [200])
def test_calls_into_qt_keep_the_references_to_none(qtbot, calls):
    label, path = QLabel("x"), QPainterPath()
    qtbot.addWidget(label)
    for call in (lambda: label.setText("x"), label.update, lambda: path.moveTo(0, 0)):
        call()
        before = sys.getrefcount(None)
        for _ in range(calls):
            call()
        assert abs(sys.getrefcount(None) - before) <= 20
