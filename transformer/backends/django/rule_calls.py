"""What the lines of rules are made of, in policies and in transitions."""

import ast
from collections.abc import Callable
from copy import deepcopy

from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.model.expressions import Constant, Expression, HasRole, Operation

OPPOSITES = {"and": "or", "or": "and"}
_OF_ANYBODY = {"pk", "is_active", "is_staff", "is_superuser", "username"}
"""What Django's `AnonymousUser` has as well."""


def ask_condition(
    condition: Expression,
    ask_part: Callable[[Expression], Code],
    is_split: Callable[[Operation, str], bool],
    *,
    wanted: bool = True,
) -> Code:
    """Make what asks where a condition is as wanted, of parts that `ask_part` makes.

    `is_split` tells whether the operands of `and` or `or`, which are joined by a word, stand by
    themselves.
    """
    match condition:
        case Constant(value=bool(value)):
            return refer_to("always" if value == wanted else "never")
        case Operation(operator="not", operands=(operand,)):
            return ask_condition(operand, ask_part, is_split, wanted=not wanted)
        case _ if roles := list_roles(condition):
            return name_roles(roles) if wanted else invert(name_roles(roles))
        case Operation(operator="and" | "or" as word, operands=operands):
            joined = word if wanted else OPPOSITES[word]
            if is_split(condition, joined):
                asked = (ask_condition(p, ask_part, is_split, wanted=wanted) for p in operands)
                return join_conditions(joined, list(asked))
    return ask_part(condition if wanted else Operation("not", (condition,), type="bool"))


def list_roles(condition: Expression) -> tuple[str, ...]:
    """List the roles of which a condition asks for one, if it asks for nothing else."""
    match condition:
        case HasRole(role=role):
            return (role,)
        case Operation(operator="or", operands=operands):
            found = [list_roles(each) for each in operands]
            return tuple(role for roles in found for role in roles) if all(found) else ()
    return ()


def name_roles(roles: tuple[str, ...]) -> Code:
    """Make what is true of whoever has one of some roles."""
    return refer_to("role").call(*map(make_literal, roles))


def invert(code: Code) -> Code:
    """Make the opposite of what is known of people."""
    return Code(ast.UnaryOp(ast.Invert(), code.node), code.names)


def join_conditions(word: str, parts: list[Code]) -> Code:
    """Join conditions of rules by `&` or `|`."""
    operator = ast.BitAnd() if word == "and" else ast.BitOr()
    joined, *others = parts
    for each in others:
        joined = Code(ast.BinOp(joined.node, operator, each.node), joined.names | each.names)
    return joined


def make_lambda(names: list[str], body: Code) -> Code:
    """Make a function of some arguments."""
    arguments = ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])
    return Code(ast.Lambda(arguments, body.node), body.names - {*names})


class _Reading(ast.NodeTransformer):
    """What everybody has who may ask is read directly."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Read directly of whoever asks what also those have who aren't signed in."""
        match node:
            case ast.Call(
                func=ast.Attribute(attr="follow"),
                args=[ast.Name(id="user") as user, ast.Constant(value=str(name))],
            ) if name in _OF_ANYBODY:
                return ast.Attribute(user, name)
        return self.generic_visit(node)


class _Renaming(_Reading):
    """What a condition is about has the name that it has among a rule's arguments."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Call the row so."""
        return ast.Name("row") if node.id == "self" else node


def rename_row(code: Code) -> Code:
    """Call the row of a condition as the arguments of rules do."""
    return _visit(code, _Renaming())


def read_directly(code: Code) -> Code:
    """Read of whoever asks what everybody has as an attribute."""
    return _visit(code, _Reading())


def _visit(code: Code, transformer: ast.NodeTransformer) -> Code:
    node = transformer.visit(deepcopy(code.node))
    nodes = list(ast.walk(node))
    named = {each.target.id for each in nodes if isinstance(each, ast.NamedExpr)}
    names = {each.id for each in nodes if isinstance(each, ast.Name)}
    return Code(node, frozenset(names - named))
