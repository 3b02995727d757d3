"""The end of the page: who signs next, and sealing, for which the passphrase is asked once more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.sign import SignView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.field import LineField
from ui.widgets.text import Heading, Text


class SealFoot(QWidget):
    """Buttons for who signs next and for sealing; then the place for the passphrase.

    ``next_asked()``, ``seal_asked()``, ``confirmed(passphrase)``, ``cancelled()``.
    """

    next_asked = Signal()
    seal_asked = Signal()
    confirmed = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._next = Button("", "primary", icon="right", icon_after=True)
        self._next.setObjectName("sign.next")
        self._next.clicked.connect(self.next_asked)
        self._seal = Button(say("Seal the record"), icon="lock")
        self._seal.setObjectName("sign.seal")
        self._seal.clicked.connect(self.seal_asked)
        self._why = Text("", "body", "ink2")
        self._asks = PassphraseCard()
        self._asks.confirmed.connect(self.confirmed)
        self._asks.cancelled.connect(self.cancelled)
        self._buttons = QWidget()
        self._row = QBoxLayout(SIDE_BY_SIDE, self._buttons)
        self._row.setContentsMargins(6, 6, 6, 4)
        self._row.setSpacing(theme().px("l"))
        self._row.addWidget(self._next)
        self._row.addWidget(self._seal)
        self._row.addWidget(self._why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self._buttons)
        column.addWidget(self._asks)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: SignView) -> None:
        """Show what can be done; the passphrase is asked in place of the buttons."""
        self._next.setText(view.next_words)
        self._next.setVisible(bool(view.following))
        self._seal.set_role("primary" if view.may_seal else "secondary")
        self._seal.setEnabled(view.may_seal)
        self._why.setText(view.seal_why)
        opened = view.asking and self._asks.isHidden()
        closed = not view.asking and not self._asks.isHidden()
        self._buttons.setVisible(not view.asking)
        self._asks.setVisible(view.asking)
        self._asks.show_view(view)
        if opened:
            self._asks.first().setFocus(Qt.FocusReason.TabFocusReason)
        elif closed:
            self._asks.forget()
            self._seal.setFocus(Qt.FocusReason.TabFocusReason)

    def next_stop(self) -> QWidget | None:
        """Give what comes next, who signs or sealing; None when neither can be pressed."""
        stops = (self._next, self._seal)
        return next((each for each in stops if each.isVisible() and each.isEnabled()), None)

    def forget(self) -> None:
        """Empty the field, so that no passphrase stays in it."""
        self._asks.forget()

    def _on_themed(self) -> None:
        large = theme().large_text
        self._row.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._row.setStretch(2, 0 if large else 1)


class PassphraseCard(Card):
    """Asks for the passphrase; ``confirmed(passphrase)``, ``cancelled()``.  Escape cancels."""

    confirmed = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__(pad=16, spacing=8)
        self._sealing = False
        self._field = LineField(say("Passphrase"), "sign.passphrase", on_paper=False)
        edit = self._field.edit
        assert isinstance(edit, QLineEdit)  # noqa: S101 - a field of one line
        self._edit = edit
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.returnPressed.connect(self._on_confirm)
        self._sentence = Text("", "lead")
        self._confirm = Button(say("Seal now"), "primary", icon="lock")
        self._confirm.setObjectName("sign.confirm")
        self._confirm.clicked.connect(self._on_confirm)
        self._cancel = Button(say("Not yet"))
        self._cancel.setObjectName("sign.cancel")
        self._cancel.clicked.connect(self.cancelled)
        self._busy = Text("", "lead")
        row = QHBoxLayout()
        row.setSpacing(theme().px("l"))
        row.addWidget(self._confirm)
        row.addWidget(self._cancel)
        row.addWidget(self._busy, 1)
        self.add(Heading(say("Seal the record")))
        self.add(self._sentence)
        self.add(self._field)
        self.column.addSpacing(4)
        self.column.addLayout(row)
        self.hide()

    def show_view(self, view: SignView) -> None:
        """Show who is asked, what is going on, and what went wrong."""
        self._sentence.setText(
            say(
                "{name}, please type your passphrase once more. After this, nothing in the record "
                "can be changed.",
                name=view.asked_of,
            )
        )
        self._busy.setText(say("Making the paper and sealing ...") if view.sealing else "")
        self._field.show_words(self._field.text(), view.problem)
        self._field.left.emit()  # what went wrong is said at once
        if view.sealing != self._sealing:
            self._sealing = view.sealing
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._edit.setReadOnly(view.sealing)
            self._edit.selectAll()
        for part in (self._confirm, self._cancel):
            part.setEnabled(not view.sealing)

    def first(self) -> QWidget:
        """Give the field."""
        return self._edit

    def forget(self) -> None:
        """Empty the field."""
        self._field.show_text("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape cancel."""
        if event.key() == Qt.Key.Key_Escape and self._cancel.isEnabled():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_confirm(self) -> None:
        if self._confirm.isEnabled() and self._field.text():
            self.confirmed.emit(self._field.text())
