"""The one style sheet, filled with colours, measures and fonts."""

from collections.abc import Mapping
from functools import cache
from string import Template

from spinecounsel.colours import theme_folder
from ui.theme.tokens import Tokens, TypeToken

FONT_HEIGHT = 1.3  # ascent and descent of the reading font, in sizes (measured)


def style_sheet(tokens: Tokens, roles: Mapping[str, str], scale: float) -> str:
    """Give the style sheet in the colours of ``roles`` (``#rrggbb``); ``scale`` 1.0 is 100 %."""
    written = tokens.kinds["control"]
    control = written.size * scale * written.line_height  # as buttons set their words
    button = max(tokens.size["button"], control + tokens.size["button"] - 22)
    target = max(tokens.size["target_min"], control + tokens.size["target_min"] - 22)
    field = max(tokens.size["button"], height_of(tokens.kinds["lead"], scale) + 24)
    values: dict[str, object] = dict(roles)
    values |= {
        "px_radius_control": round(tokens.radius["control"]),
        "px_radius_card": round(tokens.radius["card"]),
        "px_button_inner": round(button - 3),
        "px_button_pad": 20,
        "px_chip": int(button // 2),
        "px_field_inner": round(field - 3),
        "px_target": round(target),
        "px_target_inner": round(target - 3),
        "px_arrow": round(36 * scale),
        "px_mark": round(tokens.glyph["mark"] * scale),
        "font_field": _font(tokens.kinds["lead"], scale),
    }
    values |= {f"font_{name}": _font(token, scale) for name, token in tokens.kinds.items()}
    return _template().substitute(values)


def height_of(token: TypeToken, scale: float) -> float:
    """Give the height of one line of text, px."""
    return token.size * scale * FONT_HEIGHT


def _font(token: TypeToken, scale: float) -> str:
    return f"font-size: {round(token.size * scale)}px; font-weight: {token.weight};"


@cache
def _template() -> Template:
    return Template((theme_folder() / "sheet.qss").read_text("utf-8"))
