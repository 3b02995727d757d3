"""What can go wrong with a vault, in plain sentences."""
