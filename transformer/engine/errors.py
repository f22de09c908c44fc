"""The exception for a broken backend: the code of its problem, the file and the line."""

import re
from collections.abc import Mapping
from pathlib import Path


class BackendError(Exception):
    """Raised if a backend can't be used: a row of the table of problems, its words and a place."""

    def __init__(self, code: str, file: Path | None = None, line: int = 1, **words: str) -> None:
        """Keep what to report and where."""
        super().__init__(code, words)
        self.code = code
        self.file = file
        self.line = line
        self.words: Mapping[str, str] = words


def find_line(path: Path, word: str, sign: str) -> int:
    """Find the line of a file on which a word first stands as a whole; else the first line.

    Lines with a sign of what is looked for go before those without.
    """
    pattern = re.compile(rf"(?<![\w.]){re.escape(word)}(?!\w)")
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    found = [number for number, line in enumerate(lines, 1) if pattern.search(line)]
    likely = [number for number in found if re.search(sign, lines[number - 1])]
    return next(iter((*likely, *found)), 1)
