"""What the language implies, made explicit."""
