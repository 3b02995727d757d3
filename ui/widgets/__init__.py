"""Drawn controls that know no medicine."""
