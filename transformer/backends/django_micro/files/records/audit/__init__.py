"""What became of rows: who added, changed and deleted them, when, and what changed."""
