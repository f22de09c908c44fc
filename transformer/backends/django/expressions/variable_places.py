"""Where a value has a name already, in the order in which Python evaluates a condition."""

import ast
from collections.abc import Sequence

from transformer.backends.django.code import Code
from transformer.backends.django.expressions.compiler_rows import read_expression_table
from transformer.backends.django.expressions.variable_names import find_model

_LAZY = ("all", "exclude", "filter")


class Naming:
    """The naming of a value within a condition."""

    def __init__(self, name: str, value: ast.expr, *, is_known: bool = False) -> None:
        self._name, self._value, self._dump = name, value, ast.dump(value)
        self._is_known = self._is_known_after_all = is_known

    def name_in(self, code: Code) -> tuple[Code, bool]:
        """Put the name where the value stands; return whether that is asked for in any case.

        What doesn't ask for the value stays the same object.
        """
        if not any(self._is_value(each) for each in ast.walk(code.node)):
            return code, False
        return Code(self._visit(code.node), code.names), self._is_known

    def _is_value(self, node: ast.AST) -> bool:
        return type(node) is type(self._value) and ast.dump(node) == self._dump

    def _visit(self, node: ast.expr) -> ast.expr:
        if self._is_value(node):
            name = ast.Name(self._name)
            named = name if self._is_known else ast.NamedExpr(name, node)
            self._is_known = True
            return named
        match node:
            case ast.BoolOp():
                return self._visit_junction(node)
            case ast.IfExp():
                return self._visit_choice(node)
            case ast.Call(func=function, args=arguments, keywords=keywords):
                function, arguments = self._visit(function), self._visit_all(arguments)
                words = [ast.keyword(each.arg, self._visit(each.value)) for each in keywords]
                return ast.Call(function, arguments, words)
        return self._visit_plain(node)

    def _visit_plain(self, node: ast.expr) -> ast.expr:
        match node:
            case ast.Attribute(value=value, attr=attribute):
                return ast.Attribute(self._visit(value), attribute)
            case ast.Compare(left=left, ops=ops, comparators=others):
                return ast.Compare(self._visit(left), ops, self._visit_all(others))
            case ast.BinOp(left=left, op=sign, right=right):
                return ast.BinOp(self._visit(left), sign, self._visit(right))
            case ast.UnaryOp(op=op, operand=operand):
                return ast.UnaryOp(op, self._visit(operand))
            case ast.List(elts=items) | ast.Tuple(elts=items):
                return type(node)(self._visit_all(items))
            case ast.NamedExpr(target=target, value=value):
                return ast.NamedExpr(target, self._visit(value))
        return node

    def _visit_all(self, nodes: Sequence[ast.expr]) -> list[ast.expr]:
        return [self._visit(each) for each in nodes]

    def _visit_junction(self, node: ast.BoolOp) -> ast.BoolOp:
        """Visit operands; each is asked for only after those before it, the first in any case."""
        first = self._visit(node.values[0])
        is_sure = self._is_known
        others = self._visit_all(node.values[1:])
        self._is_known_after_all, self._is_known = self._is_known, is_sure
        return ast.BoolOp(node.op, [first, *others])

    def _visit_choice(self, node: ast.IfExp) -> ast.IfExp:
        test = self._visit(node.test)
        before = self._is_known
        match test:
            case ast.BoolOp(op=ast.And()):  # Where all are true, all were asked for.
                self._is_known = self._is_known_after_all
        body = self._visit(node.body)
        after, self._is_known = self._is_known, before
        other = self._visit(node.orelse)
        self._is_known = self._is_known and after
        return ast.IfExp(test, body, other)


def is_safe(value: ast.expr, *, is_shared: bool) -> bool:
    """Tell whether to ask for a value at once, whatever is missing in the row.

    A query that only one condition asks for waits until that does.
    """
    return _never_fails(value) and (is_shared or _asks_nothing(value))


def _asks_nothing(value: ast.expr) -> bool:
    """Tell whether a value takes no query; one that is only made doesn't run yet."""
    match value:
        case ast.Call(func=ast.Attribute(attr=name)) if find_model(value):
            return name in _LAZY
    return not any(find_model(each) for each in ast.walk(value))


def _never_fails(node: ast.AST) -> bool:
    """Tell whether a value can be asked for although something in it is missing."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="functions"), attr=name), args=given):
            row = read_expression_table()["variables"].get(name)
            if name.islower() and not (row and "safe" in row):
                return False
            return all(_is_attribute(each) or _never_fails(each) for each in given)
        case ast.BinOp(left=left, right=right) if any(map(_may_be_none, (left, right))):
            return False
        case ast.Attribute(attr=name) if _is_attribute(node):
            return name == "pk"
    return all(map(_never_fails, ast.iter_child_nodes(node)))


def _is_attribute(node: ast.AST) -> bool:
    """Tell whether a value is that of a field."""
    match node:
        case ast.Attribute(value=ast.Name(id="self")):
            return True
    return False


def _may_be_none(node: ast.expr) -> bool:
    """Tell whether there is a function of Python in an operand."""
    names = (each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute))
    return any(name in read_expression_table()["variables"] for name in names)
