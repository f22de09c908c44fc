"""Values as TypeScript: literals laid out as a person would write them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Literal: TypeAlias = "str | int | float | bool | Sequence[Literal] | Mapping[str, Literal]"

_WIDTH = 100
_NAME = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)


def spell_literal(value: Literal, indent: str = "", used: int = 0) -> str:
    """Spell a value; it stands on one line if that is short enough after the `used` columns.

    >>> spell_literal({"title": 'The "best"', "for-all": [1, True]})
    '{ title: "The \\\\"best\\\\"", "for-all": [1, true] }'
    """
    line = _spell_line(value)
    if isinstance(value, str | int | float) or not value:
        return line
    if len(indent) + used + len(line) < _WIDTH:
        return line
    inner = f"{indent}  "
    rows = "".join(f"{inner}{row},\n" for row in _list_rows(value, inner))
    start, end = "{}" if isinstance(value, Mapping) else "[]"
    return f"{start}\n{rows}{indent}{end}"


def _list_rows(value: Sequence[Literal] | Mapping[str, Literal], indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, each in value.items():
            start = f"{spell_name(name)}: "
            yield start + spell_literal(each, indent, len(start))
    else:
        yield from (spell_literal(each, indent) for each in value)


def _spell_line(value: Literal) -> str:
    match value:
        case str():
            return spell_text(value)
        case bool() | int() | float():
            return json.dumps(value)
        case Mapping():
            pairs = (f"{spell_name(name)}: {_spell_line(each)}" for name, each in value.items())
            return f"{{ {', '.join(pairs)} }}" if value else "{}"
    return f"[{', '.join(map(_spell_line, value))}]"


def spell_name(name: str) -> str:
    """Spell the name of a property, with quotes where it needs them.

    `__proto__` without brackets would be no property.
    """
    if name == "__proto__":
        return f"[{spell_text(name)}]"
    return name if _NAME.fullmatch(name) else spell_text(name)


def spell_text(text: str) -> str:
    r"""Spell a text: by number what can't be seen, or turns what stands beside it round.

    >>> spell_text("é\u202e\n")
    '"é\\u202e\\n"'
    """
    spelled = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else _spell_code(char) for char in spelled)


def _spell_code(char: str) -> str:
    return json.dumps(char)[1:-1]
