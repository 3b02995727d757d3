"""Measures of speed that people run; none of them is a test."""
