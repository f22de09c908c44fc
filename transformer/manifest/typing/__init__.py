"""Type inference for expressions."""
