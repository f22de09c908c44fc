"""Building of the model from a manifest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, get_args, get_origin

from transformer.diagnostics.resources import Data
from transformer.model.parts import Value
from transformer.model.properties import (
    Annotation,
    find_owner,
    list_alternatives,
    list_properties,
)
from transformer.model.root import Model

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Convert: TypeAlias = Callable[[Data], Value]


def build_model(manifest: Mapping[str, Data]) -> Model:
    """Build the model of a manifest that is complete and valid.

    Raises TypeError where a part of it is no record of the schema; values aren't checked.
    """
    model = _build(Model, dict(manifest))
    assert isinstance(model, Model)
    return model


def _build(made: "type[DataclassInstance]", record: Data) -> "DataclassInstance":
    plan = _plan(made)
    if not isinstance(record, dict):
        raise TypeError(f"{made.__name__} is made of a record, not of {record!r}")
    values: dict[str, Value] = {}
    for name, value in record.items():
        if name not in plan.properties:
            raise TypeError(f"{made.__name__} has no property `{name}`")
        attribute, convert = plan.properties[name]
        values[attribute] = convert(value) if convert else value
    whole = plan.make(**values)
    for attribute in plan.parts:
        _own_part(whole, getattr(whole, attribute))
    return whole


def _own_part(whole: "DataclassInstance", part: Value) -> None:
    """Tell a part what it belongs to: nothing else is ever written to an object."""
    if isinstance(part, tuple):
        for each in part:
            _own_part(whole, each)
    elif part is not None:
        made: type = type(part)
        if owner := find_owner(made):
            object.__setattr__(part, owner, whole)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The way from a record to an object of one class."""

    make: "Callable[..., DataclassInstance]"
    properties: Mapping[str, tuple[str, _Convert | None]]
    """Property → its attribute, and what makes the value; None where it stays as it is."""
    parts: tuple[str, ...]
    """The attributes with objects that know what they belong to."""


@cache
def _plan(made: "type[DataclassInstance]") -> _Plan:
    properties = list_properties(made)
    return _Plan(
        made,
        {each.name: (each.attribute, _find_conversion(each.annotation)) for each in properties},
        tuple(each.attribute for each in properties if _is_owned(each.annotation)),
    )


def _is_owned(annotation: Annotation) -> bool:
    if isinstance(annotation, type) and is_dataclass(annotation):
        return find_owner(annotation) is not None
    return any(map(_is_owned, get_args(annotation)))


def _find_conversion(annotation: Annotation) -> _Convert | None:
    """Find what makes a value of such a type; None where JSON's own serves."""
    alternatives = list_alternatives(annotation)
    classes = tuple(each for each in alternatives if isinstance(each, type) and is_dataclass(each))
    if classes:
        return partial(_build, *classes) if len(classes) == 1 else partial(_build_one, classes)
    if get_origin(alternatives[0]) is tuple:
        return partial(_build_items, _find_conversion(get_args(alternatives[0])[0]))
    return _freeze_mapping if get_origin(alternatives[0]) is Mapping else None


def _build_items(convert: _Convert | None, items: Data) -> Value:
    if not isinstance(items, list):
        raise TypeError(f"a list is needed, not {items!r}")
    return tuple([convert(item) for item in items] if convert else items)


def _freeze_mapping(value: Data) -> Value:
    if not isinstance(value, dict):
        raise TypeError(f"a record is needed, not {value!r}")
    return MappingProxyType(dict(value))


def _build_one(classes: "tuple[type[DataclassInstance], ...]", record: Data) -> Value:
    if not isinstance(record, dict):
        raise TypeError(f"a record is needed, not {record!r}")
    return _build(_choose_class(classes, frozenset(record)), record)


@cache
def _choose_class(
    classes: "tuple[type[DataclassInstance], ...]", names: frozenset[str]
) -> "type[DataclassInstance]":
    """Choose the only class whose properties a record has: no two classes of a union share them."""
    for each in classes:
        properties = list_properties(each)
        required = {row.name for row in properties if row.is_required}
        if required <= names <= {row.name for row in properties}:
            return each
    options = ", ".join(each.__name__ for each in classes)
    raise TypeError(f"a record with {', '.join(sorted(names))} is none of {options}")
