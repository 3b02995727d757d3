"""One who signs: what it means, the words, and a signature, drawn or made without drawing."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.letters import undrawn
from spinecounsel.viewing.sign import Ink, SignerView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.field import LineField
from ui.widgets.segments import Segments
from ui.widgets.signature_pad import SignaturePad
from ui.widgets.text import Text

DRAWN, TYPED, MARK = "drawn", "typed", "mark"
PAD, LARGE_PAD = 120, 240  # px high at least; it grows to twice that


class Taken(NamedTuple):
    """A signature as the page took it; ``method`` is ``drawn``, ``typed``, ``mark``, ``spoken``."""

    role: str
    method: str
    name: str
    ink: Ink
    aspect: float


class SignerPanel(QWidget):
    """Takes one signature.

    ``taken(Taken)``; ``cleared(role)`` when a signature is taken back.  What is drawn or written
    but not signed yet stays here.
    """

    taken = Signal(object)
    cleared = Signal(str)

    def __init__(self, signer: SignerView) -> None:
        super().__init__()
        self._view, self._open, self._method = signer, False, DRAWN
        self._sentence = Text("", "lead", "ink2")
        self._lines: list[Text] = []
        self._name = LineField(signer.name_asked or signer.typed_name, "sign.name")
        self._name.written.connect(self._show_state)
        if signer.name_asked:
            self._name.show_text(signer.name)
        self.pad = _Pad(say("Signature: {who}", who=signer.title))
        self.pad.setObjectName("sign.pad")
        self.pad.changed.connect(self._show_state)
        self._make_controls(signer)
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_signer(
        self, signer: SignerView, statements: tuple[str, ...], *, is_open: bool
    ) -> None:
        """Show the words and, where there is one, the signature under them."""
        before, self._view, self._open = self._view, signer, is_open
        self._sentence.setText(signer.sentence if statements else "")
        self._sentence.setVisible(bool(statements))
        self._show_statements(statements)
        if signer.signed and signer.ink != self.pad.strokes():
            self.pad.show_strokes(signer.ink)
        if before.signed and not signer.signed:
            self.pad.clear()
            self._name.show_text(signer.name if signer.name_asked else "")
        self._show_state()

    def first(self) -> QWidget:
        """Give the first control that can be used, for the focus."""
        stops = (self._name.edit, self._take, self._clear, self._without)
        return next((stop for stop in stops if stop.isVisibleTo(self) and stop.isEnabled()), self)

    def _make_controls(self, signer: SignerView) -> None:
        ways = [(each.key, each.title) for each in signer.methods]
        self._methods = Segments(ways, name=say("How to sign without drawing"))
        for key, _ in ways:
            self._methods.button(key).setObjectName(f"sign.method.{key}")
        self._methods.chosen.connect(self._on_method)
        self._how = Text("", "lead")
        self._said = Text("", "lead")
        self._take = Button(say("Sign"), "primary", name=say("Sign: {who}", who=signer.title))
        self._take.setObjectName("sign.take")
        self._take.clicked.connect(self._on_take)
        self._clear = Button(say("Clear"), icon="clear")
        self._clear.setObjectName("sign.clear")
        self._clear.clicked.connect(self._on_clear)
        self._without = Button(say("Sign without drawing"), icon="keyboard")
        self._without.setObjectName("sign.without_drawing")
        self._without.clicked.connect(self._on_without)

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        self._words.setSpacing(1)
        self._foot = QBoxLayout(SIDE_BY_SIDE)
        self._foot.setSpacing(theme().px("m"))
        self._foot.addWidget(self._said, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px("m"))
        for button in (self._take, self._clear, self._without):
            buttons.addWidget(button)
        buttons.addStretch(0)
        self._foot.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(self._sentence)
        column.addLayout(self._words)
        column.addWidget(self._methods, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._how)
        column.addWidget(self._name)
        column.addWidget(self.pad, 1)
        column.addLayout(self._foot)
        column.addStretch()

    def _show_statements(self, statements: tuple[str, ...]) -> None:
        while len(self._lines) < len(statements):
            line = Text("", "patient")
            self._lines.append(line)
            self._words.addWidget(line)
        for place, line in enumerate(self._lines):
            line.setText(statements[place] if place < len(statements) else "")
            line.setVisible(place < len(statements))

    def _show_state(self) -> None:
        """Show what fits the way of signing, and whether the signature may be taken."""
        signed = bool(self._view.signed)
        method = self._view.method if signed else self._method
        draws = method in {DRAWN, MARK}
        without = method != DRAWN and not signed
        self.pad.setVisible(draws)
        self.pad.setEnabled(self._open and not signed)
        self._methods.setVisible(without and len(self._view.methods) > 1)
        self._methods.setEnabled(self._open)
        self._methods.show_chosen(method)
        how = next((each.sentence for each in self._view.methods if each.key == method), "")
        self._how.setText(how)
        self._how.setVisible(without and bool(how))
        asked = bool(self._view.name_asked) or method == TYPED
        self._name.setVisible(asked and not signed)
        self._name.setEnabled(self._open)
        self._said.setText(self._view.signed or self._view.name)
        self._said.setVisible(signed or not asked)
        self._take.setVisible(not signed)
        self._take.setEnabled(self._open and self._is_ready(method))
        self._clear.setText(say("Sign again") if signed else say("Clear"))
        self._clear.set_icon("refresh" if signed else "clear")
        self._clear.setVisible(signed or draws)
        self._clear.setEnabled(self._open and (signed or not self.pad.is_empty()))
        self._without.setText(say("Draw instead") if without else say("Sign without drawing"))
        self._without.set_icon("pen" if without else "keyboard")
        self._without.setVisible(not signed)
        self._without.setEnabled(self._open)

    def _is_ready(self, method: str) -> bool:
        name = self._name.text().strip()
        if (self._view.name_asked or method == TYPED) and (not name or undrawn(name)):
            return False
        if method == MARK:
            return not self.pad.is_empty()
        return method != DRAWN or self.pad.has_signature()

    def _on_method(self, key: str) -> None:
        self._method = key
        self._show_state()

    def _on_without(self) -> None:
        self._method = TYPED if self._method == DRAWN else DRAWN
        self._show_state()
        if self._method == TYPED:
            several = self._methods.isVisibleTo(self)
            first = self._methods.first() if several else self._name.edit
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_take(self) -> None:
        typed = self._view.name_asked or self._method == TYPED
        draws = self._method in {DRAWN, MARK}
        taken = Taken(
            role=self._view.role,
            method=self._method,
            name=self._name.text().strip() if typed else self._view.name,
            ink=self.pad.strokes() if draws else (),
            aspect=self.pad.aspect(),
        )
        self.taken.emit(taken)

    def _on_clear(self) -> None:
        if self._view.signed:
            self.cleared.emit(self._view.role)
        else:
            self.pad.clear()

    def _on_themed(self) -> None:
        large = theme().large_text
        self.pad.setMaximumHeight(2 * (LARGE_PAD if large else PAD))
        self.pad.updateGeometry()
        self._foot.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._foot.setStretch(0, 0 if large else 1)


class _Pad(SignaturePad):
    """Asks for little height, so that the words above it are never cut; it takes what is left."""

    def sizeHint(self) -> QSize:
        """Give the least size that it would like."""
        return QSize(super().sizeHint().width(), LARGE_PAD if theme().large_text else PAD)
