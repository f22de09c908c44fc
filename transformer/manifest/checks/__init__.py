"""Semantic checks, a module per subject."""
