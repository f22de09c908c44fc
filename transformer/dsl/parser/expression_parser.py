"""Expressions: a precedence-climbing parser from tokens to a tree.

A node of the tree is a record whose parts have places of their own. Which of the bare names are
fields, values of an enum, moments or the signed-in person depends on the entity and comes later.
"""

from typing import Any

from transformer.dsl.parser.lines import Token
from transformer.dsl.parser.operators import Operator, find_next, find_operator, list_operator_words
from transformer.dsl.parser.phrases import read_list, read_name, read_number, read_path, read_title
from transformer.dsl.parser.productions import Cursor, Located
from transformer.dsl.parser.values import find_duration, read_duration, to_number
from transformer.dsl.tables.expression_rows import read_expressions

_DEEPEST = 40
_LONGEST_NUMBER = 30


def read_expression(cursor: Cursor) -> Located:
    """Read an expression, as far as one goes.

    Raises NoMatch if none begins here.
    """
    return _read_operation(cursor, 0, 0)


def _read_operation(cursor: Cursor, least: int, depth: int) -> Located:
    """Read an operation whose operators bind at least as tightly as the level `least`."""
    if depth > _DEEPEST:
        cursor.fail("something less deeply nested")
    start = cursor.index
    left = _read_prefixed(cursor, depth)
    while True:
        operator = find_next(cursor)
        if operator is None or operator.level < least or depth > _DEEPEST * 2:
            cursor.expect("an operator", list_operator_words())
            return left
        cursor.index += len(operator.words)
        depth += not operator.joins
        operands = [left]
        if operator.place == "between":
            operands.append(_read_right(cursor, operator, depth))
        left = _join(operator, operands, cursor, start)


def _read_right(cursor: Cursor, operator: Operator, depth: int) -> Located:
    if not operator.takes_list:
        return _read_operation(cursor, operator.level + 1, depth)
    start = cursor.index
    _expect(cursor, "[")
    items = _read_arguments(cursor, "]", depth)
    return Located({"list": Located(items, cursor.span_from(start))}, cursor.span_from(start))


def _join(operator: Operator, operands: list[Located], cursor: Cursor, start: int) -> Located:
    first, span = operands[0], cursor.span_from(start)
    if operator.joins and first.value.get("operator") == operator.name:
        operands = [*first.value["operands"].value, *operands[1:]]
    return Located({"operator": operator.name, "operands": Located(operands, span)}, span)


def _read_prefixed(cursor: Cursor, depth: int) -> Located:
    operator = find_operator(cursor, "before")
    if operator is None or not _begins_operand(cursor, len(operator.words)):
        return _read_operand(cursor, depth)
    start = cursor.index
    cursor.index += len(operator.words)
    operand = _read_operation(cursor, operator.level, depth + 1)
    span = cursor.span_from(start)
    if operator.name == "negative" and operand.value.get("type") == "number":
        return Located(operand.value | {"value": -operand.value["value"]}, span)
    return Located({"operator": operator.name, "operands": Located([operand], span)}, span)


def _begins_operand(cursor: Cursor, ahead: int) -> bool:
    """Tell whether an operand stands after the next `ahead` tokens."""
    token = cursor.look_ahead(ahead)
    if token is None:
        return False
    if cursor.tokens[cursor.index].kind == "mark":
        return True
    after = Cursor(cursor.tokens, cursor.file, index=cursor.index + ahead)
    return token.text in ("(", "-") or (token.kind != "mark" and not _goes_on(after))


def _goes_on(cursor: Cursor) -> bool:
    """Tell whether an operator is next, with its operand; else its word is a name."""
    operator = find_operator(cursor, "between")
    if operator is None:
        return find_operator(cursor, "after") is not None
    token = cursor.look_ahead(len(operator.words))
    if token is None or operator.takes_list:
        return token is not None and token.text == "["
    return token.text not in (")", "]", ",", "and", "or")


def _read_operand(cursor: Cursor, depth: int) -> Located:
    start, token = cursor.index, cursor.peek()
    if cursor.sees("("):
        cursor.index += 1
        inner = _read_operation(cursor, 0, depth + 1)
        _expect(cursor, ")")
        return Located(inner.value, cursor.span_from(start))
    if token is None or token.kind in ("mark", "odd"):
        cursor.fail("a value")
    if token.kind == "name":
        return _read_named(cursor, token, depth)
    if token.kind == "duration" or find_duration(cursor):
        return Located({"duration": read_duration(cursor).value}, cursor.span_from(start))
    if token.kind == "number":
        return _read_literal(cursor, token)
    return Located({"value": read_title(cursor).value, "type": "text"}, cursor.span_from(start))


def _read_literal(cursor: Cursor, token: Token) -> Located:
    if len(token.text) > _LONGEST_NUMBER:
        cursor.fail("a number of a reasonable length")
    number = read_number(cursor)
    return Located({"value": to_number(number.value), "type": "number"}, number.span)


def _read_named(cursor: Cursor, token: Token, depth: int) -> Located:
    """Read what a name begins: a call, or a path of names."""
    after = cursor.look_ahead(1)
    if after and after.text == "(" and after.kind == "mark":
        return _read_call(cursor, token.text, depth)
    return read_path(cursor, takes_arrows=True)


def _read_call(cursor: Cursor, name: str, depth: int) -> Located:
    table, start = read_expressions(), cursor.index
    if name not in (*table["functions"], *table["aggregates"], "role"):
        known = [*table["functions"], *table["aggregates"], *table["moments"], "role"]
        cursor.fail("a function", known, "unknown-function")
    cursor.index += 2
    if name in table["aggregates"]:
        node = _read_aggregate(cursor, name, depth)
    elif name == "role":
        node = _read_roles(cursor)
    else:
        inner = cursor.index
        arguments = _read_arguments(cursor, ")", depth)
        node = {"function": name, "arguments": Located(arguments, cursor.span_from(inner))}
    return Located(node, cursor.span_from(start))


def _read_roles(cursor: Cursor) -> dict[str, Any]:
    """Read one role, or several alternatives: `role(agent, manager)`."""
    start = cursor.index
    roles = [Located({"role": role}, role.span) for role in read_list(cursor, read_name).value]
    _expect(cursor, ")")
    span = cursor.span_from(start)
    one: dict[str, Any] = roles[0].value
    return one if len(roles) == 1 else {"operator": "or", "operands": Located(roles, span)}


def _read_aggregate(cursor: Cursor, name: str, depth: int) -> dict[str, Any]:
    """Read what is taken of which records: of those at the beginning of each path in it."""
    of_records = "takes" not in read_expressions()["aggregates"][name]
    value = (
        read_path(cursor, takes_arrows=True)
        if of_records
        else _read_operation(cursor, 0, depth + 1)
    )
    node: dict[str, Any] = {"aggregate": name, "value": value}
    if cursor.sees("where"):
        cursor.index += 1
        node["where"] = _read_operation(cursor, 0, depth + 1)
    else:
        cursor.expect("`where`", ["where"])
    _expect(cursor, ")")
    return node


def _read_arguments(cursor: Cursor, closer: str, depth: int) -> list[Located]:
    arguments = [_read_operation(cursor, 0, depth + 1)]
    while cursor.sees(","):
        cursor.index += 1
        arguments.append(_read_operation(cursor, 0, depth + 1))
    _expect(cursor, closer)
    return arguments


def _expect(cursor: Cursor, mark: str) -> None:
    if not cursor.sees(mark):
        cursor.fail(f"`{mark}`")
    cursor.index += 1
