"""Completion: make explicit what the language implies."""
