"""The manifest as objects, and the names made from it."""
