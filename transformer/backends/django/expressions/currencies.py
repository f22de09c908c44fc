"""The currency of a computed value: that of what it is computed from, if that is a single one."""

from collections.abc import Sequence

from transformer.backends.django.expressions.compiler_rows import read_expression_table
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Aggregation, Call, Expression, Operation, Path
from transformer.model.parts import once_per_part


@once_per_part
def find_currency(computed: Computed) -> str | None:
    """Find the currency of a computed value; None where there isn't one, or several."""
    return _find_currency(computed.expression, computed.entity)


def _find_currency(expression: Expression, entity: Entity) -> str | None:
    match expression:
        case Path(path=path):
            return _find_end(path, entity)
        case Aggregation(aggregate=word, value=value) if value is not None:
            rows = entity.model.entity(expression.entity)
            return _choose(word, [_find_currency(value, rows)])
        case Operation(operator=word, operands=parts) | Call(function=word, arguments=parts):
            return _choose(word, [_find_currency(each, entity) for each in parts])
    return None


def _find_end(path: tuple[str, ...], entity: Entity) -> str | None:
    member = [*entity.follow(path)][-1]
    if isinstance(member, Computed):
        return find_currency(member)
    return member.currency if isinstance(member, Field) else None


def _choose(word: str, currencies: Sequence[str | None]) -> str | None:
    """Choose the currency of a result, by those of its operands."""
    known = {each for each in currencies if each}
    match read_expression_table()["currencies"].get(word):
        case "all":
            return currencies[0] if len(set(currencies)) == 1 else None
        case "one" if len(known) == 1 and currencies.count(None) == len(currencies) - 1:
            return known.pop()
        case "first" if not any(currencies[1:]):
            return currencies[0]
    return None
