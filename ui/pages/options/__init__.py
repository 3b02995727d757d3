"""The page of one step: which options to go through."""
