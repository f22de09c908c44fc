"""The import block of an emitted Python module, as isort would sort it."""

import builtins
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NotRequired, TypedDict, get_args

from transformer.backends.django.printing import WIDTH
from transformer.diagnostics.resources import read_table, read_table_text, table_file
from transformer.engine.errors import BackendError

Section = Literal["standard", "library", "project", "local"]
_SECTIONS: tuple[Section, ...] = get_args(Section)
_CELLS = ("django/types", "django/traits", "django/widgets")  # the tables whose cells are Python
_DIGITS = re.compile(r"(\d+)")


# A row of `imports.yaml`; its columns are words of Python.
ImportRow = TypedDict("ImportRow", {"from": NotRequired[str], "section": Section})


def read_imports() -> dict[str, ImportRow]:
    """Read `imports.yaml`: name in emitted Python → where it comes from."""
    return read_table("django/imports", dict[str, ImportRow])


def write_imports(names: Iterable[str], local: Mapping[str, Iterable[str]] | None = None) -> str:
    """Write imports of names that `imports.yaml` knows, and of names of the app's modules.

    Raises BackendError if nothing says where a name comes from.
    """
    rows, wanted_names = read_imports(), set(names) - vars(builtins).keys()
    if unknown := wanted_names - rows.keys():
        raise _blame_cell(min(unknown), rows)
    known = [(rows[name]["section"], rows[name].get("from"), name) for name in wanted_names]
    wanted = [
        ("local" if module.startswith(".") else "project", module, name)
        for module, of in (local or {}).items()
        for name in of
    ]
    sections = (
        "\n".join(
            _write_section(
                {(module, name) for kind, module, name in known + wanted if kind == section}
            )
        )
        for section in _SECTIONS
    )
    return "\n\n".join(section for section in sections if section)


def _blame_cell(name: str, known: Iterable[str]) -> BackendError:
    """Make the error of the first cell of a table that uses the name."""
    word = re.compile(rf"(?<![\w$]){name}\b")
    for table in _CELLS:
        for number, line in enumerate(read_table_text(table).splitlines(), 1):
            if not line.startswith("#") and word.search(line):
                words = {"word": name, "known": ", ".join(known)}
                return BackendError("backend-import", table_file(table), number, **words)
    return BackendError(
        "backend-import", table_file("django/imports"), word=name, known=", ".join(known)
    )


def _write_section(pairs: set[tuple[str | None, str]]) -> Iterator[str]:
    yield from sorted(f"import {name}" for module, name in pairs if module is None)
    members: dict[str, list[str]] = {}
    for module, name in pairs:
        if module is not None:
            members.setdefault(module, []).append(name)
    for module in sorted(members):
        yield _write_from(module, sorted(members[module], key=order_member))


def _write_from(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"from {module} import (", *(f"    {name}," for name in names), ")"])


def order_member(name: str) -> tuple[int, tuple[tuple[int, int, str], ...], str]:
    """Rank a member as isort does: constants, classes, the rest; 2 before 10, whatever the case."""
    constant = len(name) > 1 and name.isupper()
    kind = 0 if constant else 1 if name[:1].isupper() else 2
    parts = tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in _DIGITS.split(name.lower())
        if part
    )
    return kind, parts, name
