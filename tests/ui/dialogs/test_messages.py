from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from ui.dialogs.messages import Messages


def test_a_very_long_name_is_not_cut_in_the_box(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    Messages(window).ask(f"Remove {'W' * 100}?", yes="Remove", no="Keep", agreed=window.close)
    box = window.findChild(QMessageBox)
    label = box.findChild(QLabel, "qt_msgbox_label")
    widest = max(
        label.fontMetrics().horizontalAdvance(part) for part in label.text().split("\u200b")
    )
    assert label.text().replace("\u200b", "") == f"Remove {'W' * 100}?"
    assert widest <= label.width()
    box.close()
