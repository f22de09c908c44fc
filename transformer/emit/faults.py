"""What can be wrong with a backend, as a value to report."""

from collections.abc import Mapping
from pathlib import Path


class BackendFault(Exception):
    """A backend that can't be used: a row of `mappings/problems.yaml`, its words and a place."""

    def __init__(self, code: str, file: Path | None = None, line: int = 1, **words: str) -> None:
        """Keep what to report and where."""
        super().__init__(code, words)
        self.code = code
        self.file = file
        self.line = line
        self.words: Mapping[str, str] = words
