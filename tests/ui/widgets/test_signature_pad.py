import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme
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


def test_times_rise_from_the_first_point_through_all_strokes(pad):
    draw(pad, (60, 100), (200, 40), (400, 150))
    draw(pad, (410, 100), (500, 60))
    times = [time for _, points in pad.strokes() for _, _, time, _ in points]
    assert times[0] < times[-1]
    assert times == sorted(set(times))


def test_beyond_the_edge_a_stroke_stays_on_the_pad(pad):
    draw(pad, (60, 100), (900, -80))
    ((_, points),) = pad.strokes()
    assert points[-1][:2] == (1.0, 0.0)


def test_the_last_stroke_is_taken_back_alone(qtbot, pad):
    draw(pad, (60, 100), (200, 40))
    first = pad.strokes()
    draw(pad, (410, 100), (500, 60))
    with qtbot.waitSignal(pad.changed):
        pad.undo()
    assert pad.strokes() == first
    pad.undo()
    pad.undo()
    assert pad.is_empty()


def test_it_says_how_many_strokes_there_are(pad):
    names = [pad.accessibleName()]
    for x in (60, 200):
        draw(pad, (x, 100), (x + 80, 40))
        names.append(pad.accessibleName())
    assert names == ["Signature, empty", "Signature, 1 stroke", "Signature, 2 strokes"]


@pytest.mark.parametrize(
    ("kind", "device"),
    [
        (QPointingDevice.PointerType.Pen, "pen"),
        (QPointingDevice.PointerType.Finger, "touch"),
    ],
)
def test_a_pen_leaves_its_pressure(pad, kind, device):
    tablet = QPointingDevice(
        "test",
        1,
        QInputDevice.DeviceType.Stylus,
        kind,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
    )
    for of, (x, y), pressure in (
        (QEvent.Type.TabletPress, (60, 100), 0.2),
        (QEvent.Type.TabletMove, (300, 50), 0.9),
        (QEvent.Type.TabletRelease, (300, 50), 0.0),
    ):
        place = QPointF(x, y)
        event = QTabletEvent(
            of,
            tablet,
            place,
            place,
            pressure,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
        )
        QApplication.sendEvent(pad, event)
        assert event.isAccepted()  # so that no mouse event follows
    ((used, points),) = pad.strokes()
    assert used == device
    assert [(x, y, pressure) for x, y, _, pressure in points] == [(0.1, 0.5, 0.2), (0.5, 0.25, 0.9)]


def test_a_finger_writes_too(pad):
    screen = QTest.createTouchDevice()
    sequence = QTest.touchEvent(pad, screen)
    sequence.press(0, QPoint(60, 100)).commit()
    sequence.move(0, QPoint(400, 60)).commit()
    sequence.release(0, QPoint(400, 60)).commit()
    ((device, points),) = pad.strokes()
    assert device == "touch"
    assert points[0][:2] == pytest.approx((0.1, 0.5), abs=0.02)
    assert pad.has_signature()


def test_what_was_drawn_is_seen_and_gone_when_cleared(pad):
    empty = pad.grab().toImage()
    pen = theme().colour("pen").rgb()

    def inked():
        image = pad.grab().toImage()
        return sum(image.pixel(x, 70) == pen for x in range(image.width()))

    draw(pad, (60, 60), (200, 60), (200, 90), (400, 40))
    assert inked() > 0
    pad.clear()
    assert pad.grab().toImage() == empty


def test_strokes_shown_again_are_gone_on_with(pad):
    draw(pad, (60, 100), (400, 150))
    kept = pad.strokes()
    pad.clear()
    pad.show_strokes(kept)
    assert pad.strokes() == kept
    draw(pad, (410, 100), (500, 60))
    assert pad.strokes()[0] == kept[0]
    assert pad.strokes()[1][1][0][2] > kept[0][1][-1][2]
