"""The page of one step: what may lie ahead with each option."""
