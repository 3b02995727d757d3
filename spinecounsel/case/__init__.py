"""Who it is about: patient, tumour, clinical scores, and which options and estimates apply."""
