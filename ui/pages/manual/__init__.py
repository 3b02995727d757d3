"""The manual: a window of its own with chapters, a search, and the text."""
