"""The separate permissions: each is asked on its own, and none is answered beforehand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.decision import DecisionView, PermissionRow
from spinecounsel.wording import say
from ui.widgets.card import Card, Rule
from ui.widgets.segments import Segments
from ui.widgets.text import Heading, Text


class PermissionsCard(Card):
    """Asks each permission; ``permitted(id, key)``."""

    permitted = Signal(str, str)

    def __init__(self, view: DecisionView) -> None:
        super().__init__(pad=18, spacing=8)
        self.add(Heading(say("Do you also allow this?")))
        self.add(Text(say("Each is asked on its own. You may say no to any."), "lead", "ink2"))
        self._rows: dict[str, _Row] = {}
        for permission in view.permissions:
            row = _Row(permission, view.answers)
            row.permitted.connect(self.permitted)
            if self._rows:
                self.add(Rule())
            self._rows[permission.id] = row
            self.add(row)

    def show_permissions(self, permissions: Sequence[PermissionRow]) -> None:
        """Show the answers."""
        for permission in permissions:
            self._rows[permission.id].segments.show_chosen(permission.answer)

    def first(self) -> QWidget:
        """Give the first answer, for the order of the focus."""
        return next(iter(self._rows.values())).segments.first()


class _Row(QWidget):
    permitted = Signal(str, str)

    def __init__(self, permission: PermissionRow, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._id = permission.id
        self.segments = Segments(answers, name=permission.words)
        for key, _ in answers:
            name = f"decision.permission.{permission.id}.{key}"
            self.segments.button(key).setObjectName(name)
        self.segments.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(permission.words, "cell"))
        column.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_chosen(self, key: str) -> None:
        self.permitted.emit(self._id, key)
