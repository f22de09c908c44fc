"""Text to blocks; knows no manifest."""
