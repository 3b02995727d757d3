"""What joins each page to the session."""
