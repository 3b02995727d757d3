"""What each page shows: one frozen view per page, made by pure functions."""
