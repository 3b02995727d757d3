"""A row that goes on in the next line where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Wrapping(QLayout):
    """Lays widgets side by side and, where there is no room, below each other; no margins."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Put ``item`` last."""
        self._items.append(item)

    def count(self) -> int:
        """Give how many there are."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give the item at ``place``."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take the item at ``place`` out."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines at ``width``."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Give the size of one line."""
        shown = self._shown()
        wide = sum(each.sizeHint().width() for each in shown)
        high = max((each.sizeHint().height() for each in shown), default=0)
        return QSize(wide + self.spacing() * max(0, len(shown) - 1), high)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Give the size of the widest item."""
        size = QSize()
        for each in self._shown():
            size = size.expandedTo(each.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place all items in ``rect``."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        """Give the items but those that were hidden on purpose."""
        hidden = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        widgets = ((each, each.widget()) for each in self._items)
        return [
            each
            for each, widget in widgets
            if widget is None or not (widget.isHidden() and widget.testAttribute(hidden))
        ]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Place the items, or only find out how high they are; give the height."""
        across = down = high = 0
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for each in self._shown():
            wide = min(each.sizeHint().width(), rect.width())
            if across and across + wide > rect.width():
                across, down, high = 0, down + high + self.spacing(), 0
            tall = (
                each.heightForWidth(wide) if each.hasHeightForWidth() else each.sizeHint().height()
            )
            if move:
                left = rect.right() + 1 - across - wide if rtl else rect.left() + across
                each.setGeometry(QRect(QPoint(left, rect.top() + down), QSize(wide, tall)))
            across += wide + self.spacing()
            high = max(high, tall)
        return down + high
