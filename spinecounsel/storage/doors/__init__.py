"""What a person can do with an open vault; every door asks for a right first."""
