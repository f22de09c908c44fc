"""The models of the app, importable from one place."""
