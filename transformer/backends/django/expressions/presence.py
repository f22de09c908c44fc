"""Whether values depend on a record, and are missing where it is."""

from transformer.model.expressions import (
    Aggregation,
    Call,
    Expression,
    Operation,
    Path,
    walk_expression,
)


def is_known(expression: Expression) -> bool:
    """Tell whether a value depends on no record but that of whoever is signed in."""
    return not any(isinstance(each, Path | Aggregation) for each in walk_expression(expression))


def is_missing_without_record(expression: Expression) -> bool:
    """Tell whether a value about a record is missing by itself where the record is.

    A path is, and what is computed with one; what counts something, or is true or false, isn't.
    """
    match expression:
        case Path(type="bool"):
            return False
        case Path():
            return True
        case Operation(type="text" | "bool"):
            return False
        case Operation(operands=operands) | Call(arguments=operands):
            return any(map(is_missing_without_record, operands))
        case _:
            return False
