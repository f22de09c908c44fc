"""The layer with the API of a Django project: files, and what they are filled with."""
