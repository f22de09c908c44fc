"""The correspondence between the classes of the model and the manifest's schema.

An attribute has the name of its property, but for two: one that holds the names of other things
ends in `_name` or `_names`, while the property's own name leads to the things themselves; and a
keyword of Python ends in `_`.
"""

from dataclasses import MISSING, dataclass, fields
from functools import cache, cached_property
from types import GenericAlias, NoneType, UnionType
from typing import TYPE_CHECKING, TypeAlias, Union, get_args, get_origin, get_type_hints

from transformer.model.parts import Value

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Annotation: TypeAlias = type | UnionType | GenericAlias
"""What stands behind the colon of an attribute."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of the manifest's schema and the attribute that holds it."""

    name: str
    attribute: str
    annotation: Annotation
    is_required: bool
    default: Value
    """The attribute where the property is absent; None where it is required."""


@cache
def list_properties(owner: "type[DataclassInstance]") -> tuple[Property, ...]:
    """List the properties that a dataclass of the model holds, in the order of the schema."""
    # Only what belongs nowhere has names in its other types: those of trees.
    hints = {} if find_owner(owner) else get_type_hints(owner)
    found = []
    for each in fields(owner):
        if each.init:
            is_required = each.default is MISSING and each.default_factory is MISSING
            default = None if each.default is MISSING else each.default
            if each.default_factory is not MISSING:
                default = each.default_factory()
            name = name_property(owner, each.name)
            found.append(
                Property(name, each.name, hints.get(each.name, each.type), is_required, default)
            )
    return tuple(found)


def name_property(owner: "type[DataclassInstance]", attribute: str) -> str:
    """Name the property that an attribute holds.

    >>> from transformer.model.rules import Transition, Unique
    >>> name_property(Unique, "field_names"), name_property(Transition, "from_")
    ('fields', 'from')
    """
    stem = attribute.removesuffix("_names").removesuffix("_name")
    options = (stem, f"{stem}s") if stem != attribute else ()
    led = (each for each in options if isinstance(getattr(owner, each, None), _LEADING))
    return next(led, attribute.removesuffix("_"))


_LEADING = (property, cached_property)


def list_alternatives(annotation: Annotation) -> tuple[Annotation, ...]:
    """List the types of a union without None; any other type is its only one.

    >>> list_alternatives(str | int | None), list_alternatives(tuple[str, ...])
    ((<class 'str'>, <class 'int'>), (tuple[str, ...],))
    """
    is_union = isinstance(annotation, UnionType) or get_origin(annotation) is Union
    options = get_args(annotation) if is_union else (annotation,)
    return tuple(each for each in options if each is not NoneType)


@cache
def find_owner(owned: "type[DataclassInstance]") -> str | None:
    """Find the attribute that holds what an object is a part of; None where there is none."""
    return next((each.name for each in fields(owned) if not each.init), None)
