"""What is started anew for each measurement: the program, or a window to compare it with.

It says ``painted`` after the first paint, and then what it holds in memory and has imported.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMainWindow

WORDS = "SpineCounsel"
BUTTONS = 36
SHEET = "QWidget { background: #f6f1ea } QPushButton { border: 1px solid #777; padding: 4px }"
_SMAPS = Path("/proc/self/smaps_rollup")


def ours() -> None:
    """Start the program as its command does, up to the first page."""
    from ui.app import FIRST_PAGE, main

    main([FIRST_PAGE])
    _tell()


def bare() -> None:
    """Open a window with one label."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QLabel(WORDS))
    _paint(app, window)


def forty() -> None:
    """Open a window with forty widgets and a style sheet."""
    from PySide6.QtWidgets import (
        QApplication,
        QGridLayout,
        QLabel,
        QLineEdit,
        QMainWindow,
        QPushButton,
        QWidget,
    )

    app = QApplication(["forty"])
    app.setStyleSheet(SHEET)
    window, ground = QMainWindow(), QWidget()
    grid = QGridLayout(ground)
    for number in range(BUTTONS):
        grid.addWidget(QPushButton(f"{WORDS} {number}"), number // 6, number % 6)
    for column, widget in enumerate((QLabel(WORDS), QLineEdit(), QLabel(WORDS), QLineEdit())):
        grid.addWidget(widget, BUTTONS // 6, column)
    window.setCentralWidget(ground)
    _paint(app, window)


def _paint(app: "QApplication", window: "QMainWindow") -> None:
    from ui.wiring.first_paint import FirstPaint

    def end() -> None:
        _say("painted")
        app.quit()

    FirstPaint(window).done.connect(end)
    window.resize(1366, 768)
    window.showMaximized()
    app.exec()
    _tell()


def _tell() -> None:
    modules = sorted(sys.modules)
    sizes = {}
    if _SMAPS.exists():
        lines = (line.split() for line in _SMAPS.read_text("utf-8").splitlines()[1:])
        sizes = {words[0].rstrip(":"): int(words[1]) for words in lines}
    _say(json.dumps({"modules": modules, "kib": sizes}))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
