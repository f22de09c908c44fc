"""Turns what an application is, said in a short text, into a complete project."""

__version__ = "0.1.0"
