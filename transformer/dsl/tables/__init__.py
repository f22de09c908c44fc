"""The tables of the language as types: a class per kind of row, which names its columns."""
