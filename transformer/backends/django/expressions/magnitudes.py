"""How great computed numbers can be; docs/language.md says from where on they are missing."""

from collections.abc import Sequence
from decimal import Decimal
from math import prod

from transformer.backends.django.expressions.compiler_rows import ValueRow
from transformer.backends.django.field_traits import read_types
from transformer.model.entity_fields import Field

TOO_GREAT = 10**100
"""What a computed number has to be smaller than."""
GREATEST_INTEGER = 2**31
GREATEST_BIG_INTEGER = 2**63
_ROWS = 10**9  # more than anybody sums
_LEAST_FRACTION = 10**330  # by which something grows that is divided by the least binary fraction


def find_greatest(field: Field, places: int) -> int:
    """Find what the number of a field can't exceed."""
    if field.digits is not None:
        return int(10 ** (field.digits - places))
    return int(Decimal(read_types()[field.type].get("greatest", GREATEST_BIG_INTEGER)))


def count_greatest(row: ValueRow, operands: Sequence[int], places: int) -> int:
    """Count what the result of operands can't exceed, the last of which has so many places."""
    if "greatest" in row:
        return int(row["greatest"])
    match row.get("places"):
        case "sum":
            return prod(operands)
        case "six":
            return operands[0] * (10**places if operands[-1] < TOO_GREAT else _LEAST_FRACTION)
        case "same":
            return max(operands)
        case _:
            return sum(operands)


def count_greatest_of_rows(row: ValueRow, taken: int) -> int:
    """Count what an aggregate of numbers can't exceed."""
    is_sum = row.get("places") == "most"
    return int(row["greatest"]) if "greatest" in row else taken * (_ROWS if is_sum else 1)
