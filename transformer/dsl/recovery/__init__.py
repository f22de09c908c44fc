"""Error recovery: one mistake, one diagnostic."""
