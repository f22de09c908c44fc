"""Frozen dataclasses of two kinds: parts, with identity, and values, compared by content.

`dataclass(frozen=True)` writes and compiles up to six methods for each class. For the ninety
classes of the model that takes longer than importing all the rest of the program, so these share
their methods; else they are dataclasses as any other.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache, cached_property, wraps
from typing import TYPE_CHECKING, TypeAlias, TypeVar, dataclass_transform
from weakref import WeakKeyDictionary

from transformer.diagnostics.resources import Data

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Class = TypeVar("_Class")
_Part = TypeVar("_Part")
_Found = TypeVar("_Found")
Value: TypeAlias = "Data | tuple[Value, ...] | DataclassInstance"
"""What an attribute of the model holds."""


@dataclass_transform(
    eq_default=False, frozen_default=True, kw_only_default=True, field_specifiers=(field,)
)
def part(made: type[_Class]) -> type[_Class]:
    """Make a frozen class of keywords whose objects are equal to themselves only.

    Its slots are its attributes, but for a class with a `cached_property`, which needs more.
    """
    return _freeze(made, kw_only=True)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(made: type[_Class]) -> type[_Class]:
    """Make a frozen class whose objects are equal where their attributes are.

    >>> @value
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, y=0), len({Point(1), Point(1)})
    (Point(x=1, y=0), True, 1)
    """
    for method in (_compare, _digest):
        setattr(made, _NAMES[method], method)
    return _freeze(made, kw_only=False)


def once_per_part(find: Callable[[_Part], _Found]) -> Callable[[_Part], _Found]:
    """Make a function of a part that finds its result once, as long as the part is there."""
    known: WeakKeyDictionary[_Part, _Found] = WeakKeyDictionary()

    @wraps(find)
    def recall(made: _Part) -> _Found:
        if made not in known:
            known[made] = find(made)
        return known[made]

    return recall


def _freeze(made: type[_Class], *, kw_only: bool) -> type[_Class]:
    for method in (_initialize, _show, _refuse_writing, _refuse_deleting):
        setattr(made, _NAMES[method], method)
    slots = not any(isinstance(each, cached_property) for each in vars(made).values())
    decorate = dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)
    return decorate(made)


@dataclass(frozen=True, slots=True)
class _Parameters:
    """The parameters of a class."""

    defaults: Mapping[str, Value]
    """Name → default; None where there is none or it is made anew."""
    factories: Mapping[str, Callable[[], Value]]
    required: frozenset[str]
    positional: tuple[str, ...]


@cache
def _list_parameters(made: "type[DataclassInstance]") -> _Parameters:
    rows = [each for each in fields(made) if each.init]
    defaults = {each.name: None if each.default is MISSING else each.default for each in rows}
    factories = {f.name: f.default_factory for f in rows if f.default_factory is not MISSING}
    required = frozenset(f.name for f in rows if f.default is f.default_factory is MISSING)
    positional = tuple(each.name for each in rows if not each.kw_only)
    return _Parameters(defaults, factories, required, positional)


def _initialize(self: "DataclassInstance", *values: Value, **named: Value) -> None:
    made = type(self)
    parameters = _list_parameters(made)
    given = {**dict(zip(parameters.positional, values, strict=False)), **named} if values else named
    if len(given) != len(values) + len(named):
        raise TypeError(f"{made.__name__} doesn't take {values} beside {named}")
    if not parameters.required <= given.keys() <= parameters.defaults.keys():
        raise TypeError(f"{made.__name__} isn't made with {', '.join(given)}")
    for name, make_default in parameters.factories.items():
        if name not in given:
            given[name] = make_default()
    write = object.__setattr__
    for name, default in parameters.defaults.items():
        write(self, name, given.get(name, default))


def _show(self: "DataclassInstance") -> str:
    made = type(self)
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(made) if each.repr)
    return f"{made.__qualname__}({', '.join(shown)})"


def _compare(self: "DataclassInstance", other: object) -> object:
    if other.__class__ is not self.__class__:
        return NotImplemented
    names = (each.name for each in fields(self))
    return all(getattr(self, name) == getattr(other, name) for name in names)


def _digest(self: "DataclassInstance") -> int:
    hashed = (each.name for each in fields(self) if each.hash is not False)
    return hash(tuple(getattr(self, name) for name in hashed))


def _refuse_writing(self: "DataclassInstance", name: str, _: Value) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: "DataclassInstance", name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_NAMES: Mapping[Callable[..., object], str] = {
    _initialize: "__init__",
    _show: "__repr__",
    _compare: "__eq__",
    _digest: "__hash__",
    _refuse_writing: "__setattr__",
    _refuse_deleting: "__delattr__",
}
