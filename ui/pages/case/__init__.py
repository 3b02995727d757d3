"""The page of one step: the case in five parts."""
