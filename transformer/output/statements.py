"""The statements at the top level of a Python file, as texts."""

import re
from collections.abc import Iterable, Iterator

_STATEMENT = re.compile(r"^(?=[^\s#)\]}])", re.MULTILINE)


def cut_statements(text: str) -> tuple[str, ...]:
    r"""Cut a Python file into its statements, each with its decorators and the lines behind it.

    >>> cut_statements("import a\n\n\n@b\nclass C:\n    d = 1\n")
    ('import a\n\n\n', '@b\nclass C:\n    d = 1\n')
    """
    return tuple(_join_decorators(_STATEMENT.split(text)))


def _join_decorators(pieces: Iterable[str]) -> Iterator[str]:
    waiting = ""
    for piece in pieces:
        waiting += piece
        if piece and not piece.startswith("@"):
            yield waiting
            waiting = ""
