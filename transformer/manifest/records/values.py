"""What many parts of a draft are made of: choices, orders, and values that are written down."""

from typing import Literal, TypedDict, final

from transformer.diagnostics.problems import Span
from transformer.dsl.parser.values import Value

MomentWord = Literal["today", "now"]
Operation = Literal["list", "read", "create", "update", "delete"]
Removal = Literal["cascade", "restrict", "nullify"]
"""What happens to a record when the one that it refers to goes."""
Scalar = str | int | float | bool

# A document is anything at all that a manifest in YAML, or the lines of a draft, may be made of.
Document = None | Scalar | Value | Span | list["Document"] | dict[str, "Document"]
Part = dict[str, Document]


class ChoiceDraft(TypedDict, total=False):
    """A value of an enumeration."""

    value: str
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


class ValueDraft(TypedDict, total=False):
    """A field with its value: one that is written down, a moment, or a record of the test."""

    field: str
    value: Value | Scalar
    moment: MomentWord
    offset: int
    record: str
