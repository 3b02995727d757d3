"""The people who can open the vault."""
