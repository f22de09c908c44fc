"""The tables of the backend: a class per kind of row."""

from typing import Literal, TypeAlias, TypedDict

from transformer.backends.openapi.objects import Method
from transformer.diagnostics.resources import read_table
from transformer.model.expressions import ValueType
from transformer.model.rules import RecordOperation
from transformer.model.surfaces import Mode

Yes = Literal["yes"]
_Means = Literal["view", "edit", "deletable", "changeable", "choices"]
_Behaviour = Literal["final", "soft", "transitions", "tracked", "audited", "versions"]
Trait: TypeAlias = Literal[_Means, _Behaviour]
"""What an entity has: some pages, or behaviour."""
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
    filter_format: str
    unsorted: Yes
    moment: Yes
    upload: str


class ValueTypeRow(TypedDict, total=False):
    """A row of `value_types.yaml`."""

    type: str | list[str]
    format: str
    filter: Literal["is", "range", "contains", "between"]
    filter_format: str
    unsorted: Yes


class _OperationRow(TypedDict):
    place: str
    method: Method
    access: Literal["reading", "changing"]
    status: str
    answer: str
    told: str
    errors: list[str]


class OperationRow(_OperationRow, total=False):
    """A row of `operations.yaml`."""

    page: Mode
    needs: list[Trait]
    right: RecordOperation
    ruled: list[Mode]
    title: str
    gives: str
    own: Yes
    shared: str
    pages: Yes
    takes: list[Literal["always", "create"]]
    sends: str
    partial: Yes
    unread: Yes
    asks: list[str]
    tells: list[str]


class _ErrorRow(TypedDict):
    name: str
    answer: str


class ErrorRow(_ErrorRow, total=False):
    """A row of `errors.yaml`."""

    tells: list[str]
    of: Literal["every", "body"]


class _ParameterRow(TypedDict):
    name: str
    place: Literal["query", "header"]
    type: Literal["string", "integer"]
    told: str


class ParameterRow(_ParameterRow, total=False):
    """A row of `parameters.yaml`."""

    least: str
    most: str
    default: str
    pattern: str


class HeaderRow(TypedDict):
    """A row of `headers.yaml`."""

    type: Literal["string", "integer"]
    told: str


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


def read_operations() -> dict[str, OperationRow]:
    """Read `operations.yaml`: what can be done → what that is over HTTP."""
    return read_table("openapi/operations", dict[str, OperationRow])


def read_errors() -> dict[str, ErrorRow]:
    """Read `errors.yaml`: status → what it means."""
    return read_table("openapi/errors", dict[str, ErrorRow])


def read_parameters() -> dict[str, ParameterRow]:
    """Read `parameters.yaml`: what is alike in every app → what can be asked by it."""
    return read_table("openapi/parameters", dict[str, ParameterRow])


def read_headers() -> dict[str, HeaderRow]:
    """Read `headers.yaml`: header of an answer → what it says."""
    return read_table("openapi/headers", dict[str, HeaderRow])


def read_access() -> dict[Access, AccessRow]:
    """Read `access.yaml`: an app's `access` → who may do what."""
    return read_table("openapi/access", dict[Access, AccessRow])


def read_dialect() -> dict[str, str]:
    """Read `dialect.yaml`: a mark that only Python's regular expressions have → why not others."""
    return read_table("openapi/dialect", dict[str, str])
