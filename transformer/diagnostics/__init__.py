"""Diagnostics: problems as values, their reports and explanations, and access to the tables."""
