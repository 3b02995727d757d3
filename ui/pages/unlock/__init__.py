"""The first page: make the vault, or open it."""

from ui.pages.unlock.page import UnlockPage

__all__ = ["UnlockPage"]
