"""Backups: made, tried, kept, restored."""
