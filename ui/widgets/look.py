"""Text size and colours, to be changed at any moment."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import LEAST_SCALE, MOST_SCALE, theme
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

_ASKS = ("text_size_changed", "scheme_chosen", "manual_asked", "keys_asked", "about_asked")
SIZES = (LEAST_SCALE, 1.25, 1.5, 1.75, MOST_SCALE)


def next_size(scale: float, by: int) -> float:
    """Give the text size ``by`` steps from ``scale``, within what is allowed."""
    nearest = min(range(len(SIZES)), key=lambda place: abs(SIZES[place] - scale))
    return SIZES[max(0, min(len(SIZES) - 1, nearest + by))]


def in_corner(*parts: QWidget) -> QHBoxLayout:
    """Give the foot of a page without a frame: what it says at the left, its ``Look`` last."""
    row = QHBoxLayout()
    row.setContentsMargins(32, 12, 32, 28)
    row.setSpacing(theme().px("l"))
    for part in parts[:-1]:
        row.addWidget(part, 1)
    row.addWidget(parts[-1], 0, Qt.AlignmentFlag.AlignTrailing)
    return row


def stand_alone(page: QWidget, middle: QWidget, look: QWidget) -> None:
    """Lay out a page without a frame: ``middle`` scrolls between edges, ``look`` in a corner."""
    ground = QWidget()
    around = QHBoxLayout(ground)
    around.setContentsMargins(24, 0, 24, 0)
    around.addStretch(1)
    around.addWidget(middle, 20)
    around.addStretch(1)
    scroll = Scroll()
    scroll.setWidget(ground)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(scroll, 1)
    whole.addLayout(in_corner(look))


class Look(QWidget):
    """Smaller, how large now, larger; a menu of colour schemes; and a menu of help.

    ``text_size_changed`` carries the text size (1.0 is 100 %), ``scheme_chosen`` the name of a
    scheme of the theme; ``manual_asked``, ``keys_asked``, ``practice_asked``,
    ``about_asked``.  The buttons are named ``<place>.text_smaller`` and so on.
    """

    text_size_changed = Signal(float)
    scheme_chosen = Signal(str)
    manual_asked = Signal()
    keys_asked = Signal()
    practice_asked = Signal()
    about_asked = Signal()

    def __init__(self, place: str, *, helps: bool = True) -> None:
        """Show all of it; without the menu of help unless it ``helps``."""
        super().__init__()
        self._smaller = Button("A–", "inset", name=say("Smaller text"), small=True)
        self._larger = Button("A+", "inset", name=say("Larger text"))
        self._now = Text("", "body_strong")
        self._scheme = Button("", "icon", icon="half", name=say("Colours"))
        self._help = Button("", "icon", icon="info", name=say("Help"))
        for button, what in (
            (self._smaller, "text_smaller"),
            (self._larger, "text_larger"),
            (self._scheme, "colours"),
            (self._help, "help"),
        ):
            button.setObjectName(f"{place}.{what}")
        if not helps:
            self._help.hide()
        self._menu, self._help_menu = self._make_menu(), self._make_help_menu(place)
        self._lay_out()
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self._scheme.clicked.connect(self._on_scheme)
        self._help.clicked.connect(self._on_help)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def offer_practice(self, *, offered: bool) -> None:
        """Offer to practise in the menu of help, or not; at first it does not."""
        self._practise.setVisible(offered)

    def pass_on(self, other: QWidget) -> None:
        """Let ``other``, which has signals of the same names, ask for what is chosen here."""
        for name in _ASKS:
            getattr(self, name).connect(getattr(other, name))

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for key, words in (
            ("light", say("Light")),
            ("dark", say("Dark")),
            ("high-contrast", say("High contrast")),
        ):
            action = QAction(words, menu, checkable=True)
            action.setData(key)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._on_chosen)
        return menu

    def _make_help_menu(self, place: str) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(f"{place}.help_menu")
        for words, signal in (
            (say("Manual (F1)"), self.manual_asked),
            (say("Keys (F2)"), self.keys_asked),
            (say("Practise with a made-up patient"), self.practice_asked),
            (say("About this program"), self.about_asked),
        ):
            menu.addAction(words).triggered.connect(signal)
        self._practise = menu.actions()[-2]
        self._practise.setVisible(False)
        return menu

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("kind", "group")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self._now.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._smaller)
        inside.addWidget(self._now, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self._larger)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("m"))
        row.addWidget(frame)
        row.addWidget(self._scheme, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._help, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _on_smaller(self) -> None:
        self.text_size_changed.emit(next_size(theme().text_scale, -1))

    def _on_larger(self) -> None:
        self.text_size_changed.emit(next_size(theme().text_scale, +1))

    def _on_scheme(self) -> None:
        for action in self._menu.actions():
            action.setChecked(action.data() == theme().scheme)
        self._menu.popup(self._scheme.mapToGlobal(QPoint(0, self._scheme.height() + 4)))

    def _on_help(self) -> None:
        self._help_menu.popup(self._help.mapToGlobal(QPoint(0, self._help.height() + 4)))

    def _on_chosen(self, action: QAction) -> None:
        self.scheme_chosen.emit(str(action.data()))

    def _on_themed(self) -> None:
        self._now.setText(say("{n} %", n=round(theme().text_scale * 100)))
        self._smaller.setEnabled(theme().text_scale > LEAST_SCALE)
        self._larger.setEnabled(theme().text_scale < MOST_SCALE)
