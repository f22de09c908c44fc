"""The one layout of a .dsl file."""
