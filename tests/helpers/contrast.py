"""How well one colour is told from another, as WCAG 2 measures it (success criterion 1.4.3)."""

from spinecounsel.colours import channels


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21.

    As WCAG 2 measures it (success criterion 1.4.3).
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
