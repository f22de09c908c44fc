"""Records that are compared with a key, as in `id = current_user`: their own key is meant."""

from dataclasses import replace

from transformer.manifest.typing.nodes import CurrentPerson, Path
from transformer.manifest.typing.scope import Scope
from transformer.manifest.typing.value_types import Typed, ValueType

_ACCOUNT_KEY = ("id", ValueType("uuid"))


def compare_keys(first: Typed, second: Typed, scope: Scope) -> tuple[Typed, Typed]:
    """Put the key of a record in its place where the other operand is a value of that type."""
    return _take_key(first, second, scope), _take_key(second, first, scope)


def _take_key(typed: Typed, other: Typed, scope: Scope) -> Typed:
    name, key = _find_key(typed.type, scope)
    is_named = isinstance(other.node, Path | CurrentPerson)
    if not is_named or typed.type.name != "record" or key.name != other.type.name:
        return typed
    match typed.node:
        case Path(path=names) as node:
            return Typed(replace(node, path=(*names, name), type=key.name, entity=None), key)
        case CurrentPerson(person=names) as person:
            kept = replace(person, person=(*names, name), type=key.name, entity=None)
            return Typed(kept, key)
    return typed


def _find_key(value_type: ValueType, scope: Scope) -> tuple[str, ValueType]:
    """Find the name and the type of the key of a record."""
    entity = scope.entities.get(value_type.entity or "")
    key = entity.members.get(entity.key) if entity else None
    return (entity.key, key) if entity and isinstance(key, ValueType) else _ACCOUNT_KEY
