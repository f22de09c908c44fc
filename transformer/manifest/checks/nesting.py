"""Computed values within one another: how deep a database has to read them.

The parser of SQLite keeps a stack of what it is in the middle of, which holds 100 entries by
default. Each part of an expression takes some of them, counted from queries of emitted apps.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from transformer.manifest.draft import Draft
from transformer.manifest.records.documents import list_parts
from transformer.manifest.typing.nodes import (
    Aggregation,
    Call,
    Node,
    Operation,
    Path,
    ValueList,
)
from transformer.manifest.typing.sites import list_computed

_MOST = 62
"""How many entries a value may take; a page with it takes the rest."""
_AGGREGATE, _FUNCTION, _CONDITION = 7, 4, 3
_OPERATORS = {"+": 1, "-": 1, "*": 3, "/": 4}
_RIGHT = 2  # what stands left of it is waiting, and so is the operator


class _Value(NamedTuple):
    """A computed value."""

    entity: str
    name: str


def warn_of_nesting(draft: Draft) -> None:
    """Warn of each computed value that is nested too deep, if none of its parts is."""
    meter = _Meter(draft)
    for value, path in meter.places.items():
        parts = (meter.measure_value(each) for each in meter.list_values(value))
        if meter.measure_value(value) > _MOST >= max(parts, default=0):
            draft.report("deep-nesting", path, word=value.name)


class _Meter:
    """What measures expressions, each computed value once."""

    def __init__(self, draft: Draft) -> None:
        self.places: dict[_Value, str] = {}
        self._nodes: dict[_Value, Node] = {}
        self._depths: dict[_Value, int] = {}
        self._targets: Mapping[str, Mapping[str, str]] = {
            entity["name"]: {each["name"]: each.get("target", "") for each in entity["fields"]}
            for entity in draft.manifest["entities"]
        }
        for number, entity in enumerate(list_parts(draft.document, "entities")):
            for site in list_computed(entity, f"entities/{number}"):
                # What has an error, or leans on a line that has one, isn't resolved.
                if node := draft.resolved.get(site.path):
                    value = _Value(site.entity, site.name)
                    self.places[value] = site.path
                    self._nodes[value] = node

    def measure_value(self, value: _Value) -> int:
        """Measure a computed value, which isn't computed from itself."""
        if value not in self._depths:
            self._depths[value] = self._measure(self._nodes[value], value.entity)
        return self._depths[value]

    def list_values(self, value: _Value) -> Iterator[_Value]:
        """List the computed values that one is computed from."""
        return self._list_values(self._nodes[value], value.entity)

    def _list_values(self, node: Node, entity: str) -> Iterator[_Value]:
        match node:
            case Path() if found := self._find(node, entity):
                yield found
            case Operation(operands=parts) | Call(arguments=parts) | ValueList(parts):
                for part in parts:
                    yield from self._list_values(part, entity)
            case Aggregation(entity=inner, value=taken, where=where):
                for each in (taken, where):
                    yield from self._list_values(each, inner) if each else ()

    def _find(self, path: Path, entity: str) -> _Value | None:
        for name in path.path[:-1]:
            entity = self._targets.get(entity, {}).get(name, "")
        value = _Value(entity, path.path[-1])
        return value if value in self._nodes else None

    def _measure(self, node: Node, entity: str) -> int:
        match node:
            case Path() if found := self._find(node, entity):
                return self.measure_value(found)
            case Operation(operator=word, operands=(left, *others)):
                own = _OPERATORS.get(word, _CONDITION)
                right = max((self._measure(each, entity) for each in others), default=-_RIGHT)
                return own + max(self._measure(left, entity), right + _RIGHT)
            case Call(arguments=parts):
                return _FUNCTION + max((self._measure(each, entity) for each in parts), default=0)
            case ValueList(parts):
                return max((self._measure(each, entity) for each in parts), default=0)
            case Aggregation(entity=inner, value=taken, where=where):
                asked = [each for each in (taken, where) if each]
                inside = max((self._measure(each, inner) for each in asked), default=0)
                return _AGGREGATE + (_FUNCTION if node.aggregate == "avg" else 0) + inside
        return 0
