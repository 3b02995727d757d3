"""What is kept: the consent record, its signatures, its fingerprint, its JSON."""
