"""Frozen classes with shared methods, held to those that `dataclass` writes."""

from collections.abc import Callable
from dataclasses import KW_ONLY, FrozenInstanceError, dataclass, field, fields
from functools import cached_property
from typing import Any

import pytest

from transformer.model.parts import part, value


def make_leg(decorate: Callable[[type], type]) -> type:
    """A class with all that a field may be, by one decorator or another."""

    class Leg:
        """A part of a journey."""

        start: str
        end: str = "home"
        _: KW_ONLY
        length: int
        notes: list[str] = field(default_factory=list, hash=False)
        secret: str = field(default="x", repr=False)

    return decorate(Leg)


OWN = make_leg(value)
WRITTEN = make_leg(dataclass(frozen=True, slots=True))
CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("a",), {"length": 1}),
    (("a", "b"), {"length": 2, "notes": ["n"], "secret": "y"}),
    ((), {"start": "a", "end": "b", "length": 3}),
    ((), {"length": 1}),
    (("a",), {}),
    (("a", "b", "c"), {"length": 1}),
    (("a",), {"length": 1, "start": "b"}),
    (("a",), {"length": 1, "colour": "red"}),
]


def describe_call(made: type, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[str, bool]:
    """What comes of making an object: how it is shown, or an error; and whether it is one."""
    try:
        return repr(made(*values, **named)), False
    except TypeError:
        return "", True


@pytest.mark.parametrize(("values", "named"), CALLS)
def test_objects_are_made_as_a_dataclass_makes_them(
    values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    assert describe_call(OWN, values, named) == describe_call(WRITTEN, values, named)


@pytest.mark.parametrize(
    ("values", "named", "words"),
    [
        (("a",), {"length": 1, "colour": "red"}, ["Leg", "colour"]),
        (("a",), {"start": "b", "length": 1}, ["Leg", "start"]),
    ],
)
def test_error_names_the_class_and_what_it_was_given(
    values: tuple[Any, ...], named: dict[str, Any], words: list[str]
) -> None:
    with pytest.raises(TypeError) as error:
        OWN(*values, **named)
    assert all(word in str(error.value) for word in words)


def test_objects_are_equal_as_those_of_a_dataclass() -> None:
    for made in (OWN, WRITTEN):
        leg, same, other = made("a", length=1), made("a", length=1), made("a", length=2)
        noted = made("a", length=1, notes=["n"])
        assert (leg == same, leg == other, leg == noted) == (True, False, False)
        assert hash(leg) == hash(same) == hash(noted)
        assert leg != ("a", "home", 1, [], "x")
        assert leg.notes is not same.notes
    assert OWN("a", length=1) != WRITTEN("a", length=1)


def test_class_is_a_dataclass_with_slots() -> None:
    assert [each.name for each in fields(OWN)] == [each.name for each in fields(WRITTEN)]
    assert OWN.__match_args__ == WRITTEN.__match_args__ == ("start", "end")
    assert OWN.__slots__ == WRITTEN.__slots__


@pytest.mark.parametrize("made", [OWN, WRITTEN])
def test_objects_are_frozen(made: type) -> None:
    leg: Any = made("a", length=1)
    with pytest.raises(FrozenInstanceError, match="end"):
        leg.end = "b"
    with pytest.raises(FrozenInstanceError, match="end"):
        del leg.end


def test_objects_take_no_other_attributes() -> None:
    leg: Any = OWN("a", length=1)
    with pytest.raises(AttributeError):
        leg.colour = "red"


def test_parts_are_equal_to_themselves_only() -> None:
    @part
    class Stop:
        """A part of a line."""

        name: str

        @cached_property
        def letters(self) -> list[str]:
            """The letters of the name."""
            return [*self.name]

    stop = Stop(name="ab")
    assert stop == stop
    assert stop != Stop(name="ab")
    assert stop.letters is stop.letters
    with pytest.raises(FrozenInstanceError):
        stop.name = "b"
    with pytest.raises(TypeError):
        Stop("ab")
