"""The page with a recovery code that was just made."""
