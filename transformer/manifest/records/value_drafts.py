"""Common parts of a draft: choices, orders, and written values."""

from typing import Literal, TypedDict, final

from transformer.dsl.parser.values import MomentWord, Value

Operation = Literal["list", "read", "create", "update", "delete"]
Scalar = str | int | float | bool


class ChoiceDraft(TypedDict, total=False):
    """A value of an enumeration."""

    value: str
    title: str
    was: str


class TitledDraft(TypedDict, total=False):
    """Whatever has a name and a title."""

    name: str
    title: str


class OrderDraft(TypedDict, total=False):
    """A field that records are sorted by."""

    field: str
    descending: bool


@final
class Fixed(TypedDict):
    """A value that is always the same."""

    value: Scalar


@final
class Moment(TypedDict):
    """A moment, so many seconds after today's beginning or now."""

    moment: MomentWord
    offset: int


# As a line has it until completion, or as the manifest has it.
Default = Value | Fixed | Moment


class ValueDraft(TypedDict, total=False):
    """A field with its value: one that is written down, a moment, or a record of the test."""

    field: str
    value: Value | Scalar
    moment: MomentWord
    offset: int
    record: str
