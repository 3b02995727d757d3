"""The page of one step: all consultations."""
