"""What can be wrong with a screen that is shown, found without a picture."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from tests.helpers.contrast import contrast
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.text import Text

TARGET = 44  # px, the least side of what is pressed
TURNS = 400  # presses of Tab after which it goes round in circles
LEAST, LEAST_LARGE, LARGE = 4.5, 3.0, 24  # contrasts of words, and px from where they are large
RING = "focus-ring"


def faults(screen: QWidget) -> Iterator[str]:
    """Say all that is wrong with a screen that is shown."""
    yield from cuts(screen)
    seen = seen_on(screen)
    for each in seen:
        if takes_tab(each) and not spoken(each):
            yield f"has no name: {told(each)}"
        if isinstance(each, QAbstractButton) and min(each.width(), each.height()) < TARGET:
            yield f"is too small: {told(each)}"
        if isinstance(each, QScrollArea) and is_stuck(each):
            yield f"is scrolled by no key: {told(each)}"
    yield from by_tab(screen, seen)


def cuts(screen: QWidget) -> Iterator[str]:
    """Say what cannot be read whole."""
    for each in seen_on(screen):
        if is_cut(each):
            yield f"cut: {told(each)}"
        if overhangs(each, screen):
            yield f"hangs over: {told(each)}"


def pale(screen: QWidget) -> Iterator[str]:
    """Say which words do not stand out from their ground (WCAG 1.4.3)."""
    picture = screen.grab().toImage()
    for each in seen_on(screen):
        if isinstance(each, Text) and each.text() and each.isEnabled():
            place = QRect(each.mapTo(screen, QPoint()), each.size()) & screen.rect()
            if place.isEmpty() or is_out_of_view(each, screen):
                continue
            ground = ground_of(picture, place)
            ink = theme().colour(each._tone).name()
            large = each.font().pixelSize() >= LARGE
            if contrast(ink, ground) < (LEAST_LARGE if large else LEAST):
                yield f"is pale, {ink} on {ground}: {told(each)}"


def ground_of(picture: QImage, place: QRect) -> str:
    """Give the commonest colour along the edge and across the middle of ``place``."""
    across = range(place.left(), place.right() + 1, max(1, place.width() // 40))
    lines = (place.top(), place.center().y(), place.bottom())
    colours = Counter(picture.pixelColor(x, y).name() for x in across for y in lines)
    return colours.most_common(1)[0][0]


def is_out_of_view(widget: QWidget, screen: QWidget) -> bool:
    """Tell whether it is scrolled away."""
    outer = widget.parentWidget()
    while outer is not None and outer is not screen:
        if is_viewport(outer):
            place = QRect(widget.mapTo(outer, QPoint()), widget.size())
            if not outer.rect().contains(place):
                return True
        outer = outer.parentWidget()
    return False


def seen_on(screen: QWidget) -> list[QWidget]:
    return [each for each in screen.findChildren(QWidget) if each.isVisible()]


def is_cut(widget: QWidget) -> bool:
    """Tell whether its words need more room than it has."""
    if not isinstance(widget, Text | Button | QAbstractButton | QLineEdit | QComboBox):
        return False
    least = widget.minimumSizeHint()
    needed = least.height()
    if widget.hasHeightForWidth():
        needed = max(needed, widget.heightForWidth(widget.width()))
    return widget.height() < needed or widget.width() < least.width()


def overhangs(widget: QWidget, screen: QWidget) -> bool:
    """Tell whether a part of it is beyond an edge; below what scrolls is no edge."""
    outer = widget.parentWidget()
    if isinstance(outer, QAbstractScrollArea) or widget.objectName() == RING:
        return False
    while outer is not None:
        place = QRect(widget.mapTo(outer, QPoint()), widget.size())
        if is_viewport(outer):
            return place.left() < 0 or place.right() > outer.rect().right()
        if not outer.rect().contains(place):
            return True
        outer = None if outer is screen else outer.parentWidget()
    return False


def is_viewport(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.viewport() is widget


def takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def spoken(widget: QWidget) -> str:
    """Give the name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_stuck(area: QScrollArea) -> bool:
    """Tell whether it scrolls, but nothing in it can have the focus whose keys scroll it."""
    stops = [area, *area.findChildren(QWidget)]
    return area.verticalScrollBar().maximum() > 0 and not any(
        takes_tab(each) and each.isVisible() and each.isEnabled() for each in stops
    )


def by_tab(screen: QWidget, seen: list[QWidget]) -> Iterator[str]:
    """Press Tab until it has gone round; say who should have had the focus, and is not ringed."""
    wanted = [each for each in seen if takes_tab(each) and each.isEnabled()]
    reached: list[QWidget] = []
    if wanted:
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(TURNS):
        here = QApplication.focusWidget()
        if here is None or here in reached:
            break
        reached.append(here)
        if not any(ring.isVisible() for ring in screen.findChildren(QWidget, RING)):
            yield f"has no ring: {told(here)}"
        QTest.keyClick(here, Qt.Key.Key_Tab)
    for each in wanted:
        if each not in reached and not by_arrows(each, reached):
            yield f"is not reached: {told(each)}"


def by_arrows(widget: QWidget, reached: list[QWidget]) -> bool:
    """Tell whether it is one of a group of which Tab reaches the chosen one, arrow keys the rest.

    Such a group must be exclusive: Qt itself then moves in it by arrow keys.
    """
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() in reached


def told(widget: QWidget) -> str:
    """Name a widget so that it can be found."""
    words = spoken(widget)[:40]
    return f"{type(widget).__name__} {widget.objectName()!r} {words!r} {widget.size().toTuple()}"
