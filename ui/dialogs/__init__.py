"""Messages to people, through one door."""
