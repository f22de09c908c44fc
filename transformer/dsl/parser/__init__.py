"""The parser: tokens, lines, productions, and the readers of phrases."""
