"""The drawn spine: its shapes, the whole of it, and one region to choose levels in."""
