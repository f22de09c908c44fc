"""Explanations of problem codes: the row, the reason, and an example, wrong and right."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from transformer.diagnostics.resources import fixture_folder, read_table, read_table_text

_Rows = dict[str, dict[str, str]]
_FOLDER = "problems"
# In the table, a comment under an empty line is the heading of the rows after it.
_LINE = re.compile(r"(?<=\n\n)# (?P<heading>.+)$|^(?P<code>[a-z0-9-]+):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the file that it has to stand in if that matters, and its report."""

    text: str
    file: str | None
    report: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known about a code; an example that doesn't exist is None."""

    code: str
    level: str
    message: str
    hint: str | None
    reason: str | None
    wrong: Example | None
    right: Example | None


def list_codes() -> dict[str, list[str]]:
    """List the codes of all problems, by the heading that they stand under."""
    groups: dict[str, list[str]] = {}
    heading = ""
    for line in _LINE.finditer(read_table_text("language/problems")):
        heading = line["heading"] or heading
        if line["code"]:
            groups.setdefault(heading, []).append(line["code"])
    return groups


def explain_code(code: str) -> Explanation:
    """Collect all that is known about a code.

    Raises KeyError if there is no such code.
    """
    row = read_table("language/problems", _Rows)[code]
    more = read_table("language/explanations", _Rows).get(code, {})
    hints = [row[column] for column in ("otherwise", "hint") if column in row]
    return Explanation(
        code=code,
        level=row["level"],
        message=generalize_sentence(row["message"]),
        hint=generalize_sentence(hints[0]) if hints else None,
        reason=more.get("explanation"),
        wrong=_find_example(more, "wrong", code, f"{code}.dsl"),
        right=_find_example(more, "right", code, f"{code}.right.dsl"),
    )


def generalize_sentence(sentence: str) -> str:
    """Put an ellipsis in the place of each placeholder of a sentence.

    >>> generalize_sentence("there is no type `{word}`")
    'there is no type `…`'
    """
    parts = Formatter().parse(sentence)
    return "".join(text + ("…" if name is not None else "") for text, name, _, _ in parts)


def _find_example(more: Mapping[str, str], column: str, code: str, file: str) -> Example | None:
    """Find the example of a code, in the table or else among the fixtures.

    A wrong one comes with its report.
    """
    reports = "reports/" if column in more else ""
    report = _read_fixture(f"{reports}{code}.txt") if column == "wrong" else ""
    if column in more:
        return Example(more[column].rstrip("\n"), more.get("in"), report)
    text = _read_fixture(file)
    return Example(text, None, report) if text else None


def _read_fixture(name: str) -> str:
    path: Path = fixture_folder(_FOLDER) / name
    return path.read_text(encoding="utf-8").rstrip("\n") if path.is_file() else ""
