"""Values of records that may not be there."""

from transformer.model.expressions import Call, Expression, Operation, Path


def is_missing_without_record(expression: Expression) -> bool:
    """Tell whether a value about a record is missing by itself where the record is.

    A path is, and what is computed with one; what counts something, or is true or false, isn't.
    """
    match expression:
        case Path():
            return True
        case Operation(type="text" | "bool"):
            return False
        case Operation(operands=operands) | Call(arguments=operands):
            return any(map(is_missing_without_record, operands))
        case _:
            return False
