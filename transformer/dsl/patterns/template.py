"""Templates of patterns: a small part of Jinja in a sandbox, with the origin of each line."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from jinja2 import TemplateError, TemplateSyntaxError, nodes
from jinja2.runtime import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

Value: TypeAlias = "str | int | float | bool | Sequence[Value] | None"
"""A value that a template reads."""

_LARGEST = 100_000
_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_MARK = re.compile("\x00([0-9]+)\x00")
# Each turn of a loop adds a mark, so that a loop without end grows too large.
_TURN = "\x01"
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Filter,
    nodes.If, nodes.For, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.List,
    nodes.Tuple, nodes.CondExpr,
)  # fmt: skip


class PatternTemplateError(Exception):
    """Raised if a template is invalid; its line counts from 1."""

    def __init__(self, reason: str, line: int) -> None:
        """Keep the reason and the line."""
        super().__init__(reason)
        self.line = line


def render_template(source: str, words: Mapping[str, Value]) -> tuple[str, list[int]]:
    """Render a template; return the text and, for each of its lines, the line of the template.

    Raises PatternTemplateError if it is invalid, uses more than is permitted, or grows too large.
    """
    environment = _make_environment()
    try:
        tree = environment.parse(source)
        _check_nodes(tree)
        _mark_lines(tree)
        code = environment.compile(tree)
        template = environment.template_class.from_code(environment, code, {})
        return _split_lines(_collect(template.generate(**words)))
    except TemplateSyntaxError as error:
        raise PatternTemplateError(error.message or "unreadable", error.lineno) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        raise PatternTemplateError(str(error), 1) from error


@cache
def _make_environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_spell,
    )
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _BUILT_IN_FILTERS} | _FILTERS
    environment.tests.clear()
    return environment


_BUILT_IN_FILTERS = ("lower", "upper", "title", "first", "last", "length")


def _join(items: Iterable[Value], between: str = "") -> str:
    """Join the items to one text, no longer than an expansion may be."""
    text = str(between).join(str(_spell(item)) for item in items)
    if len(text) > _LARGEST:
        raise ValueError(f"it grows beyond {_LARGEST} characters")
    return text


def _replace(text: Value, old: Value, new: Value) -> str:
    """Replace a part of the text, which grows no longer than an expansion may be."""
    whole, sought, put = str(text), str(old), str(new)
    if len(whole) + whole.count(sought) * len(put) > _LARGEST:
        raise ValueError(f"it grows beyond {_LARGEST} characters")
    return whole.replace(sought, put)


def _quote(value: Value) -> Value:
    """Spell a value, or each of a list, as an enum has it: in quotes unless it is a name."""
    if isinstance(value, list):
        return [_quote(each) for each in value]
    return value if _NAME.fullmatch(str(value)) else f'"{value}"'


_FILTERS = {
    "join": _join,
    "replace": _replace,
    "pairs": lambda items: list(itertools.pairwise(items)),
    "value": _quote,
    "snake": lambda name: re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", str(name)).lower(),
}


def _spell(value: Value) -> Value:
    """Spell a value as the language writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else value


def _check_nodes(tree: nodes.Template) -> None:
    """Refuse nodes that could reach beyond the template or run for long."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _NODES):
            name = type(node).__name__.lower()
            raise TemplateSyntaxError(f"`{name}` isn't permitted here", node.lineno)
        if isinstance(node, nodes.For):
            inner = list(node.find_all(nodes.For))
            if any(list(each.find_all(nodes.For)) for each in inner):
                raise TemplateSyntaxError("loops may be nested twice only", node.lineno)


def _mark_lines(tree: nodes.Template) -> None:
    """Mark every line of the template's own text with its number."""
    for data in tree.find_all(nodes.TemplateData):
        lines = enumerate(data.data.split("\n"), data.lineno)
        data.data = "\n".join(f"\x00{number}\x00{line}" for number, line in lines)
    for loop in tree.find_all(nodes.For):
        loop.body.append(nodes.Output([nodes.TemplateData(_TURN)]))


def _collect(parts: Iterable[str]) -> str:
    text, size = [], 0
    for part in parts:
        size += len(part)
        text.append(part)
        if size > _LARGEST:
            raise ValueError(f"it grows beyond {_LARGEST} characters")
    return "".join(text)


def _split_lines(text: str) -> tuple[str, list[int]]:
    lines, origins, latest = [], [], 1
    for line in text.replace(_TURN, "").split("\n"):
        marks = _MARK.findall(line)
        # Marks of a tag stand at the start of a line; the last mark is always the line's own.
        latest = int(marks[-1]) if marks else latest
        lines.append(_MARK.sub("", line))
        origins.append(latest)
    return "\n".join(lines), origins
