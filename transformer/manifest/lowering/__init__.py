"""Blocks to a draft of the manifest."""
