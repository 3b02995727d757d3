"""The page of one step: the options, topic by topic."""
