"""Accounts: how people get one, prove that it is theirs, and look after it."""
