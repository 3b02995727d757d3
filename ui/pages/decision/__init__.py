"""The page of one step: what was decided."""
