"""From passphrase, code or recovery code to the key of the vault."""
