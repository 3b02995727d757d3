"""The page of one step: who it is about."""
