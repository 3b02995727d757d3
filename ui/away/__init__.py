"""Tells when nobody is there, and leaves nothing on the clipboard."""
