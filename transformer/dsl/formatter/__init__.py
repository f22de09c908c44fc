"""The formatter of .dsl files."""
