"""The finished record: its documents, and what became of them."""

from ui.pages.finished.page import FinishedPage

__all__ = ["FinishedPage"]
