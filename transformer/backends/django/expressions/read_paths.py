"""The paths from its own row that an expression reads, also within what is computed."""

from collections.abc import Iterator, Sequence

from transformer.backends.django.expressions.member_names import expand_path, find_way_back
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Aggregation, Expression, Path, list_operands
from transformer.model.parts import once_per_part

Names = tuple[str, ...]


def list_paths(expression: Expression, entity: Entity) -> list[Names]:
    """List the paths that an expression about a row reads, each once, in order.

    One that can't be followed to its end is listed as far as it can.
    """
    return list(dict.fromkeys(_walk_paths(expression, entity)))


def _walk_paths(expression: Expression, entity: Entity) -> Iterator[Names]:
    match expression:
        case Path(path=path):
            yield from _walk_path(path, entity)
        case Aggregation(relation=(_, _, *_) as relation):
            yield from _walk_path(relation[:-1], entity)
        case Aggregation(relation=(name,)):
            yield from _walk_back(expression, name, entity)
        case Aggregation():
            return
        case _:
            for operand in list_operands(expression):
                yield from _walk_paths(operand, entity)


@once_per_part
def _list_computed(computed: Computed) -> list[Names]:
    return list_paths(computed.expression, computed.entity)


def _walk_path(path: Sequence[str], entity: Entity) -> Iterator[Names]:
    """List what a path reads: itself, or what its end is computed from."""
    first, *rest = path
    member = entity.member(first)
    if isinstance(member, Computed):
        match member.expression:
            case Path(path=way):
                yield from _walk_path((*way, *rest), entity)
            case _:
                yield from _list_computed(member)
    elif not rest or member.target is None:
        yield tuple(path)
    else:
        yield from ((first, *end) for end in _walk_path(rest, member.target))


def _walk_back(aggregation: Aggregation, relation: str, entity: Entity) -> Iterator[Names]:
    """List what an aggregate reads of its own row, to which the rows that it takes come back.

    Those of an aggregate that can't be built aren't listed.
    """
    try:
        way = find_way_back(relation, entity)
        rows = entity.model.entity(aggregation.entity)
        for operand in list_operands(aggregation):
            for back in list(_list_returns(operand, way, rows)):
                yield from _walk_path(back, entity)
    except LookupError:
        return


def _list_returns(expression: Expression, way: Field, entity: Entity) -> Iterator[Sequence[str]]:
    """List the ends of the paths that lead over a reference first."""
    match expression:
        case Path(path=path):
            first, *rest = expand_path(path, entity)
            member = entity.member(first)
            if isinstance(member, Computed):
                yield from _list_returns(member.expression, way, entity)
            elif member is way and rest:
                yield rest
        case Aggregation():
            return
        case _:
            for operand in list_operands(expression):
                yield from _list_returns(operand, way, entity)
