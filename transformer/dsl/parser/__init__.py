"""Tokens, productions and the readers of a line."""
