"""Patterns of vocabularies and their expansion by `@use`."""
