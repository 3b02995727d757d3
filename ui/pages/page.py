"""What every page is: dumb.  It shows a frozen view and says by signals what the person wants."""

from PySide6.QtWidgets import QWidget

HELP = "help"
"""The property of a page that names the part of it which is shown, for the manual to open at."""


class Page(QWidget):
    """One page of the window, built once and kept.

    Each page has a ``show_view(view)`` of its own for a frozen view of ``spinecounsel.viewing``,
    and signals for
    what the person wants; it knows no session, no vault and no other page.  ``show_view`` is called
    again
    after every change, so it keeps focus, scroll position and the text being typed where they are.
    """

    def initial_focus(self) -> QWidget:
        """Give the control that has the focus when the page is entered."""
        return self
