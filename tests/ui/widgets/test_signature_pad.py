import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.widgets.signature_pad import SignaturePad


@pytest.fixture
def pad(qtbot):
    ticks = iter(range(0, 100_000, 10))
    made = SignaturePad("Signature", clock=lambda: next(ticks))
    qtbot.addWidget(made)
    made.resize(600, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def draw(pad, *points):
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*points[-1]))


def test_a_stroke_is_kept_as_points_with_time_and_device(pad):
    draw(pad, (60, 100), (200, 40), (400, 150))
    ((device, points),) = pad.strokes()
    assert device == "mouse"
    assert points[0][:2] == pytest.approx((0.1, 0.5), abs=0.01)
    assert all(0 <= x <= 1 and 0 <= y <= 1 and 0 <= pressure <= 1 for x, y, _, pressure in points)
    times = [time for _, _, time, _ in points]
    assert times[0] >= 0
    assert times == sorted(times)


def test_a_mere_dot_is_no_signature(pad):
    draw(pad, (300, 100), (302, 101))
    assert not pad.has_signature()
    draw(pad, (60, 100), (400, 150))
    assert pad.has_signature()


def test_it_is_emptied_and_told(qtbot, pad):
    draw(pad, (60, 100), (400, 150))
    with qtbot.waitSignal(pad.changed):
        pad.clear()
    assert pad.strokes() == ()


def test_another_size_keeps_what_was_drawn(pad):
    draw(pad, (60, 100), (400, 150))
    before = pad.strokes()
    pad.resize(900, 300)
    assert pad.strokes() == before
    assert pad.aspect() == pytest.approx(3)


@pytest.mark.qt_log_ignore("not accepted by receiving widget", extend=True)
def test_a_shut_pad_takes_nothing(pad):
    pad.setEnabled(False)
    draw(pad, (60, 100), (400, 150))
    assert pad.strokes() == ()
