from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button


def test_a_mark_that_comes_with_the_press_is_given_its_room(qtbot):
    chip = Button("C1", "chip")
    chip.set_icon("", when_checked="check")
    chip.setCheckable(True)
    qtbot.addWidget(chip)
    before = chip.sizeHint().width(), chip.heightForWidth(60)
    chip.click()
    assert chip.sizeHint().width() > before[0]
    assert chip.heightForWidth(60) > before[1]
    chip.click()
    assert (chip.sizeHint().width(), chip.heightForWidth(60)) == before


def test_a_row_of_buttons_follows_the_mark_of_one(qtbot):
    row = QWidget()
    qtbot.addWidget(row)
    line = QHBoxLayout(row)
    chip = Button("C1", "chip")
    chip.set_icon("", when_checked="check")
    chip.setCheckable(True)
    line.addWidget(chip)
    before = line.sizeHint().width()
    chip.setChecked(True)
    assert line.sizeHint().width() > before
