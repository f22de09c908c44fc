"""The tables of the backend: a class per kind of row."""

from typing import Literal, TypedDict

from transformer.backends.openapi.objects import Method
from transformer.diagnostics.resources import read_table
from transformer.model.expressions import ValueType

Yes = Literal["yes"]
Mode = Literal["list", "create", "view", "edit", "delete"]
"""A mode of surfaces, or the deletion of a record."""
Access = Literal["private", "read", "open"]


class TypeRow(TypedDict, total=False):
    """A row of `types.yaml`."""

    type: str
    format: str
    pattern: str
    bounds: Literal["length", "number", "text"]
    empty: Yes
    search: Yes
    filter: Literal["is", "range", "contains", "between"]
    unsorted: Yes
    moment: Yes
    upload: str


class ValueTypeRow(TypedDict, total=False):
    """A row of `value_types.yaml`."""

    type: str | list[str]
    format: str
    filter: Literal["is", "range", "contains", "between"]
    unsorted: Yes


class _OperationRow(TypedDict):
    place: Literal["collection", "item"]
    method: Method
    access: Literal["reading", "changing"]
    status: str
    answer: str
    errors: list[str]


class OperationRow(_OperationRow, total=False):
    """A row of `operations.yaml`."""

    gives: Literal["", ".page"]
    takes: list[Literal["always", "create"]]
    partial: Yes


class _ErrorRow(TypedDict):
    name: str
    answer: str


class ErrorRow(_ErrorRow, total=False):
    """A row of `errors.yaml`."""

    signed_in: Yes


class AccessRow(TypedDict):
    """A row of `access.yaml`."""

    reading: Literal["anyone", "signed_in"]
    changing: Literal["anyone", "signed_in"]


def read_types() -> dict[str, TypeRow]:
    """Read `types.yaml`: field type → what it is as JSON Schema."""
    return read_table("openapi/types", dict[str, TypeRow])


def read_value_types() -> dict[ValueType, ValueTypeRow]:
    """Read `value_types.yaml`: type of an expression → what it is as JSON Schema."""
    return read_table("openapi/value_types", dict[ValueType, ValueTypeRow])


def read_operations() -> dict[Mode, OperationRow]:
    """Read `operations.yaml`: mode → what it is over HTTP."""
    return read_table("openapi/operations", dict[Mode, OperationRow])


def read_errors() -> dict[str, ErrorRow]:
    """Read `errors.yaml`: status → what it means."""
    return read_table("openapi/errors", dict[str, ErrorRow])


def read_access() -> dict[Access, AccessRow]:
    """Read `access.yaml`: an app's `access` → who may do what."""
    return read_table("openapi/access", dict[Access, AccessRow])


def read_dialect() -> dict[str, str]:
    """Read `dialect.yaml`: a mark that only Python's regular expressions have → why not others."""
    return read_table("openapi/dialect", dict[str, str])
