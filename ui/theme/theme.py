"""The one look of the program: colours, fonts and measures by role, changed at any moment.

``theme()`` gives it.  Widgets ask it while they paint and listen to ``themed``; they never hold a
colour.
"""

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from spinecounsel.colours import Scheme, load_scheme
from ui.theme.focus_ring import FocusRing
from ui.theme.fonts import load_fonts
from ui.theme.palette import palette_of
from ui.theme.sheet import style_sheet
from ui.theme.tokens import load_tokens

LEAST_SCALE, MOST_SCALE = 1.0, 2.0
SIZED = "@"  # what stands between a type role and a size of its own
_EQUAL_DIGITS = QFont.Tag("tnum")


class Theme(QObject):
    """Gives colours, fonts and measures by role; dresses the application.

    ``themed`` comes after each change of scheme or text size.
    """

    themed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tokens = load_tokens()
        self._name = "light"
        self._scheme: Scheme = load_scheme(self._name)
        self._colours = self._read_colours()
        self._scale = LEAST_SCALE
        self._fonts: dict[str, QFont] = {}
        self._line_heights: dict[str, float] = {}
        self._metrics: dict[tuple[str, bool], QFontMetricsF] = {}
        self._ring: FocusRing | None = None

    @property
    def scheme(self) -> str:
        """``light``, ``dark`` or ``high-contrast``."""
        return self._name

    @property
    def text_scale(self) -> float:
        """The text size: 1.0 is 100 %, 2.0 is 200 %."""
        return self._scale

    @property
    def large_text(self) -> bool:
        """Whether text is so large that rail, banner and bars fold."""
        return self._scale >= self._tokens.large_text.folds_from

    def apply(self, app: QApplication, *, scheme: str, text_scale: float) -> None:
        """Dress ``app`` in ``scheme`` with text of ``text_scale`` (kept within 1.0 and 2.0)."""
        before = (self._name, self._scale)
        # A palette or font set while a style sheet is on does not reach widgets already there.
        app.setStyleSheet("")
        self.begin(app, scheme=scheme, text_scale=text_scale)
        self.finish(app)
        if (self._name, self._scale) != before:
            self.themed.emit()

    def begin(self, app: QApplication, *, scheme: str, text_scale: float) -> None:
        """Dress ``app``, but for the style sheet.

        What is made before ``finish`` is there sooner: Qt matches a sheet anew with all that is
        made, at each step of making it.
        """
        load_fonts(self._tokens.font.families[0])
        if scheme != self._name:
            self._scheme = load_scheme(scheme)
            self._name = scheme
            self._colours = self._read_colours()
        self._scale = max(LEAST_SCALE, min(MOST_SCALE, text_scale))
        self._fonts.clear()
        self._line_heights.clear()
        self._metrics.clear()
        if app.style().objectName() != "fusion":
            app.setStyle("Fusion")
        app.setPalette(palette_of(self._scheme.role))
        app.setFont(self.font("body"))

    def finish(self, app: QApplication) -> None:
        """Put the style sheet on, and the ring round what has the focus."""
        app.setStyleSheet(style_sheet(self._tokens, self._scheme.role, self._scale))
        app.setEffectEnabled(Qt.UIEffect.UI_General, False)  # noqa: FBT003 - nothing moves by itself
        if self._ring is None:
            self._ring = FocusRing(app, self.colour, self.px)

    def colour(self, role: str) -> QColor:
        """Give the colour of a role; ``KeyError`` when there is none of that name."""
        return QColor(self._colours[role])

    def font(self, role: str) -> QFont:
        """Give the font of a type role (``label``, ``control`` ...) at the present text size.

        A role with a size of its own (``second_title@0.71``) does not follow the text size: the
        patient's screen is as large as its window lets it be.
        """
        if role not in self._fonts:
            self._fonts[role] = self._make_font(role)
        return QFont(self._fonts[role])

    def size(self, role: str) -> int:
        """Give the size of the font of a type role, in px."""
        if role not in self._fonts:
            self._fonts[role] = self._make_font(role)
        return self._fonts[role].pixelSize()

    def metrics(self, role: str, *, bold: bool = False) -> QFontMetricsF:
        """Give the measures of the font of a type role, or of its bold."""
        if (role, bold) not in self._metrics:
            font = self.font(role)
            if bold and font.weight() < QFont.Weight.Bold:
                font.setWeight(QFont.Weight.Bold)
            self._metrics[role, bold] = QFontMetricsF(font)
        return self._metrics[role, bold]

    def line_height(self, role: str) -> float:
        """Give the distance of two lines of a type role, in px."""
        if role not in self._line_heights:
            kind, _, _ = role.partition(SIZED)
            self._line_heights[role] = self.size(role) * self._tokens.kinds[kind].line_height
        return self._line_heights[role]

    def px(self, name: str) -> int:
        """Give a measure in px, rounded up: ``m`` (a space), ``radius.card``, ``size.button`` ...

        Those of ``glyph`` grow with the text size.
        """
        table, _, key = name.rpartition(".")
        value = {
            "": self._tokens.space,
            "space": self._tokens.space,
            "radius": self._tokens.radius,
            "line": self._tokens.line,
            "size": self._tokens.size,
            "glyph": self._tokens.glyph,
        }[table][key]
        if table == "glyph":
            value *= self._scale
        return int(-(-value // 1))

    def _make_font(self, role: str) -> QFont:
        kind, _, own = role.partition(SIZED)
        token = self._tokens.kinds[kind]
        font = QFont()
        font.setFamilies(list(self._tokens.font.families))
        font.setPixelSize(max(1, round(token.size * (float(own) if own else self._scale))))
        font.setWeight(QFont.Weight(token.weight))
        if kind in self._tokens.tight:
            spacing = 100 + self._tokens.tight[kind]
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
        if kind == "number_cell":
            font.setFeature(_EQUAL_DIGITS, 1)
        return font

    def _read_colours(self) -> dict[str, QColor]:
        return {role: QColor(colour) for role, colour in self._scheme.role.items()}


@cache
def theme() -> Theme:
    """Give the one theme; before ``apply`` it is light at 100 %."""
    return Theme()
