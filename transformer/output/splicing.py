"""What an edit changes in a part of a project, carried over into the files of the whole."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from transformer.output.paths import MANIFEST
from transformer.output.statements import cut_statements

_RECORD = re.compile(r"^(?=- |\w)", re.MULTILINE)
_DEFINITION = re.compile(r"(?:@[^\n]*\n)*(?:class|def) \w+")
_NAME = re.compile(r"(?:@[^\n]*\n)*(?:class |def )?(\w+)")
_IMPORT = re.compile(r"(?:from|import)\b")
_TWICE = 2
"""Once in the whole, and once in a part of it."""
_NAMED = re.compile(r"- name: \w+(?=\n)")


def splice(path: str, whole: bytes, old: bytes, new: bytes) -> bytes | None:
    """Make of a file what it becomes by what changes in a part of it; None if that isn't sure.

    `old` and `new` are the same file made of a part of the project, before the edit and after.
    Definitions of a Python file and records of a manifest that the whole has word for word are
    carried over, and elsewhere lines that it has once between the same two.
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
        text = _splice_lines(whole.decode(), old.decode(), new.decode())
        return None if text is None else text.encode()
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
    parts = {was: now for was, now in changes.items() if counts[was] == 1}
    known = {was: now for was, now in changes.items() if was not in parts}
    for was, now in known.items():
        if not _is_same_thing(named, was, now) or counts[was] != _TWICE:
            return None
    text: str | None = _replace(whole, known)
    for was, now in parts.items():
        text = text and _splice_lines(text, was, now)
    return text.encode() if text else None


def _splice_lines(whole: str, old: str, new: str) -> str | None:
    """Replace the lines that differ; None if the whole hasn't got them in just one place."""
    was, now = _cut_lines(old), _cut_lines(new)
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    text: str | None = f"\n{whole}"
    for step, start, end, first, last in reversed(steps):
        if step != "equal" and text is not None:
            above, below = was[max(start - 1, 0) : start], was[end : end + 1]
            text = _replace_lines(text, above, was[start:end], now[first:last], below)
    return text and text[1:]


def _cut_lines(text: str) -> list[str]:
    """Cut a text at nothing but ends of lines, which are all that is put back."""
    return text.removesuffix("\n").split("\n")


def _replace_lines(
    text: str, above: list[str], old: list[str], new: list[str], below: list[str]
) -> str | None:
    """Replace lines that stand once above or below others; new ones stand between the same two."""
    nothing: list[str] = []
    beside = [(above, below), *([(above, nothing), (nothing, below)] if old else [])]
    for over, under in beside:
        before, after = ("\n".join(["", *over, *each, *under, ""]) for each in (old, new))
        place = text.find(before)
        # Two in a row share the end of a line, which count() takes for one.
        if (over or under) and place >= 0 and text.find(before, place + 1) < 0:
            return text.replace(before, after)
    return None


def _is_same_thing(named: re.Pattern[str], old: str, new: str) -> bool:
    """Tell whether two pieces are the same definition, or record, before an edit and after."""
    was, now = named.match(old), named.match(new)
    return bool(was and now and was[0] == now[0])


def _count_naming(piece: str, pieces: Iterable[str]) -> int:
    """Count the pieces that name what a piece defines, itself included."""
    start = _NAME.match(piece)
    if start is None:
        return 0
    word = re.compile(rf"\b{start[1]}\b")
    return sum(start[1] in each and bool(word.search(each)) for each in pieces)


def _replace(pieces: Sequence[str], changes: Mapping[str, str]) -> str:
    """Replace pieces; the empty lines behind one stay, as they depend on what follows it."""
    made = (changes.get(each.rstrip("\n"), each.rstrip("\n")) for each in pieces)
    ends = (each[len(each.rstrip("\n")) :] for each in pieces)
    return "".join(text + end for text, end in zip(made, ends, strict=True))
