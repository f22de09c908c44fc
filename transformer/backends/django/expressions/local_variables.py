"""Values that conditions ask for more than once, as local variables.

A value that can be asked for whatever a row is like gets a line of its own before the condition;
one that has to wait for what stands before it is named by `:=` where it is asked for first.
"""

import ast
import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from transformer.backends.django.code import Code, gather_names
from transformer.backends.django.expressions.compiler_rows import read_expression_table
from transformer.backends.django.expressions.variable_names import find_model, name_value
from transformer.backends.django.expressions.variable_places import Naming, is_safe

_NO_NAMES: Mapping[str, str] = {}
_BUILTINS = frozenset(dir(builtins))
"""A variable of one of these names would hide it in the whole function, before it as well."""


class Step(NamedTuple):
    """A step of a method: a value and what it is called, or a condition, which has no name."""

    name: str
    code: Code


def share_values(
    conditions: Iterable[Code],
    called: Mapping[str, str] = _NO_NAMES,
    taken: Iterable[str] = (),
) -> list[Step]:
    """Make the steps that ask conditions one after the other, and for each value once.

    `called` has the names that people have given to values, by their dumps; `taken` are the names
    that stand in the method besides.
    """
    steps = [Step("", each) for each in conditions]
    return _share(steps, called, {"self", *taken}, has_lines=True)


def share_within(code: Code) -> Code:
    """Make an expression that asks for a value once, and has no lines before it."""
    (step,) = _share([Step("", code)], _NO_NAMES, {"self"}, has_lines=False)
    return step.code


def _share(
    steps: list[Step], called: Mapping[str, str], taken: set[str], *, has_lines: bool
) -> list[Step]:
    taken |= _BUILTINS | gather_names([each.code for each in steps])
    done: set[str] = set()
    while (value := _find_shared(steps, called, done)) is not None:
        done.add(ast.dump(value))
        name = _find_free(called.get(ast.dump(value)) or name_value(value), taken)
        taken.add(name)
        steps = _introduce(name, value, steps, has_lines=has_lines)
    return steps


def _find_free(name: str, taken: set[str]) -> str:
    number = 1
    while (free := name if number == 1 else f"{name}_{number}") in taken:
        number += 1
    return free


def _find_shared(
    steps: Sequence[Step], called: Mapping[str, str], done: set[str]
) -> ast.expr | None:
    """Find the largest value that is asked for more than once."""
    seen: set[str] = set()
    shared: dict[str, ast.expr] = {}
    for each in _walk([step.code.node for step in steps], seen=set()):
        dump = ast.dump(each)
        if dump not in done and (dump in called or _is_worth_a_name(each)):
            if dump in seen:
                shared[dump] = each
            seen.add(dump)
    return shared[max(shared, key=len)] if shared else None


def _walk(nodes: Iterable[ast.AST], seen: set[str]) -> Iterator[ast.expr]:
    """Walk what nodes consist of; what has a name already only once."""
    for node in nodes:
        if isinstance(node, ast.NamedExpr):
            if ast.dump(node) in seen:
                continue
            seen.add(ast.dump(node))
        if isinstance(node, ast.expr):
            yield node
        yield from _walk(ast.iter_child_nodes(node), seen)


def list_values(code: Code) -> list[ast.AST]:
    """List the values of the row in an expression that take a function or a query."""
    return [each for each in ast.walk(code.node) if _is_worth_a_name(each)]


def _is_worth_a_name(node: ast.AST) -> bool:
    """Tell whether a value of the row takes a function or a query."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="functions"), attr=name)):
            is_asked = name in read_expression_table()["variables"]
        case _:
            is_asked = find_model(node) is not None
    return is_asked and any(
        isinstance(each, ast.Name) and each.id == "self" for each in ast.walk(node)
    )


def _introduce(name: str, value: ast.expr, steps: list[Step], *, has_lines: bool) -> list[Step]:
    """Give a value a name, and put that wherever the value is asked for."""
    named = [(each, *Naming(name, value).name_in(each.code)) for each in steps]
    asking = [each for each in named if each[1] is not each[0].code]
    first, _, is_sure = asking[0]
    if not (has_lines and (is_sure or is_safe(value, is_shared=len(asking) > 1))):
        return [
            Step(each.name, code if _is_read(name, code) else each.code) for each, code, _ in named
        ]
    number = steps.index(first)
    known = (Naming(name, value, is_known=True).name_in(each.code)[0] for each in steps)
    renamed = [Step(each.name, code) for each, code in zip(steps, known, strict=True)]
    return [*renamed[:number], Step(name, Code(value, first.code.names)), *renamed[number:]]


def _is_read(name: str, code: Code) -> bool:
    """Tell whether an expression reads a variable, and doesn't only set it."""
    found = [each for each in ast.walk(code.node) if isinstance(each, ast.Name | ast.NamedExpr)]
    named = [each for each in found if isinstance(each, ast.NamedExpr) and each.target.id == name]
    return sum(isinstance(each, ast.Name) and each.id == name for each in found) > len(named)
