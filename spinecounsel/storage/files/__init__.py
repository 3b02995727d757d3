"""The files that a vault consists of, and what can be told of them from outside."""
