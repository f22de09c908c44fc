"""What a mutant may change in a function of Python: conditions, what is returned, and words."""

import ast
from collections.abc import Callable, Iterator

Change = Callable[[], None]
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.LtE: ast.Gt,
    ast.Lt: ast.GtE,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Sub: ast.Add,
}


def list_changed(function: ast.FunctionDef) -> Iterator[Change]:
    """List what can be changed in a function, in an order that is always the same."""
    texts = {id(node.value) for node in ast.walk(function) if isinstance(node, ast.Expr)}
    for node in ast.walk(function):
        if id(node) not in texts or not isinstance(node, ast.Constant):
            yield from _change_condition(node)
            yield from _change_operator(node)
            yield from _change_constant(node)
            yield from _change_result(node)
            yield from _change_call(node)


def _change_condition(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.If | ast.IfExp):
        for value in (True, False):
            yield _set(node, "test", ast.Constant(value))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _set(node, "op", ast.Not(), operand=ast.UnaryOp(ast.Not(), node.operand))
    if isinstance(node, ast.comprehension):
        for place in range(len(node.ifs)):
            yield _set(node, "ifs", [*node.ifs[:place], *node.ifs[place + 1 :]])


def _change_operator(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            ops = [*node.ops]
            ops[place] = _COMPARISONS[type(operator)]()
            yield _set(node, "ops", ops)
    if isinstance(node, ast.BoolOp):
        yield _set(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
        for place in range(len(node.values)):
            yield _set(node, "values", [*node.values[:place], *node.values[place + 1 :]])
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _OPERATORS:
        yield _set(node, "op", _OPERATORS[type(node.op)]())


def _change_constant(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Constant):
        match node.value:
            case bool():
                yield _set(node, "value", not node.value)
            case str():
                yield _set(node, "value", f"XX{node.value}")


def _change_result(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Return) and node.value is not None:
        for value in (True, False):
            yield _set(node, "value", ast.Constant(value))


def _change_call(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        swapped = {"any": "all", "all": "any"}.get(node.func.id)
        if swapped:
            yield _set(node, "func", ast.Name(swapped))


def _set(node: ast.AST, name: str, value: object, **others: object) -> Change:
    def change() -> None:
        for each, new in {name: value, **others}.items():
            setattr(node, each, new)

    return change
