"""The page of one step: what matters to the patient."""
