"""Buttons: one look by ``role``, an icon before or after the words, words that wrap."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run, longest_word
from ui.widgets.icons import draw_icon, draw_kind, kind_shapes
from ui.widgets.pressing import press_by

GAP = 10
_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX
_SIDES = {"primary": 24, "link": 2, "bare": 0, "chip": 18, "segment": 12, "icon": 0, "inset": 8}
_TONES = {"primary": "on_action", "quiet": "action", "link": "action"}


class Button(QPushButton):
    """A button.

    ``role``: ``primary``, ``secondary``, ``quiet``, ``danger``, ``link`` (underlined), ``chip``,
    ``segment``, ``inset`` (inside a frame), ``icon`` (only an icon; then ``name`` says what it
    does).  ``icon`` is the name of an icon or of a kind's mark.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "secondary",
        *,
        icon: str = "",
        icon_after: bool = False,
        name: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(text)
        self._role = role
        self._icon = icon
        self._icon_on = icon
        self._icon_after = icon_after
        self._type = "body_strong" if small else "control"
        self._small = small
        self._ticked = False
        self._flows: dict[tuple[str, float, bool], Flow] = {}
        self._heights: dict[tuple[str, int, bool], int] = {}
        self._tell_sheet()
        wide = role in {"segment", "bare"}
        across = QSizePolicy.Policy.Minimum if wide else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoDefault(False)
        if name:
            self.setAccessibleName(name)
            if not text:
                self.setToolTip(name)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def set_icon(self, icon: str, *, when_checked: str = "") -> None:
        """Show another icon; ``when_checked`` is the one while the button is checked."""
        if (self._icon, self._icon_on) == (icon, when_checked or icon):
            return
        self._icon = icon
        self._icon_on = when_checked or icon
        self._on_resized()
        self.update()
        if not icon and when_checked and not self._ticked:  # the mark takes room of its own
            self._ticked = True
            self.toggled.connect(self._on_resized)

    def set_role(self, role: str) -> None:
        """Give the button another role."""
        if role == self._role:
            return
        self._role = role
        self._tell_sheet()
        self.style().unpolish(self)
        self.style().polish(self)
        self._on_resized()

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        flow = self._flow(ENDLESS)
        width = ceil(flow.width + 1 + self._taken())
        least = self._least()
        return QSize(max(width, least), max(least, self._height(flow)))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which nothing is cut."""
        word = min(longest_word(self.text(), self._type), theme().line_height(self._type) * 9)
        least = self._least()
        return QSize(max(ceil(word + 1 + self._taken()), least), least)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that its words need at ``width``."""
        key = (self.text(), width, self.isChecked())
        if key not in self._heights:
            flow = self._flow(width - self._taken())
            self._heights[key] = max(self._least(), self._height(flow))
        return self._heights[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does; Qt does so in dialogs only."""
        if not press_by(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        flow = self._flow(self.width() - self._taken())
        shown = self._shown_icon()
        side = self._icon_side() if shown else 0
        gap = GAP if shown and self.text() else 0
        total = side + gap + flow.width
        pad = self._pad()
        start = pad if self._leads() else max(float(pad), (self.width() - total) / 2)
        icon_left = start + (flow.width + gap if self._icon_after else 0)
        text_left = start + (0 if self._icon_after else side + gap)
        middle = self.height() / 2
        if shown:
            place = QRectF(icon_left, middle - side / 2, side, side)
            self._draw_icon(painter, shown, self._mirrored(place))
        place = self._mirrored(QRectF(text_left, middle - flow.height / 2, flow.width, flow.height))
        flow.draw(painter, QPointF(place.left(), place.top()), theme().colour(self._tone()))
        if self._role == "link":
            self._underline(painter, place)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that the words need."""
        super().resizeEvent(event)
        self._keep_height()

    def _draw_icon(self, painter: QStylePainter, name: str, place: QRectF) -> None:
        if name in kind_shapes():
            draw_kind(painter, name, place)
        else:
            draw_icon(painter, name, place, theme().colour(self._icon_tone()))

    def _underline(self, painter: QStylePainter, place: QRectF) -> None:
        pen = painter.pen()
        pen.setWidthF(1.5)
        painter.setPen(pen)
        low = place.bottom() - 1
        painter.drawLine(QPointF(place.left(), low), QPointF(place.right(), low))

    def _mirrored(self, place: QRectF) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.right())
        return place

    def _flow(self, width: float) -> Flow:
        """Give its words set at ``width``; layouts ask for the same widths again and again."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key = (self.text(), width, rtl)
        if key not in self._flows:
            self._flows[key] = self._set(width, rtl=rtl)
        return self._flows[key]

    def _set(self, width: float, *, rtl: bool) -> Flow:
        runs = (Run(self.text().replace("&&", "&")),) if self.text() else ()
        flow = Flow(runs, self._type, width)
        if runs and (rtl or flow.lines > 1):
            align = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            flow = Flow(runs, self._type, ceil(flow.width) + 1, align, right_to_left=rtl)
        return flow

    def _leads(self) -> bool:
        return self._role in {"link", "bare"}

    def _pad(self) -> int:
        return _SIDES.get(self._role, 14 if self._small else 20)

    def _taken(self) -> int:
        side = self._icon_side() + (GAP if self.text() else 0) if self._shown_icon() else 0
        return self._pad() * 2 + side

    def _icon_side(self) -> int:
        return theme().px("glyph.icon") + (2 if self._shown_icon() in kind_shapes() else 0)

    def _shown_icon(self) -> str:
        return self._icon_on if self.isChecked() else self._icon

    def _height(self, flow: Flow) -> int:
        return ceil(flow.height) + (16 if self._role == "link" else 22)

    def _least(self) -> int:
        low = theme().px("size.target_min" if self._is_low() else "size.button")
        return max(low, ceil(theme().line_height(self._type)) + low - 22)

    def _is_low(self) -> bool:
        return self._small or self._role in {"link", "icon", "inset"}

    def _tell_sheet(self) -> None:
        self.setProperty("role", self._role)
        self.setProperty("low", self._is_low())

    def _tone(self) -> str:
        if not self.isEnabled():
            return "ink2"
        if self._role == "segment" and self.isChecked():
            return "on_action"
        return _TONES.get(self._role, "ink")

    def _icon_tone(self) -> str:
        if self.isChecked() and self._role in {"secondary", "chip"} and self.isEnabled():
            return "action"
        return self._tone()

    def _keep_height(self) -> None:
        # As high as its words need, however high the row is that it stands in.
        needed = self.heightForWidth(self.width())
        if self.maximumHeight() != needed:
            self.setMaximumHeight(needed)

    def _on_themed(self) -> None:
        self._flows.clear()
        self.setMaximumHeight(_NO_LIMIT)
        chip = self._role == "chip"
        self.setProperty("ring_radius", self._least() // 2 if chip else None)
        self._on_resized()
        self.update()

    def _on_resized(self) -> None:
        self._heights.clear()
        self.updateGeometry()
