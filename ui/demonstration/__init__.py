"""A made-up consultation, played by clicks and keys."""
