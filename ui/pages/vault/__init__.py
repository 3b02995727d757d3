"""The screen that looks after the vault."""
