"""The page of one step: options side by side."""
