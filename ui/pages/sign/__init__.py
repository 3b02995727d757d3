"""The page of one step: the signatures."""
