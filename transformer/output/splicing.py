"""What an edit changes in a part of a project, carried over into the files of the whole."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from transformer.output.paths import MANIFEST
from transformer.output.statements import cut_statements

_RECORD = re.compile(r"^(?=- |\w)", re.MULTILINE)
_DEFINITION = re.compile(r"(?:@[^\n]*\n)*(?:class|def) \w+")
_IMPORT = re.compile(r"(?:from|import)\b")
_TWICE = 2
"""Once in the whole, and once in a part of it."""
_NAMED = re.compile(r"- name: \w+(?=\n)")


def splice(path: str, whole: bytes, old: bytes, new: bytes) -> bytes | None:
    """Make of a file what it becomes by what changes in a part of it; None if that isn't sure.

    `old` and `new` are the same file made of a part of the project, before the edit and after.
    Only definitions of a Python file, and records of a manifest, are carried over, and only those
    that the whole has word for word.
    """
    try:
        return _splice_text(path, whole, old, new)
    except (SyntaxError, ValueError):
        return None  # where the whole isn't what was rendered


def _splice_text(path: str, whole: bytes, old: bytes, new: bytes) -> bytes | None:
    if path == MANIFEST:
        records = [_RECORD.split(text.decode()) for text in (whole, old, new)]
        return _splice(records[0], records[1], records[2], _NAMED)
    if not path.endswith(".py"):
        return None
    files = [cut_statements(text.decode()) for text in (whole, old, new)]
    there, was, now = (_list_imported(each) for each in files)
    if was - now or not now - was <= there:
        return None  # what is imported depends on all of the file
    before, after = ([each for each in one if not _IMPORT.match(each)] for one in files[1:])
    changed = [each for each in before if each not in after]
    if any(_count_naming(each, files[0]) != _count_naming(each, before) for each in changed):
        return None  # what else is made with it isn't in the part
    return _splice(files[0], before, after, _DEFINITION)


def _list_imported(statements: Iterable[str]) -> set[tuple[str, ...]]:
    """List what is imported, each with its module and the name that it gets."""
    lines = "".join(each for each in statements if _IMPORT.match(each))
    return {
        (f"{'.' * getattr(node, 'level', 0)}{getattr(node, 'module', '')}", alias.name, name)
        for node in ast.parse(lines).body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        for name in [alias.asname or ""]
    }


def _splice(
    whole: Sequence[str], old: Sequence[str], new: Sequence[str], named: re.Pattern[str]
) -> bytes | None:
    """Replace the pieces that differ; None if one isn't the same thing, or isn't there once."""
    if len(old) != len(new):
        return None
    changes = {
        was.rstrip("\n"): now.rstrip("\n") for was, now in zip(old, new, strict=True) if was != now
    }
    counts = Counter(piece.rstrip("\n") for piece in (*whole, *old))
    for was, now in changes.items():
        if not _is_same_thing(named, was, now) or counts[was] != _TWICE:
            return None
    return _replace(whole, changes)


def _is_same_thing(named: re.Pattern[str], old: str, new: str) -> bool:
    """Tell whether two pieces are the same definition, or record, before an edit and after."""
    was, now = named.match(old), named.match(new)
    return bool(was and now and was[0] == now[0])


def _count_naming(piece: str, pieces: Iterable[str]) -> int:
    """Count the pieces that name what a piece defines, itself included."""
    start = _DEFINITION.match(piece)
    name = start[0].split()[-1] if start else ""
    word = re.compile(rf"\b{name}\b")
    return sum(name in each and bool(word.search(each)) for each in pieces)


def _replace(pieces: Sequence[str], changes: Mapping[str, str]) -> bytes:
    """Replace pieces; the empty lines behind one stay, as they depend on what follows it."""
    made = (changes.get(each.rstrip("\n"), each.rstrip("\n")) for each in pieces)
    ends = (each[len(each.rstrip("\n")) :] for each in pieces)
    return "".join(text + end for text, end in zip(made, ends, strict=True)).encode()
