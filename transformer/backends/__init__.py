"""A folder per technology: its Python, templates and tables."""
