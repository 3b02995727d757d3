"""How long a passphrase is: asked by the vault, and said where one is chosen."""

SHORTEST = 10  # characters
