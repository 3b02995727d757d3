"""The page of one step: what the patient expects."""
