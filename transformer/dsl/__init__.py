"""The language: text to blocks. It doesn't know the manifest."""
