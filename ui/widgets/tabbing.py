"""The way of the Tab key: what is made late stands where it is read, not after all the rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(above: QWidget, *parts: QWidget) -> None:
    """Let Tab go from the last control of ``above`` through all of ``parts``, in this order.

    Within each of them the order stays.  All of them stand in one window.
    """
    before = _stops(above, above)
    here = before[-1] if before else _stop_before(above)
    for part in parts:
        for stop in _stops(part, here):
            QWidget.setTabOrder(here, stop)
            here = stop


def _stops(part: QWidget, start: QWidget) -> list[QWidget]:
    """Give the controls in ``part``, itself among them, as the Tab key finds them from ``start``.

    The place of ``part`` itself tells nothing: it stays where it is when they are moved.
    """
    inside = (part, *part.findChildren(QWidget))
    wanted = {each for each in inside if _takes_tab(each) and each.window() is part.window()}
    found: list[QWidget] = []
    each: QWidget | None = start
    while each is not None and len(found) < len(wanted):
        if each in wanted:
            found.append(each)
        each = each.nextInFocusChain()
    return found


def _stop_before(part: QWidget) -> QWidget:
    """Give the control that comes before the place of ``part``, which has none itself."""
    each = part.previousInFocusChain()
    while each is not None and each is not part and not _takes_tab(each):
        each = each.previousInFocusChain()
    return each or part


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
