"""The palette for everything that Qt paints by itself."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

_PLACES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "sheet",
    QPalette.ColorRole.AlternateBase: "well",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "sheet",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "ink",
    QPalette.ColorRole.Highlight: "action",
    QPalette.ColorRole.HighlightedText: "on_action",
    QPalette.ColorRole.Link: "action",
    QPalette.ColorRole.LinkVisited: "action",
    QPalette.ColorRole.ToolTipBase: "sheet",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Light: "sheet",
    QPalette.ColorRole.Midlight: "well",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.Accent: "action",
}
_WHEN_DISABLED = {
    QPalette.ColorRole.WindowText: "ink2",
    QPalette.ColorRole.Text: "ink2",
    QPalette.ColorRole.ButtonText: "ink2",
    QPalette.ColorRole.Base: "well",
}


def palette_of(roles: Mapping[str, str]) -> QPalette:
    """Give a palette of the colours (``#rrggbb``) of ``roles``."""
    palette = QPalette()
    for place, role in _PLACES.items():
        palette.setColor(place, QColor(roles[role]))
    for place, role in _WHEN_DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(roles[role]))
    return palette
