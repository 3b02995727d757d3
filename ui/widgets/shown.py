"""Shows and hides what lies in a page that is not shown yet, without a layout for nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def was_hidden(widget: QWidget) -> bool:
    """Whether ``widget`` was hidden on purpose; what waits for its page was not."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def show_if(widget: QWidget, *, shown: bool) -> None:
    """Show or hide ``widget``; nothing is laid out when it is so already."""
    if was_hidden(widget) is shown:
        widget.setVisible(shown)
