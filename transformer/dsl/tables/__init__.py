"""The tables of the language, with the types of their rows."""
