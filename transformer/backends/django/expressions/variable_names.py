"""What variables are called, by what gives their values."""

import ast
import re

from transformer.backends.django.expressions.compiler_rows import read_expression_table


def find_model(node: ast.AST) -> str | None:
    """Find the model of which a value is a query, or what one gives; None where it is neither."""
    match node:
        case ast.Attribute(value=ast.Name(id=model), attr="objects"):
            return model
        case ast.Call(func=ast.Attribute(value=rows)):
            return find_model(rows)
    return None


def name_value(value: ast.expr) -> str:
    """Name a value.

    >>> name_value(ast.parse("Line.objects.filter(order=self).count()", "", "eval").body)
    'line_count'
    >>> name_value(ast.parse('functions.follow(self, "spare", "price")', "", "eval").body)
    'spare_price'
    >>> rounded = "functions.round_half_even(functions.read_exact(self.size), 1)"
    >>> name_value(ast.parse(rounded, "", "eval").body)
    'value'
    """
    if model := find_model(value):
        return _name_query(value, model)
    match value:
        case ast.Call(func=ast.Attribute(attr=function), args=[first, *others]):
            return _name_result(function, first, others)
    return "value"


def _name_query(value: ast.expr, model: str) -> str:
    is_counted = isinstance(value, ast.Call) and ast.unparse(value.func).endswith(".count")
    return f"{_spell(model)}_{'count' if is_counted else 'set'}"


def _name_result(function: str, first: ast.expr, others: list[ast.expr]) -> str:
    # What isn't listed is too small to be named, but something larger may begin with it.
    row = read_expression_table()["variables"].get(function)
    called = row.get("called") if row else None
    if called is None:
        return name_value(first)
    match first, others:
        case ast.Name(id="self"), [*_, ast.Constant(value=str(step)), ast.Constant(value=str(end))]:
            return f"{step}_{end}"
        case ast.Attribute(value=ast.Name(), attr=attribute), _:
            return f"{attribute}_{called}"
        case _, [ast.Call(func=ast.Attribute(attr=aggregate)) as taken, *_] if find_model(first):
            return f"{_name_taken(taken, find_model(first) or '')}_{_spell(aggregate)}"
    return called


def _name_taken(aggregate: ast.Call, model: str) -> str:
    """Name what an aggregate takes: a field, or else the rows themselves."""
    match aggregate.args:
        case [ast.Call(func=ast.Attribute(attr="F"), args=[ast.Constant(value=str(path))])]:
            return path.replace("__", "_")
    return _spell(model)


def _spell(name: str) -> str:
    """Spell the name of a class as that of a variable."""
    return re.sub("(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
