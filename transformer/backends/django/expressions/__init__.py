"""The compiler of expressions: to what queries compute, and to what Python computes of a row."""
