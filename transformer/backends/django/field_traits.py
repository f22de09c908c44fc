"""What the tables say of a field: its type's record, the rows of `traits.yaml` laid over it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypedDict, get_args

from transformer.backends.django.code import compile_cell
from transformer.diagnostics.resources import read_table
from transformer.model.entity_fields import Field
from transformer.model.removal import list_fields_among_present
from transformer.model.tenants import list_fields_per_tenant

Flag = Literal[
    "required", "optional", "nullable", "empty", "key", "uuid-key", "counter", "natural",
    "unique", "one-to-one", "uuid", "sequence", "created", "updated",
    "minimum", "maximum", "pattern", "pattern_message", "sensitive", "indexed", "default", "help",
    "renamed", "titled", "linked", "form", "guarded", "guarded-by-fields", "frozen",
]  # fmt: skip
"""What a row of `traits.yaml` may ask for, beside a type and its `words`."""


def _flag_key(field: Field) -> Flag:
    """Find the kind of a primary key."""
    if field.automatic == "uuid":
        return "uuid-key"
    return "counter" if field.automatic == "sequence" else "natural"


Yes = Literal["yes"]
FALSY = frozenset({"written", "upload"})
"""The words of types whose missing value is empty, not None."""


class Columns(TypedDict, total=False):
    """The columns of `types.yaml` that rows of `traits.yaml` may lay over, cells as they stand."""

    model: str
    literal: str
    limit: str
    today: str
    now: str
    widget: str
    text: str
    cell: str
    shown: str
    changed: str
    admin: str
    sample: str
    later: str


class TypeRow(Columns, total=False):
    """A row of `types.yaml`."""

    words: str
    converter: str
    changeable: str
    list: str
    places: str
    greatest: str
    integer: Yes
    operand: str
    read: str
    exact: Yes
    filled: Yes
    methods: str
    needs: str
    chart: Literal["values", "days"]
    recent: Yes
    options: Mapping[str, str]
    attributes: Mapping[str, str]


class TraitRow(Columns, total=False):
    """A row of `traits.yaml`."""

    when: list[str]
    validators: str
    options: Mapping[str, str]
    attributes: Mapping[str, str]


Column = Literal[
    "model", "literal", "limit", "today", "now", "widget",
    "text", "cell", "shown", "changed", "admin", "sample", "later",
]  # fmt: skip
_COLUMNS: tuple[Column, ...] = get_args(Column)


@dataclass(frozen=True, slots=True)
class Traits:
    """The record of a field: the cells of its columns, and what adds up."""

    flags: frozenset[str]
    """What it was found by, the same object for all fields that are alike."""
    columns: Mapping[Column, str]
    options: Mapping[str, str]
    attributes: Mapping[str, str]
    validators: tuple[str, ...]
    holes: tuple[str, ...]
    """The words of the holes in options and validators."""


def read_types() -> Mapping[str, TypeRow]:
    """Read `types.yaml`: field type → row."""
    return read_table("django/types", dict[str, TypeRow])


def read_traits() -> list[TraitRow]:
    """Read `traits.yaml`."""
    return read_table("django/traits", list[TraitRow])


@cache
def find_traits(flags: frozenset[str]) -> Traits:
    """Find the record for the flags of a field, of which exactly one is a type.

    >>> find_traits(frozenset({"bool", "default"})).options
    {'default': '$default'}
    """
    (kind,) = flags & read_types().keys()
    row = read_types()[kind]
    laid_over = [each for each in read_traits() if flags.issuperset(each["when"])]
    columns: dict[Column, str] = {}
    options: dict[str, str] = {}
    attributes: dict[str, str] = {}
    for each in (row, *laid_over):
        columns |= {column: each[column] for column in _COLUMNS if column in each}
        options |= each.get("options", {})
        attributes |= each.get("attributes", {})
    validators = tuple(each["validators"] for each in laid_over if "validators" in each)
    cells = (*(cell or name for name, cell in options.items()), *validators)
    holes = dict.fromkeys(word for cell in cells for word in compile_cell(cell)[1])
    return Traits(flags, columns, options, attributes, validators, tuple(holes))


def list_flags(field: Field) -> Iterator[str]:
    """List the flags of a field that follow from the model alone; `traits.yaml` asks for them."""
    yield field.type
    yield from read_types()[field.type].get("words", "").split()
    yield from _list_own(field)


def _list_own(field: Field) -> Iterator[Flag]:
    """List the flags of a field beside its type and the words of that."""
    yield "required" if field.required else "optional"
    yield from (flag for flag, is_there in _list_plain(field) if is_there)
    if field.nullable:
        yield "nullable"
    elif not field.required:
        yield "empty"
    if field.is_key:
        yield "key"
        yield _flag_key(field)
        return
    apart = {*list_fields_per_tenant(field.entity), *list_fields_among_present(field.entity)}
    if field.unique != "no" and field not in apart:
        yield "one-to-one" if field.is_reference else "unique"
    if field.automatic:
        yield field.automatic


def _list_plain(field: Field) -> Iterator[tuple[Flag, bool]]:
    """List the flags that are properties of the field, each with whether it has it."""
    yield "minimum", field.minimum is not None
    yield "maximum", field.maximum is not None
    yield "pattern", field.pattern is not None
    yield "pattern_message", field.pattern_message is not None
    yield "sensitive", field.sensitive
    yield "indexed", field.indexed
    yield "default", field.default is not None
    yield "help", field.help is not None
