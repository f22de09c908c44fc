"""A project on disk: its settings, its files, and how a new one starts."""
